#pragma once

#include "foundation/value.h"
#include "simulation/dice.h"

#include <chrono>

namespace syncline::simulation {

using std::chrono::seconds;

/// What makes one CRM unlike another one.
struct Quirks
{
    enum class Ids {
        Numbers,
        Prefixed,
        Ours ///< a create takes the id that we choose
    };
    enum class Spelling { AsIs, Trimmed, Lower, Ascii, Cut };

    seconds skew{0};       ///< of its clock, up to a day either way
    seconds resolution{1}; ///< of its time stamps
    seconds late{0};       ///< a change shows in listings only after this time
    seconds indexLag{0};   ///< a new record is found by its key only after this time
    Ids ids = Ids::Numbers;
    Spelling spelling = Spelling::AsIs; ///< what becomes of texts that it stores
    bool predicts = false;              ///< encode() knows the spelling
    bool blankIsEmpty = false;          ///< shows what is blank as an empty text, not as null
    bool uniqueKey = false;             ///< refuses a second record with the same address
    bool deleteFeed = false;
    bool redirects = false;       ///< the id of a merged record leads to the winner
    bool feedTellsWinner = false; ///< the delete feed does, where the id does not
    bool tellsCreator = false;
    bool hidesAsMissing = false; ///< what may not be read is "not found"
    bool refusesMarks = false;   ///< refuses texts with an exclamation mark
    bool namesField = false;     ///< and says which field it was
    QString ignores;             ///< a field whose updates are answered with success and dropped
    bool putsBack = false;       ///< a workflow restores the job that the sync changed
    QString fills;               ///< a field that it works out itself for a record that it is given without
    bool fillsLater = false;     ///< some time after the record was made
    bool hasLeads = false;       ///< a second entity, whose records are converted into people
    bool hasFirms = false;       ///< people may belong to one of its firms
    bool dangles = false;        ///< who belongs to a firm goes on naming it when it is deleted
    bool hasTokens = false;      ///< has a field for the token of the create that made a record
    int pageSize = 3;
    int readBatch = 5;
    int writeBatch = 2;
    int perMinute = 0; ///< requests; 0: no limit

    static Quirks random(Dice &dice);
    Value stored(const Value &value) const;
    bool hasWillOfItsOwn() const { return !ignores.isEmpty() || putsBack || refusesMarks; }
    seconds stamp(seconds time) const { return time / resolution.count() * resolution.count(); }
    QString describe() const;
};

} // namespace syncline::simulation
