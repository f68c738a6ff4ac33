// Writing what the table shows to a file.
#include "ui/backend/backend.h"
#include "ui/components/panels.h"
#include "ui/records/recordsmodel.h"
#include "ui/records/recordsview.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

void RecordsView::chooseFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name = insideSentence(entityTitle(m_shown.entity)) + u".csv"_s;
    auto *dialog = new QFileDialog(this, tr("Export records"), folder.filePath(name),
                                   tr("Comma-separated values (*.csv)"));
    dialog->setObjectName(u"exportFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &RecordsView::exportTo);
    dialog->open();
}

/// The columns that are shown, in the order in which they stand.
core::RecordSheet RecordsView::sheet() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    core::RecordSheet sheet;
    QList<RecordsModel::Column> columns;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (header->isSectionHidden(column))
            continue;
        columns << RecordsModel::Column(column);
        sheet.head << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    sheet.cells = [columns](const core::RecordLine &line) {
        QStringList cells;
        for (const RecordsModel::Column column : columns)
            cells << RecordsModel::fileText(line, column);
        return cells;
    };
    return sheet;
}

void RecordsView::exportTo(const QString &file)
{
    m_export->setEnabled(false);
    m_backend.work<int>(
        this,
        [query = m_shown, sheet = sheet(), file](core::Session &session, const std::stop_token &stop) {
            return core::exportRecords(session, query, sheet, file, stop);
        },
        [this, file, entity = m_shown.entity](const Result<int> &written) {
            m_export->setEnabled(true);
            if (!written)
                return m_message->tell(MessageKind::Bad, written.error().message, written.error().remedy, tr("Close"));
            m_message->tell(MessageKind::Good, tr("%1 are in %2.").arg(entityCount(entity, *written), file), {},
                            tr("Close"));
        });
}

} // namespace syncline::ui
