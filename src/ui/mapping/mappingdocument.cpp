#include "ui/mapping/mappingdocument.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::Direction;
using core::FieldMapping;
using core::MappingSide;
using core::PairId;

class EditStep final : public QUndoCommand
{
public:
    EditStep(MappingDocument &document, const QString &text, MappingDocument::State before,
             MappingDocument::State after, QString key)
        : QUndoCommand(text)
        , m_document(document)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_key(std::move(key))
    {
    }
    void undo() override { m_document.restore(m_before); }
    void redo() override { m_document.restore(m_after); }
    int id() const override { return m_key.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const EditStep *>(other);
        if (next->m_key != m_key)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    MappingDocument &m_document;
    MappingDocument::State m_before, m_after;
    QString m_key;
};

MappingDocument::MappingDocument(QObject *parent) : QObject(parent) {}

void MappingDocument::open(const Basis &basis)
{
    m_basis = basis;
    m_editor = {basis, basis->saved};
    m_undo.clear();
    m_selected = {};
    m_samples.clear();
    m_sample = 0;
    m_facts = {};
    recheck();
    Q_EMIT opened();
    Q_EMIT changed();
    Q_EMIT selectionChanged();
}

void MappingDocument::rebase(const Basis &basis)
{
    m_basis = basis;
    m_editor = {basis, m_editor.mapping(), m_editor.dismissed()};
    recheck();
    Q_EMIT changed();
}

void MappingDocument::close()
{
    m_undo.clear();
    m_editor = {};
    m_basis.reset();
    m_problems.clear();
    m_selected = {};
    Q_EMIT opened();
    Q_EMIT changed();
    Q_EMIT selectionChanged();
}

MappingDocument::State MappingDocument::state() const
{
    return {m_editor.mapping(), m_editor.dismissed()};
}

void MappingDocument::restore(const State &state)
{
    m_editor = {m_basis, state.mapping, state.dismissed};
    recheck();
    Q_EMIT changed();
    if (!m_selected.hub.isEmpty() && !m_editor.pair(m_selected))
        select({});
}

void MappingDocument::push(const QString &text, const State &after, const QString &key)
{
    if (after.mapping == m_editor.mapping() && after.dismissed == m_editor.dismissed())
        return;
    m_undo.push(new EditStep(*this, text, state(), after, key));
}

void MappingDocument::recheck()
{
    m_problems = m_editor.problems(m_facts);
}

void MappingDocument::edit(const QString &text, const core::EntityMapping &after, const QString &key)
{
    push(text, {after, m_editor.dismissed()}, key);
}

void MappingDocument::connectPair(const FieldMapping &line)
{
    const PairId pair{line.hub, line.remote};
    edit(tr("Connect %1").arg(pairName(pair)), m_editor.withLine(line));
    select(pair);
}

void MappingDocument::remove(const PairId &pair)
{
    if (m_editor.pair(pair))
        edit(tr("Remove %1").arg(pairName(pair)), m_editor.without(pair));
}

void MappingDocument::setDirection(const PairId &pair, Direction direction)
{
    edit(tr("Direction of %1").arg(pairName(pair)), m_editor.withDirection(pair, direction));
}

void MappingDocument::turn(const PairId &pair)
{
    setDirection(pair, m_editor.nextDirection(pair));
}

void MappingDocument::changeLine(const FieldMapping &line, const QString &key)
{
    edit(tr("Change %1").arg(pairName({line.hub, line.remote})), m_editor.withLine(line), key);
}

void MappingDocument::accept(const PairId &suggestion)
{
    for (const core::MappingSuggestion &one : m_editor.suggestions()) {
        if (one.pair == suggestion)
            connectPair(one.line);
    }
}

void MappingDocument::acceptAll()
{
    core::EntityMapping mapping = m_editor.mapping();
    const auto suggestions = m_editor.suggestions();
    for (const core::MappingSuggestion &one : suggestions)
        mapping.fields.append(one.line);
    edit(tr("Accept %n suggestion(s)", nullptr, int(suggestions.size())), mapping);
}

void MappingDocument::dismiss(const PairId &suggestion)
{
    State after = state();
    after.dismissed.insert(core::pairKey(suggestion));
    push(tr("Dismiss %1").arg(pairName(suggestion)), after);
}

const FieldMapping *MappingDocument::selectedLine() const
{
    return isOpen() ? m_editor.pair(m_selected) : nullptr;
}

void MappingDocument::select(const PairId &pair)
{
    if (pair == m_selected)
        return;
    m_selected = pair;
    Q_EMIT selectionChanged();
}

void MappingDocument::setSamples(const QList<core::MappingSample> &samples)
{
    m_samples = samples;
    m_sample = std::clamp(m_sample, 0, std::max(0, int(samples.size()) - 1));
    Q_EMIT samplesChanged();
}

const core::MappingSample *MappingDocument::sample() const
{
    return m_sample < m_samples.size() ? &m_samples.at(m_sample) : nullptr;
}

void MappingDocument::stepSample(int by)
{
    const int count = int(m_samples.size());
    if (count == 0)
        return;
    m_sample = (m_sample + by + count) % count;
    Q_EMIT samplesChanged();
}

QString MappingDocument::sampleText(MappingSide side, const QString &key) const
{
    const core::MappingSample *shown = sample();
    if (!shown || !isOpen())
        return {};
    const Value value = side == MappingSide::Hub ? shown->hub.value(key) : shown->remote.value(key);
    if (value.isForbidden())
        return tr("no permission");
    const auto field = m_editor.field(side, key);
    return core::shownValue(value, field ? field->options : QList<core::HubOption>()).simplified();
}

bool MappingDocument::hasProblem(const PairId &pair, core::Severity severity) const
{
    return std::any_of(m_problems.begin(), m_problems.end(), [&](const core::MappingProblem &problem) {
        return problem.pair == pair && problem.severity == severity;
    });
}

void MappingDocument::setFacts(const core::MappingFacts &facts)
{
    m_facts = facts;
    if (!isOpen())
        return;
    recheck();
    Q_EMIT changed();
}

QString MappingDocument::pairName(const PairId &pair) const
{
    if (!isOpen())
        return {};
    //: %1 is a field of the hub, %2 one of the CRM
    return tr("%1 and %2")
        .arg(m_editor.label(MappingSide::Hub, pair.hub), m_editor.label(MappingSide::Remote, pair.remote));
}

QString directionWords(Direction direction)
{
    switch (direction) {
    case Direction::Push:
        return QCoreApplication::translate("syncline::ui::MappingDocument", "push only");
    case Direction::Pull:
        return QCoreApplication::translate("syncline::ui::MappingDocument", "pull only");
    case Direction::Both:
        return QCoreApplication::translate("syncline::ui::MappingDocument", "both ways");
    }
    return {};
}

QString directionIcon(Direction direction)
{
    switch (direction) {
    case Direction::Push:
        return u"aright"_s;
    case Direction::Pull:
        return u"aleft"_s;
    case Direction::Both:
        return u"aboth"_s;
    }
    return {};
}

} // namespace syncline::ui
