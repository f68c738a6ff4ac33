#include "connectors/common/answers.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

constexpr int longestWords = 300;
constexpr int shortestSecret = 4; ///< a shorter one would blank out ordinary words

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::connectors::Answers)
};

} // namespace

ErrorKind errorKindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 413:
    case 415:
        return ErrorKind::Validation;
    case 401:
        return ErrorKind::Authentication;
    case 403:
        return ErrorKind::Permission;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
    case 422:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::RateLimit;
    default:
        return ErrorKind::Server;
    }
}

QString usualRemedy(ErrorKind kind)
{
    if (kind == ErrorKind::Validation)
        return Text::tr("Correct the value, here or in the system that it comes from.");
    if (kind == ErrorKind::Conflict)
        return Text::tr("Another record has this value already: merge the two, or change one of them.");
    return {};
}

QString providerWords(const QString &words, const Secrets &secrets)
{
    static const QRegularExpression tags(u"<[^>]*>"_s);
    static const QRegularExpression token(
        u"((?:access_token|refresh_token|client_secret|password|token)[\"']?\\s*[=:]\\s*[\"']?|(?:Bearer|Basic)\\s+)[^\\s&\"',;]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString text = words;
    for (auto it = secrets.begin(); it != secrets.end(); ++it) {
        if (it->size() >= shortestSecret && it.key() != "username"_L1)
            text.replace(*it, u"***"_s);
    }
    text = text.replace(token, u"\\1***"_s).replace(tags, u" "_s).simplified();
    return text.size() > longestWords ? text.left(longestWords - 1) + u'…' : text;
}

} // namespace syncline::connectors
