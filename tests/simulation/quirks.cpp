#include "simulation/quirks.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::simulation {

namespace {

constexpr std::array skews{0s, 0s, 0s, 0s, 40s, -40s, 3600s, -3600s, 86'400s, -86'400s};
constexpr std::array spellings{Quirks::Spelling::Trimmed, Quirks::Spelling::Lower, Quirks::Spelling::Ascii,
                               Quirks::Spelling::Cut};
constexpr int longest = 8; ///< of a text that is cut: a token still fits

} // namespace

Quirks Quirks::random(Dice &dice)
{
    Quirks quirks;
    quirks.skew = dice.of(skews);
    quirks.resolution = dice.chance(30) ? 60s : 1s;
    quirks.late = dice.chance(25) ? dice.chance(50) ? 5s : 30s : 0s;
    quirks.indexLag = dice.chance(30) ? dice.chance(50) ? 10s : 60s : 0s;
    quirks.ids = Ids(dice.below(3));
    quirks.spelling = dice.chance(40) ? dice.of(spellings) : Spelling::AsIs;
    quirks.predicts = dice.chance(60);
    quirks.blankIsEmpty = dice.chance(30);
    quirks.uniqueKey = dice.chance(50);
    quirks.deleteFeed = dice.chance(50);
    quirks.redirects = dice.chance(50);
    quirks.tellsCreator = dice.chance(40);
    quirks.hidesAsMissing = dice.chance(20);
    quirks.refusesMarks = dice.chance(20);
    quirks.namesField = dice.chance(50);
    if (dice.chance(10))
        quirks.ignores = dice.chance(50) ? u"job"_s : u"dept"_s;
    quirks.putsBack = dice.chance(8);
    quirks.hasLeads = dice.chance(20);
    quirks.pageSize = 1 + dice.below(4);
    quirks.readBatch = 1 + dice.below(5);
    quirks.writeBatch = 1 + dice.below(3);
    quirks.perMinute = dice.chance(15) ? 40 : 0;
    quirks.hasTokens = quirks.pageSize == 3 && quirks.spelling != Spelling::Cut; // no throw: a seed keeps its history
    return quirks;
}

Value Quirks::stored(const Value &value) const
{
    if (!value.isText())
        return value;
    QString text = value.text();
    switch (spelling) {
    case Spelling::AsIs:
        break;
    case Spelling::Trimmed:
        text = text.trimmed();
        break;
    case Spelling::Lower:
        text = text.trimmed().toLower();
        break;
    case Spelling::Ascii:
        text.removeIf([](QChar c) { return c.unicode() > 127; });
        break;
    case Spelling::Cut:
        text = text.left(longest);
        break;
    }
    return Value::text(text);
}

QString Quirks::describe() const
{
    static const QStringList idNames{u"numbers"_s, u"prefixed ids"_s, u"ids of ours"_s};
    static const QStringList spellingNames{{}, u"trims"_s, u"lower case"_s, u"drops umlauts"_s, u"cuts"_s};
    QStringList words{idNames[int(ids)], spellingNames[int(spelling)]};
    const auto say = [&](bool holds, const QString &word) { words << (holds ? word : QString()); };
    say(skew != 0s, u"clock off by %1 s"_s.arg(skew.count()));
    say(resolution != 1s, u"minutes only"_s);
    say(late != 0s, u"lists %1 s late"_s.arg(late.count()));
    say(indexLag != 0s, u"index lag %1 s"_s.arg(indexLag.count()));
    say(predicts, u"predicted"_s);
    say(blankIsEmpty, u"blank is empty"_s);
    say(uniqueKey, u"unique address"_s);
    say(deleteFeed, u"delete feed"_s);
    say(redirects, u"redirects"_s);
    say(tellsCreator, u"tells creator"_s);
    say(hidesAsMissing, u"hides as missing"_s);
    say(refusesMarks, namesField ? u"refuses marks by name"_s : u"refuses marks"_s);
    say(!ignores.isEmpty(), u"ignores "_s + ignores);
    say(putsBack, u"puts back"_s);
    say(hasLeads, u"has leads"_s);
    say(hasTokens, u"keeps tokens"_s);
    say(perMinute > 0, u"%1 requests a minute"_s.arg(perMinute));
    words.removeAll(QString());
    return words.join(u", "_s);
}

} // namespace syncline::simulation
