#include "sandbox/mautic/columns.h"
#include "sandbox/mautic/query.h"

#include <QSet>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

struct Term
{
    bool isNegated = false;
    QString command; ///< "" for free text
    QString text;
};

/// `!is:anonymous company:"A B" word` as three terms.
QList<Term> searchTerms(const QString &search)
{
    static const QRegularExpression shape(u"(!?)(?:([a-z_]+):)?(?:\"([^\"]*)\"|(\\S+))"_s);
    QList<Term> terms;
    for (auto matches = shape.globalMatch(search); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString text = match.captured(3).isEmpty() ? match.captured(4) : match.captured(3);
        if (!text.isEmpty())
            terms.append({!match.captured(1).isEmpty(), match.captured(2), text});
    }
    return terms;
}

Predicate fieldContains(const Store &store, Object object, const QStringList &aliases, const QString &text)
{
    std::vector<Column> columns;
    for (const QString &alias : aliases) {
        if (const Field *field = store.fields.find(object, alias))
            columns.push_back(fieldColumn(*field));
    }
    return [columns, pattern = likePattern(u'%' + text + u'%')](const Record &record) {
        return std::ranges::any_of(columns, [&](const Column &column) {
            const QJsonValue value = column.text(record);
            return !value.isNull() && pattern.match(collated(value.toString())).hasMatch();
        });
    };
}

Predicate linkedTo(const QSet<int> &companies)
{
    return [companies](const Record &record) {
        return std::ranges::any_of(record.links,
                                   [&](const CompanyLink &link) { return companies.contains(link.company); });
    };
}

QSet<int> companiesNamed(const Store &store, const QString &name)
{
    const Predicate isNamed = fieldContains(store, Object::Company, {u"companyname"_s}, name);
    QSet<int> ids;
    for (const auto &[id, company] : store.companies) {
        if (isNamed(company))
            ids.insert(id);
    }
    return ids;
}

Predicate tagged(const Store &store, const QString &name)
{
    return [&store, pattern = likePattern(name)](const Record &record) {
        return std::ranges::any_of(record.tags,
                                   [&](int tag) { return pattern.match(collated(store.tagName(tag))).hasMatch(); });
    };
}

Predicate amongIds(const QString &list)
{
    QSet<int> ids;
    for (const QString &id : list.split(u','))
        ids.insert(id.trimmed().toInt());
    return [ids](const Record &record) { return ids.contains(record.id); };
}

/// `is:...`; mine is a 500 for a client that is no user.
Parsed<Predicate> stateTerm(const QString &state, const Actor &actor)
{
    if (state == "anonymous"_L1)
        return [](const Record &record) { return record.identified == 0; };
    if (state == "unowned"_L1)
        return [](const Record &record) { return record.owner == 0; };
    if (state == "mine"_L1 && actor.userId == 0)
        return tl::unexpected(BadQuery());
    return [state, owner = actor.userId](const Record &record) { return state == "mine"_L1 && record.owner == owner; };
}

Parsed<Predicate> contactTerm(const Store &store, const Term &term, const Actor &actor)
{
    if (term.command == "is"_L1)
        return stateTerm(term.text, actor);
    if (term.command == "ids"_L1)
        return amongIds(term.text);
    if (term.command == "tag"_L1)
        return tagged(store, term.text);
    if (term.command == "company_id"_L1)
        return linkedTo({term.text.toInt()});
    if (term.command == "company"_L1)
        return linkedTo(companiesNamed(store, term.text));
    if (term.command == "owner"_L1) {
        return [&store, pattern = likePattern(u'%' + term.text + u'%')](const Record &record) {
            const User *user = store.user(record.owner);
            return user && pattern.match(collated(user->firstName + u' ' + user->lastName)).hasMatch();
        };
    }
    if (term.command == "segment"_L1)
        return [](const Record &) { return false; };
    if (!term.command.isEmpty() && store.fields.find(Object::Contact, term.command))
        return fieldContains(store, Object::Contact, {term.command}, term.text);
    return fieldContains(
        store, Object::Contact,
        {u"firstname"_s, u"lastname"_s, u"email"_s, u"company"_s, u"city"_s, u"state"_s, u"zipcode"_s, u"country"_s},
        term.text);
}

} // namespace

Parsed<Predicate> searchPredicate(Store &store, Object object, const QString &search, const Actor &actor)
{
    std::vector<Predicate> parts;
    for (const Term &term : searchTerms(search)) {
        const Parsed<Predicate> part = object == Object::Contact
            ? contactTerm(store, term, actor)
            : fieldContains(store, object, {u"companyname"_s, u"companyemail"_s, u"companycity"_s}, term.text);
        if (!part)
            return tl::unexpected(part.error());
        parts.push_back(
            [test = *part, wanted = !term.isNegated](const Record &record) { return test(record) == wanted; });
    }
    return [parts](const Record &record) {
        return std::ranges::all_of(parts, [&record](const Predicate &part) { return part(record); });
    };
}

} // namespace syncline::sandbox::mautic
