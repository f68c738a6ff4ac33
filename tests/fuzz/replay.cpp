// replay_NAME FOLDER: plays what lies in the folder, without a fuzzer.

#include "fuzz/fuzzed.h"

#include <QDir>
#include <QFile>

int main(int argc, char *argv[])
{
    int played = 0;
    const QDir folder(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 2;
        std::fprintf(stderr, "%s\n", qUtf8Printable(name)); // told before, as it may end the program
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
        ++played;
    }
    return argc == 2 && played > 0 ? 0 : 2;
}
