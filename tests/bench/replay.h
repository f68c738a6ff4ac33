#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>

/// The physical limit: the requests of a run once more, their answers thrown away.
namespace syncline::bench {

struct Request
{
    QByteArray method, target, body;
    int status = 0; ///< as it was answered in the run
};

struct Answer
{
    int status = 0; ///< 0: nobody answered
    QByteArray body;
};

/// One connection that stays open. Blocks.
class Wire
{
public:
    explicit Wire(std::uint16_t port);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    Answer exchange(const Request &request, const QByteArray &credentials = {});

private:
    bool fill();
    int m_socket = -1;
    QByteArray m_read;
};

struct Replayed
{
    int requests = 0;
    qint64 bytes = 0;  ///< of answers
    int different = 0; ///< answered with another status than in the run
};

/// Sends the requests one by one, each as soon as the one before is answered, and signs in as they do.
Replayed replay(std::uint16_t port, const QList<Request> &requests);

} // namespace syncline::bench
