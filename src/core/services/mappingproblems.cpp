#include "core/services/mappingeditor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What stands in the way of a mapping, each with the nearest cure.
namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingProblems)
};

struct Cure
{
    QString label;
    EntityMapping mapping;
};

bool contains(const MappingIssues &issues, const MappingIssue &issue)
{
    return std::any_of(issues.begin(), issues.end(), [&](const MappingIssue &other) {
        return other.hub == issue.hub && other.remote == issue.remote && other.message == issue.message;
    });
}

/// A cure is an edit that makes the problem go away and brings no other one. Edits are tried from the mildest on,
/// against the very checks that found the problem.
class Curing
{
public:
    Curing(const MappingEditor &editor, const MappingIssues &before) : m_editor(editor), m_before(before) {}

    std::optional<Cure> find(const MappingIssue &issue)
    {
        for (const Cure &edit : edits(issue)) {
            const MappingIssues after = check(edit.mapping, m_editor.basis().schema, m_editor.basis().remote);
            const bool isMended = !contains(after, issue);
            const bool isHarmless = std::all_of(after.begin(), after.end(),
                                                [&](const MappingIssue &other) { return contains(m_before, other); });
            if (isMended && isHarmless)
                return edit;
        }
        return std::nullopt;
    }

private:
    QList<Cure> edits(const MappingIssue &issue) const
    {
        QList<Cure> edits;
        const PairId id{issue.hub, issue.remote};
        if (const FieldMapping *line = m_editor.pair(id))
            editsOfLine(*line, edits);
        else
            editsOfEntity(issue, edits);
        return edits;
    }

    void editsOfLine(const FieldMapping &line, QList<Cure> &edits) const
    {
        const PairId id{line.hub, line.remote};
        FieldMapping other = line;
        other.enforce = false;
        edits.append({Text::tr("Do not enforce"), m_editor.withLine(other)});
        other = line;
        other.tagNamespace.clear();
        edits.append({Text::tr("Clear the namespace"), m_editor.withLine(other)});
        other = line;
        other.defaultValue = Value::null();
        edits.append({Text::tr("No default"), m_editor.withLine(other)});
        edits.append({Text::tr("Only push"), m_editor.withDirection(id, Direction::Push)});
        edits.append({Text::tr("Only pull"), m_editor.withDirection(id, Direction::Pull)});
        other = line;
        other.transform = m_editor.lookupFor(line.hub, line.remote);
        if (line.transform.type == TransformType::Lookup && !other.transform.table.isEmpty())
            edits.append({Text::tr("Fill the table"), m_editor.withLine(other)});
        edits.append({Text::tr("Remove the line"), m_editor.without(id)});
    }

    void editsOfEntity(const MappingIssue &issue, QList<Cure> &edits) const
    {
        EntityMapping other = m_editor.mapping();
        for (const Suggestion &suggestion : m_editor.basis().suggestions) {
            const bool isWanted = (!issue.hub.isEmpty() && suggestion.field.hub == issue.hub)
                || (!issue.remote.isEmpty() && suggestion.field.remote == issue.remote);
            if (isWanted) {
                edits.append(
                    {Text::tr("Connect with %1").arg(nameOf(suggestion, issue)), m_editor.withLine(suggestion.field)});
            }
        }
        other.match.clear();
        if (other.match != m_editor.mapping().match)
            edits.append({Text::tr("Match as usual"), other});
    }

    QString nameOf(const Suggestion &suggestion, const MappingIssue &issue) const
    {
        return issue.hub.isEmpty() ? m_editor.label(MappingSide::Hub, suggestion.field.hub)
                                   : m_editor.label(MappingSide::Remote, suggestion.field.remote);
    }

    const MappingEditor &m_editor;
    const MappingIssues &m_before;
};

QString placeOf(const MappingIssue &issue, const MappingEditor &editor)
{
    if (!issue.hub.isEmpty() && !issue.remote.isEmpty())
        return u"pair"_s;
    if (!issue.hub.isEmpty())
        return u"match"_s;
    return issue.remote.isEmpty() && !editor.mapping().filter.isEmpty() ? u"filter"_s : u"pair"_s;
}

QString subjectOf(const MappingIssue &issue, const MappingEditor &editor)
{
    if (!issue.remote.isEmpty())
        return editor.label(MappingSide::Remote, issue.remote);
    return issue.hub.isEmpty() ? QString() : editor.label(MappingSide::Hub, issue.hub);
}

/// Fields under the names that people know them by.
QString inWords(const MappingIssue &issue, const MappingEditor &editor)
{
    QString text = issue.message;
    const auto rename = [&](MappingSide side, const QString &key) {
        if (key.isEmpty())
            return;
        text.replace(u'"' + key + u'"', u'“' + editor.label(side, key) + u'”');
        text.replace(u'„' + key + u'“', u'„' + editor.label(side, key) + u'“'); // as German has it
    };
    rename(MappingSide::Remote, issue.remote);
    rename(MappingSide::Hub, issue.hub);
    return text;
}

MappingProblem problemOf(const MappingIssue &issue, const MappingEditor &editor, const MappingIssues &all)
{
    MappingProblem problem;
    problem.severity = issue.severity;
    problem.pair = {issue.hub, issue.remote};
    problem.subject = subjectOf(issue, editor);
    problem.text = inWords(issue, editor);
    problem.remedy = issue.remedy;
    problem.place = placeOf(issue, editor);
    if (const auto cure = Curing(editor, all).find(issue)) {
        problem.cure = cure->label;
        problem.cured = cure->mapping;
    } else {
        problem.cure = Text::tr("Show");
    }
    return problem;
}

void addFacts(const MappingFacts &facts, const MappingEditor &editor, QList<MappingProblem> &problems)
{
    for (auto it = facts.blank.begin(); it != facts.blank.end(); ++it) {
        const FieldMapping *line = editor.pair(it.key());
        if (!line || !line->defaultValue.isBlank())
            continue;
        problems.append(
            {Severity::Warning,
             it.key(),
             editor.label(MappingSide::Remote, it.key().remote),
             Text::tr("is required in %1; %n record(s) have none", nullptr, *it).arg(editor.basis().integration),
             Text::tr("They are held until they have one."),
             Text::tr("Set a default"),
             std::nullopt,
             u"default"_s,
             {}});
    }
    for (auto it = facts.withoutEntry.begin(); it != facts.withoutEntry.end(); ++it) {
        for (auto value = it->begin(); value != it->end(); ++value) {
            problems.append({Severity::Warning, it.key(), editor.label(MappingSide::Remote, it.key().remote),
                             Text::tr("“%1” has no value in %2 (%n record(s))", nullptr, *value)
                                 .arg(value.key(), editor.basis().integration),
                             Text::tr("These records keep what they have there."), Text::tr("Choose one"), std::nullopt,
                             u"table"_s, value.key()});
        }
    }
}

} // namespace

QList<MappingProblem> MappingEditor::problems(const MappingFacts &facts) const
{
    const MappingIssues issues = check(m_mapping, m_basis->schema, m_basis->remote);
    QList<MappingProblem> problems;
    for (const MappingIssue &issue : issues)
        problems.append(problemOf(issue, *this, issues));
    addFacts(facts, *this, problems);
    std::stable_sort(problems.begin(), problems.end(), [](const MappingProblem &a, const MappingProblem &b) {
        return a.severity == Severity::Problem && b.severity == Severity::Warning;
    });
    return problems;
}

} // namespace syncline::core
