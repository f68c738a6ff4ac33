#include "app/curlpostman.h"

#include <QCoreApplication>

#include <curl/curl.h>

#include <mutex>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::app::Postman", text);
}

struct FreeCurl
{
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};
using Curl = std::unique_ptr<CURL, FreeCurl>;

struct FreeList
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void append(List &list, const QByteArray &text)
{
    list.reset(curl_slist_append(list.release(), text.constData()));
}

struct Reading
{
    QByteArray bytes;
    qsizetype at = 0;
};

std::size_t read(char *to, std::size_t size, std::size_t count, void *context)
{
    auto &reading = *static_cast<Reading *>(context);
    const qsizetype taken = std::min<qsizetype>(qsizetype(size * count), reading.bytes.size() - reading.at);
    std::copy_n(reading.bytes.constData() + reading.at, taken, to);
    reading.at += taken;
    return std::size_t(taken);
}

/// Answers are of no use; one without an end is cut.
std::size_t ignore(char *, std::size_t size, std::size_t count, void *context)
{
    constexpr std::size_t most = 256 * 1024;
    auto &sum = *static_cast<std::size_t *>(context);
    sum += size * count;
    return sum > most ? 0 : size * count;
}

int isStopped(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<std::stop_token *>(context)->stop_requested() ? 1 : 0;
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
}

Error problem(ErrorKind kind, const QString &message, const QString &remedy = {})
{
    return {kind, message, remedy, {}, {}, false};
}

Error errorOf(CURLcode code, const QString &host)
{
    const QString words = QString::fromUtf8(curl_easy_strerror(code));
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return problem(ErrorKind::Cancelled, tr("Sending was stopped."));
    case CURLE_LOGIN_DENIED:
        return problem(ErrorKind::Authentication, tr("%1 refused the sign-in.").arg(host),
                       tr("Give the user's name and password again."));
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_USE_SSL_FAILED:
        return problem(ErrorKind::Network, tr("%1 offers no connection that can be trusted: %2").arg(host, words),
                       tr("Check the address and the server's certificate."));
    case CURLE_REMOTE_ACCESS_DENIED:
        return problem(ErrorKind::Validation, tr("%1 did not take the message: %2").arg(host, words),
                       tr("Check who sends it and who gets it."));
    default:
        return problem(ErrorKind::Network, tr("%1 was not reached: %2").arg(host, words),
                       tr("Check the address; it is tried again."));
    }
}

/// 2xx; a redirect is not followed, since it would carry the message elsewhere.
Result<void> checkStatus(long status, const QString &host)
{
    const QString message = tr("%1 answered with status %2.").arg(host).arg(status);
    if (status >= 200 && status < 300)
        return {};
    if (status == 429)
        return failure(problem(ErrorKind::RateLimit, message));
    if (status >= 500 || status == 408)
        return failure(problem(ErrorKind::Server, message));
    if (status == 401 || status == 403)
        return failure(problem(ErrorKind::Permission, message, tr("Make a new address there and give it here.")));
    if (status == 404 || status == 410)
        return failure(problem(ErrorKind::NotFound, message, tr("Make a new address there and give it here.")));
    return failure(problem(ErrorKind::Validation, message));
}

class CurlPostman final : public core::Postman
{
public:
    CurlPostman()
    {
        static std::once_flag once;
        std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    }

    Result<void> post(const core::Post &post, std::stop_token stop) override
    {
        const Curl curl = make(stop);
        List headers;
        append(headers, "Content-Type: " + post.contentType);
        append(headers, "Expect:");
        for (const auto &[name, value] : post.headers)
            append(headers, name + ": " + value);
        const QByteArray url = post.url.toEncoded();
        set(curl, CURLOPT_URL, url.constData());
        set(curl, CURLOPT_PROTOCOLS_STR, isLoopback(post.url.host()) ? "http,https" : "https");
        set(curl, CURLOPT_HTTPHEADER, headers.get());
        set(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(post.body.size()));
        set(curl, CURLOPT_POSTFIELDS, post.body.constData());
        set(curl, CURLOPT_FOLLOWLOCATION, 0L);
        if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK && code != CURLE_WRITE_ERROR)
            return failure(errorOf(code, post.url.host()));
        long status = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
        return checkStatus(status, post.url.host());
    }

    Result<void> mail(const core::Mail &mail, std::stop_token stop) override
    {
        const Curl curl = make(stop);
        List recipients;
        for (const QString &address : mail.to)
            append(recipients, '<' + address.toUtf8() + '>');
        const QByteArray url = mail.server.toEncoded(), from = '<' + mail.from.toUtf8() + '>';
        const QByteArray user = mail.user.toUtf8(), password = mail.password.toUtf8();
        const bool isHere = isLoopback(mail.server.host());
        Reading reading{mail.message, 0};
        set(curl, CURLOPT_URL, url.constData());
        set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(curl, CURLOPT_USE_SSL, long(isHere ? CURLUSESSL_TRY : CURLUSESSL_ALL));
        if (!user.isEmpty()) {
            set(curl, CURLOPT_USERNAME, user.constData());
            set(curl, CURLOPT_PASSWORD, password.constData());
        }
        set(curl, CURLOPT_MAIL_FROM, from.constData());
        set(curl, CURLOPT_MAIL_RCPT, recipients.get());
        set(curl, CURLOPT_UPLOAD, 1L);
        set(curl, CURLOPT_READFUNCTION, read);
        set(curl, CURLOPT_READDATA, &reading);
        const CURLcode code = curl_easy_perform(curl.get());
        if (code == CURLE_OK)
            return {};
        long status = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
        if (code != CURLE_LOGIN_DENIED && status >= 500) // a refusal that stays, by RFC 5321
            return failure(errorOf(CURLE_REMOTE_ACCESS_DENIED, mail.server.host()));
        return failure(errorOf(code, mail.server.host()));
    }

private:
    template<typename Value>
    static void set(const Curl &curl, CURLoption option, Value value)
    {
        curl_easy_setopt(curl.get(), option, value);
    }

    Curl make(std::stop_token &stop)
    {
        constexpr long patience = 30, connectPatience = 10;
        Curl curl(curl_easy_init());
        m_received = 0;
        set(curl, CURLOPT_NOSIGNAL, 1L);
        set(curl, CURLOPT_TIMEOUT, patience);
        set(curl, CURLOPT_CONNECTTIMEOUT, connectPatience);
        set(curl, CURLOPT_FRESH_CONNECT, 1L); // one that is used again may be dead: then libcurl sends twice
        set(curl, CURLOPT_USERAGENT, "Syncline");
        set(curl, CURLOPT_WRITEFUNCTION, ignore);
        set(curl, CURLOPT_WRITEDATA, &m_received);
        set(curl, CURLOPT_NOPROGRESS, 0L);
        set(curl, CURLOPT_XFERINFOFUNCTION, isStopped);
        set(curl, CURLOPT_XFERINFODATA, &stop);
        return curl;
    }

    static thread_local std::size_t m_received;
};

thread_local std::size_t CurlPostman::m_received = 0;

} // namespace

std::unique_ptr<core::Postman> makePostman()
{
    return std::make_unique<CurlPostman>();
}

} // namespace syncline::app
