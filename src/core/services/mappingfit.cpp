#include "core/mapping/conversion.h"
#include "core/services/mappingeditor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Which fields may be joined, and how those that do not fit could.
namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingFit)
};

bool isPlain(FieldType type)
{
    return type == FieldType::Text || type == FieldType::LongText;
}

bool isSeveral(FieldType type)
{
    return type == FieldType::Set || type == FieldType::List || type == FieldType::Refs;
}

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Decimal;
}

/// What one value of a field is, as the end of "Tags holds ...".
QString holds(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::LongText:
        return Text::tr("one text");
    case FieldType::Integer:
        return Text::tr("a whole number");
    case FieldType::Decimal:
        return Text::tr("a number");
    case FieldType::Boolean:
        return Text::tr("yes or no");
    case FieldType::Date:
        return Text::tr("a date");
    case FieldType::DateTime:
        return Text::tr("a date with a time");
    case FieldType::Enumeration:
        return Text::tr("one value of a list");
    case FieldType::Set:
    case FieldType::List:
        return Text::tr("several values");
    case FieldType::Email:
        return Text::tr("an e-mail address");
    case FieldType::Phone:
        return Text::tr("a phone number");
    case FieldType::Url:
        return Text::tr("a web address");
    case FieldType::Ref:
        return Text::tr("a link to one record");
    case FieldType::Refs:
        return Text::tr("links to several records");
    case FieldType::Consent:
        return Text::tr("a consent");
    case FieldType::Group:
        return Text::tr("several parts");
    }
    return {};
}

Transform builtin(Builtin name, QMap<QString, QString> arguments = {})
{
    Transform transform;
    transform.type = TransformType::Builtin;
    transform.builtin = name;
    transform.arguments = std::move(arguments);
    return transform;
}

Transform function(const QString &expression)
{
    Transform transform;
    transform.type = TransformType::Function;
    transform.expression = expression;
    return transform;
}

/// Two lists whose values mean the same by themselves.
bool haveSameOptions(const HubFieldDef &hub, const connectors::RemoteField &remote)
{
    return std::all_of(hub.options.begin(), hub.options.end(), [&](const HubOption &mine) {
        return std::any_of(remote.options.begin(), remote.options.end(), [&](const connectors::Option &theirs) {
            return theirs.value.compare(mine.value, Qt::CaseInsensitive) == 0
                || theirs.label.compare(mine.value, Qt::CaseInsensitive) == 0;
        });
    });
}

/// Joined without a second thought: what one side holds is what the other takes.
bool fitsAsItIs(const HubFieldDef &hub, const connectors::RemoteField &remote)
{
    const FieldType a = hub.type, b = remote.type;
    if (a == FieldType::Enumeration && b == FieldType::Enumeration && !hub.options.isEmpty())
        return haveSameOptions(hub, remote);
    if (a == b || (isPlain(a) && isPlain(b)) || (isNumber(a) && isNumber(b)))
        return true;
    const bool isWord = b == FieldType::Enumeration || b == FieldType::Email || b == FieldType::Url
        || b == FieldType::Phone;
    if (isPlain(a))
        return isWord;
    switch (a) {
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Enumeration:
        return isPlain(b);
    case FieldType::Consent:
        return b == FieldType::Boolean;
    case FieldType::Set:
        return b == FieldType::List;
    case FieldType::List:
        return b == FieldType::Set;
    default:
        return false;
    }
}

class Ways
{
public:
    Ways(const HubFieldDef &hub, const connectors::RemoteField &remote, FieldMapping line)
        : m_hub(hub)
        , m_remote(remote)
        , m_line(std::move(line))
    {
    }

    /// `lookup`: the table that the editor would fill in.
    QList<Fit::Choice> find(const Transform &lookup)
    {
        const FieldType a = m_hub.type, b = m_remote.type;
        if (a == FieldType::Enumeration && b == FieldType::Enumeration)
            offer(Text::tr("With a lookup table"), lookup);
        if (isSeveral(a) && isPlain(b)) {
            offer(Text::tr("Join with commas"), builtin(Builtin::Join, {{u"separator"_s, u", "_s}}));
            offer(Text::tr("The first one only"), function(u"value.length ? value[0] : ''"_s));
        }
        if ((isPlain(a) || a == FieldType::Enumeration) && isSeveral(b))
            offer(Text::tr("Split at commas"), builtin(Builtin::Split, {{u"separator"_s, u","_s}}));
        if ((a == FieldType::Boolean && isPlain(b)) || (isPlain(a) && b == FieldType::Boolean))
            offer(Text::tr("With the words Yes and No"), words(a == FieldType::Boolean));
        if (a == FieldType::Date && b == FieldType::DateTime)
            offer(Text::tr("At midnight of that day"), function(u"value ? value + 'T00:00:00Z' : ''"_s),
                  function(u"value ? value.slice(0, 10) : ''"_s));
        if (a == FieldType::DateTime && b == FieldType::Date)
            offer(Text::tr("The day only, the time is lost"), function(u"value ? value.slice(0, 10) : ''"_s));
        offerAsItIs();
        return m_choices;
    }

private:
    static Transform words(bool toWords)
    {
        return builtin(Builtin::BooleanWords,
                       {{u"true"_s, u"Yes"_s}, {u"false"_s, u"No"_s}, {u"to"_s, toWords ? u"words"_s : u"boolean"_s}});
    }

    void offer(const QString &label, const Transform &transform, const std::optional<Transform> &inverse = {})
    {
        FieldMapping line = m_line;
        line.transform = transform;
        line.inverse = inverse;
        if (line.direction == Direction::Pull) { // the one transform then reads the CRM's value
            line.transform = inverse ? *inverse : transform.inverse().value_or(transform);
            line.inverse.reset();
        } else if (line.direction == Direction::Both && !inverse && !transform.inverse()) {
            line.direction = Direction::Push;
        }
        m_choices.append({label, line});
    }

    /// Convertible where the value happens to have the right form; what has not is reported record by record.
    void offerAsItIs()
    {
        const bool isOffered = !m_choices.isEmpty() || !isConvertible(m_hub.type, m_remote.type);
        if (!isOffered)
            m_choices.append(
                {Text::tr("As it is; values that are not %1 are reported").arg(holds(m_remote.type)), m_line});
    }

    const HubFieldDef &m_hub;
    const connectors::RemoteField &m_remote;
    FieldMapping m_line;
    QList<Fit::Choice> m_choices;
};

} // namespace

Fit MappingEditor::fit(const QString &hubKey, const QString &remoteName) const
{
    Fit fit;
    const HubFieldDef *hub = hubField(hubKey);
    const connectors::RemoteField *remote = m_basis->remote.field(remoteName);
    if (!hub || !remote)
        return fit;
    if (pair({hubKey, remoteName})) {
        fit.reason = Text::tr("%1 and %2 are connected already.").arg(hub->label, remote->label);
        return fit;
    }
    if (hub->readOnly && remote->readOnly) {
        fit.reason = Text::tr("%1 and %2 can both only be read.").arg(hub->label, remote->label);
        return fit;
    }
    fit.line.hub = hubKey;
    fit.line.remote = remoteName;
    fit.line.direction = directionFor(*hub, *remote);
    const MappingIssues taken = issuesOf(fit.line);
    if (fitsAsItIs(*hub, *remote) && !hasProblems(taken)) {
        fit.kind = Fit::Kind::Fits;
        return fit;
    }
    fit.choices = Ways(*hub, *remote, fit.line).find(lookupFor(hubKey, remoteName));
    fit.kind = fit.choices.isEmpty() ? Fit::Kind::Never : Fit::Kind::Choice;
    fit.reason =
        Text::tr("%1 holds %2; %3 takes %4.").arg(hub->label, holds(hub->type), remote->label, holds(remote->type));
    if (hub->type == FieldType::Enumeration && remote->type == FieldType::Enumeration)
        fit.reason = Text::tr("%1 and %2 have different lists of values.").arg(hub->label, remote->label);
    return fit;
}

Transform MappingEditor::lookupFor(const QString &hubKey, const QString &remoteName) const
{
    Transform lookup;
    lookup.type = TransformType::Lookup;
    const HubFieldDef *hub = hubField(hubKey);
    const connectors::RemoteField *remote = m_basis->remote.field(remoteName);
    if (!hub || !remote)
        return lookup;
    const auto alike = [](const QString &a, const QString &b) {
        return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
    };
    for (const HubOption &mine : hub->options) {
        for (const connectors::Option &theirs : remote->options) {
            if (alike(mine.value, theirs.value) || alike(mine.label, theirs.label) || alike(mine.value, theirs.label)) {
                lookup.table.insert(mine.value, theirs.value);
                break;
            }
        }
    }
    if (hub->options.isEmpty()) { // the hub keeps what it gets: the CRM's own values, by their names
        for (const connectors::Option &theirs : remote->options) {
            if (!theirs.value.isEmpty())
                lookup.table.insert(theirs.label.isEmpty() ? theirs.value : theirs.label, theirs.value);
        }
    }
    return lookup;
}

} // namespace syncline::core
