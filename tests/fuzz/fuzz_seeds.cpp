// fuzz_seeds FOLDER: what the fuzzers begin with, a folder for each. The visits of all connectors to their stand-ins, and what
// real servers answered and sent.

#include "fuzz/recorder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::fuzz;

namespace {

void keep(const QDir &folder, const QString &fuzzer, const QString &name, const QByteArray &bytes)
{
    folder.mkpath(fuzzer);
    QFile file(folder.filePath(fuzzer + u'/' + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s could not be written.", qUtf8Printable(file.fileName()));
}

void keepVisits(const QDir &folder)
{
    for (int party = 0; party < contract::parties().size(); ++party) {
        Recorder(party).record([&](const Visit &visit, const QString &) {
            const QByteArray bytes = visit.toBytes();
            keep(folder, u"answers"_s, QString::fromLatin1(bytes.left(3)), bytes);
        });
    }
}

QByteArray bodyOf(const QJsonObject &message)
{
    const QByteArray raw = message["body_raw"_L1].toString().toUtf8();
    return raw.isEmpty() ? QJsonDocument(message["body"_L1].toObject()).toJson(QJsonDocument::Compact) : raw;
}

/// As fuzz_webhooks reads it.
QByteArray deliveryOf(const QJsonObject &request)
{
    constexpr char mautic = 'b'; // the third of its readers
    QByteArray bytes(1, mautic);
    const QJsonObject headers = request["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        bytes += it.key().toUtf8() + ": " + it->toString().toUtf8() + '\n';
    return bytes + '\n' + bodyOf(request);
}

void keepRecordings(const QDir &folder)
{
    const QDir recordings(QStringLiteral(SYNCLINE_SOURCE_DIR) + "/tests/recordings"_L1);
    for (const QString &crm : {u"mautic"_s, u"suitecrm"_s}) {
        const QDir those(recordings.filePath(crm));
        for (const QString &name : those.entryList({u"*.json"_s}, QDir::Files)) {
            QFile file(those.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QJsonObject exchange = QJsonDocument::fromJson(file.readAll()).object();
            keep(folder, u"json"_s, crm + u'-' + name, bodyOf(exchange["response"_L1].toObject()));
            if (name.startsWith("webhook-"_L1))
                keep(folder, u"webhooks"_s, name, deliveryOf(exchange["request"_L1].toObject()));
        }
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: fuzz_seeds FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(QCoreApplication::arguments().at(1));
    keepVisits(folder);
    keepRecordings(folder);
    return 0;
}
