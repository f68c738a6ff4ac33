#pragma once

#include "foundation/value.h"
#include "simulation/summary.h"

#include <QSet>
#include <QStringList>

#include <functional>

namespace syncline::simulation {

/// What people did and saw, kept beside the program under test and without asking it. Every text that a person enters
/// holds a token of its own; a token whose text was replaced by somebody who saw it is *covered*: it has had its say.
class Ghost
{
public:
    explicit Ghost(Summary &summary) : m_summary(summary) {}

    QString newToken();                  ///< "t17"
    int newMark() { return ++m_tokens; } ///< counts with the tokens, for an edit that types no text
    static QSet<int> tokensIn(const QString &text);
    static QSet<int> tokensIn(const Value &value);

    void typed(const Value &value, const QString &place);
    void saw(const Value &value) { m_covered += tokensIn(value); }
    void saw(const QSet<int> &tokens) { m_covered += tokens; }
    /// Of these, what nobody saw being replaced.
    QSet<int> uncovered(const QSet<int> &tokens) const { return tokens - m_covered; }
    /// Typed and not covered, with the place.
    QMap<int, QString> open() const;

    /// The sync has just looked at this record.
    void looked(const QString &place) { m_looks[place] = m_tokens; }
    /// Typed at this place after the sync's last look there: no rule can save that from a CRM without preconditions.
    bool isUnseenEdit(const QString &place, int token) const { return token > m_looks.value(place, m_tokens); }

    void personDeleted(const QString &place) { m_deleted.insert(place); }
    void personRestored(const QString &place)
    {
        m_deleted.remove(place);
        m_restored.insert(place);
    }
    bool didPersonDelete(const QString &place) const { return m_deleted.contains(place); }
    /// Also one that was restored since somebody asked last: the sync may have acted on it before.
    bool wasDeletedLately(const QString &place) const { return didPersonDelete(place) || m_restored.contains(place); }
    void forgetRestored() { m_restored.clear(); }

    /// A person decided that the sides of a field keep what they have.
    void keptApart(const QString &hub, const QString &field) { m_apart.insert(hub + u'/' + field); }
    bool isKeptApart(const QString &hub, const QString &field) const { return m_apart.contains(hub + u'/' + field); }

    void met(const QString &what, int times = 1) { m_summary.count(what, times); }
    void fail(const QString &violation);
    const QStringList &violations() const { return m_violations; }

    /// Where the history is to be told, each thing that happens is a line.
    std::function<void(const QString &)> tell;

private:
    Summary &m_summary;
    int m_tokens = 0;
    QMap<int, QString> m_typed; ///< token -> place
    QSet<int> m_covered;
    QMap<QString, int> m_looks; ///< place -> the newest token when the sync looked
    QSet<QString> m_deleted, m_restored, m_apart;
    QStringList m_violations;
};

} // namespace syncline::simulation
