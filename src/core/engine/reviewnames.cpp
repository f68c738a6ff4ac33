#include "core/engine/planning.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Short enough to type, long enough to be unique in a workspace.
QString shortId(QChar prefix, const QString &text)
{
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return prefix + QString::fromLatin1(digest.toHex().left(12));
}

} // namespace

QString conflictId(const QString &hub, const QString &field)
{
    return shortId(u'c', hub + u'\n' + field);
}

QString heldId(const QString &integration, const QString &hub, const QString &remote, const QString &code)
{
    return shortId(u'h', QStringList{integration, hub, remote, code}.join(u'\n'));
}

QString deleteId(const QString &hub, const QString &from)
{
    return shortId(u'd', hub + u'\n' + from);
}

QString conflictCauseName(ConflictCause cause)
{
    switch (cause) {
    case ConflictCause::FirstMeeting:
        return u"first meeting"_s;
    case ConflictCause::SeveralSides:
        return u"changed on several sides"_s;
    case ConflictCause::ConsentLoosened:
        return u"consent loosened"_s;
    case ConflictCause::PutBack:
        return u"put back by the CRM"_s;
    case ConflictCause::Swings:
        return u"swings between systems"_s;
    }
    return {};
}

QString statusName(Status status)
{
    switch (status) {
    case Status::Equal:
        return u"equal"_s;
    case Status::LeftOut:
        return u"left_out"_s;
    case Status::Written:
        return u"written"_s;
    case Status::Held:
        return u"held"_s;
    case Status::Conflict:
        return u"conflict"_s;
    case Status::Failed:
        return u"failed"_s;
    }
    return {};
}

QString ledgerRecord(const QString &remoteId, const QString &hubId)
{
    return remoteId.isEmpty() ? u"hub:"_s + hubId : remoteId;
}

QJsonObject errorDocument(const QString &integration, const QString &entity, const QString &record,
                          const QString &field, const QString &value, const Error &error)
{
    return {{u"integration"_s, integration},
            {u"entity"_s, entity},
            {u"record"_s, record},
            {u"field"_s, field},
            {u"value"_s, value},
            {u"kind"_s, errorKindName(error.kind)},
            {u"message"_s, error.message},
            {u"provider_message"_s, error.providerMessage},
            {u"remedy"_s, error.remedy}};
}

} // namespace syncline::core
