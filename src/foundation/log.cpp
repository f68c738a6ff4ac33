#include "foundation/log.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;

namespace syncline {

namespace {

constexpr int shortestSecret = 4;

QString blank()
{
    return u"•••"_s;
}

QString escapedForJson(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'/', u"\\/"_s);
}

/// The spellings in which a secret may turn up in a URL, a form or a JSON text.
QStringList spellings(const QString &secret)
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    QStringList all{secret, encoded, QString(encoded).replace(u"%20"_s, u"+"_s), escapedForJson(secret),
                    escapedForJson(secret).replace(u"\\/"_s, u"/"_s)};
    all.removeDuplicates();
    return all;
}

/// Whoever logs may be on any thread, and must not need a pointer to whoever signed in.
class KeptSecrets
{
public:
    void add(const QString &secret)
    {
        const std::lock_guard lock(m_mutex);
        for (const QString &spelling : spellings(secret)) {
            if (!m_spellings.contains(spelling))
                m_spellings << spelling;
        }
        // The longest first: a secret that holds another one must not leave a rest.
        std::ranges::stable_sort(m_spellings, [](const QString &a, const QString &b) { return a.size() > b.size(); });
    }
    void remove(const QString &secret)
    {
        const std::lock_guard lock(m_mutex);
        for (const QString &spelling : spellings(secret))
            m_spellings.removeAll(spelling);
    }
    QStringList all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_spellings;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_spellings;
};

KeptSecrets &keptSecrets()
{
    static KeptSecrets secrets;
    return secrets;
}

QRegularExpression expression(const QString &pattern)
{
    static const QString names =
        u"(?:access_token|refresh_token|client_secret|password|passwd|user_hash|api_?key|token|secret)"_s;
    return QRegularExpression(QString(pattern).replace(u"NAMES"_s, names), QRegularExpression::CaseInsensitiveOption);
}

/// What stands in the first group stays, the rest of the match goes. A value without its closing quote (a cut text) goes
/// up to the end.
const std::array<QRegularExpression, 6> &patterns()
{
    static const std::array<QRegularExpression, 6> all{
        expression(uR"re((NAMES\\*"\s*:\s*\\*")(?:\\.|[^"\\])*)re"_s),
        expression(uR"re((NAMES'?\s*(?::|=>)\s*')(?:\\.|[^'\\])*)re"_s),
        expression(uR"re((NAMES\\*["']?\s*[:=]\s*)[^\s"'&;,<>{}\\]+)re"_s),
        expression(uR"re((\bAuthorization\\*["']?\s*[:=]\s*\\*["']?)[^"'\r\n\\]+)re"_s),
        expression(uR"re((\b(?:Bearer|Basic)\s+)(?-i:(?=[a-z._~+/-]*[A-Z0-9=])[A-Za-z0-9._~+/-]{6,}=*))re"_s),
        expression(uR"re((\b[a-z][a-z0-9+.-]*://)[^/\s@"']+(?=@))re"_s)};
    return all;
}

std::atomic<QtMessageHandler> previousHandler{nullptr};

void redactingHandler(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (const QtMessageHandler previous = previousHandler.load())
        previous(type, context, redact(message));
}

} // namespace

void keepSecret(const QString &secret)
{
    if (secret.size() >= shortestSecret)
        keptSecrets().add(secret);
}

void forgetSecret(const QString &secret)
{
    keptSecrets().remove(secret);
}

QString redact(QString text)
{
    const QStringList secrets = keptSecrets().all();
    for (const QString &secret : secrets)
        text.replace(secret, blank());
    for (const QRegularExpression &pattern : patterns())
        text.replace(pattern, u"\\1"_s + blank());
    return text;
}

void installRedactingLog()
{
    const QtMessageHandler replaced = qInstallMessageHandler(redactingHandler);
    if (replaced != redactingHandler)
        previousHandler = replaced;
}

} // namespace syncline
