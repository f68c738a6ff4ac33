#include "core/automation/messages.h"

#include <QJsonDocument>
#include <QLocale>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString slackText(QString text)
{
    return text.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
}

/// Discord reads Markdown: its signs are shown as they are.
QString discordText(const QString &text)
{
    static const QRegularExpression signs(uR"(([\\*_~`|>#\[\]()]))"_s);
    QString shown = text;
    return shown.replace(signs, uR"(\\1)"_s);
}

QString mark(const Notification &notification)
{
    if (notification.isRecovery)
        return u"✅"_s;
    switch (notification.severity) {
    case Urgency::Problem:
        return u"🔴"_s;
    case Urgency::Warning:
        return u"🟡"_s;
    case Urgency::Info:
        break;
    }
    return u"🔵"_s;
}

/// One line of a head; names from outside may hold anything.
QByteArray headWords(const QString &text)
{
    const QString line = text.simplified();
    const bool isPlain = std::ranges::all_of(line, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
    if (isPlain)
        return line.toLatin1();
    QByteArray words;
    constexpr qsizetype most = 10; // characters of four bytes each stay below the 75 that a word may have
    for (qsizetype at = 0; at < line.size();) {
        qsizetype count = std::min(most, line.size() - at);
        if (line[at + count - 1].isHighSurrogate())
            ++count;
        words += (words.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + line.mid(at, count).toUtf8().toBase64() + "?=";
        at += count;
    }
    return words;
}

QByteArray linesOf(const QByteArray &base64)
{
    constexpr qsizetype width = 76;
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += width)
        lines += base64.mid(at, width) + "\r\n";
    return lines;
}

} // namespace

QByteArray slackBody(const Notification &notification)
{
    const QString text = u"%1 *%2*\n%3"_s.arg(mark(notification), slackText(notification.title),
                                              slackText(notification.text));
    return compact({{u"text"_s, text.trimmed()}});
}

QByteArray discordBody(const Notification &notification)
{
    const QString text = u"%1 **%2**\n%3"_s.arg(mark(notification), discordText(notification.title),
                                                discordText(notification.text));
    constexpr qsizetype most = 2000; // Discord takes no more
    return compact(
        {{u"content"_s, text.trimmed().left(most)}, {u"allowed_mentions"_s, QJsonObject{{u"parse"_s, QJsonArray()}}}});
}

Post webhookPost(const Notification &notification, const QUrl &url, const QString &signingKey, qint64 nowSeconds)
{
    const QByteArray body = compact({{u"type"_s, notification.event},
                                     {u"timestamp"_s, notificationDocument(notification).value("at"_L1)},
                                     {u"data"_s, notificationDocument(notification)}});
    const QByteArray id = notification.id.toUtf8(), at = QByteArray::number(nowSeconds);
    QString key = signingKey;
    const QByteArray secret = QByteArray::fromBase64(key.remove(u"whsec_"_s).toLatin1());
    const QByteArray signature =
        QMessageAuthenticationCode::hash(id + '.' + at + '.' + body, secret, QCryptographicHash::Sha256).toBase64();
    Post post{url, {{"webhook-id", id}, {"webhook-timestamp", at}}, "application/json", body};
    if (!signingKey.isEmpty())
        post.headers.append({"webhook-signature", "v1," + signature});
    return post;
}

Mail mailOf(const Notification &notification, const Channel &channel, const QString &password)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(notification.at, Qt::UTC);
    const QString text = notification.title + u"\n\n"_s + notification.text + u'\n';
    QByteArray message = "From: Syncline <" + channel.from.toUtf8() + ">\r\n";
    message += "To: " + channel.to.join(u", "_s).toUtf8() + "\r\n";
    message += "Subject: " + headWords(u"Syncline: "_s + notification.title) + "\r\n";
    message += "Date: " + QLocale::c().toString(at, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000\r\n";
    message += "Message-ID: <" + notification.id.toLatin1() + "@syncline>\r\n";
    message += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
    message += "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    message += linesOf(text.toUtf8().toBase64());
    return {QUrl(channel.server), channel.user, password, channel.from, channel.to, message};
}

} // namespace syncline::core
