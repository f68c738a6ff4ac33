#include "ui/preview/previewdetail.h"

#include "ui/components/panels.h"
#include "ui/preview/previewdelegate.h"
#include "ui/preview/previewmodel.h"
#include "ui/preview/times.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// Values as they change; the rest as plain text.
class FieldDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), metrics::denseRow};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(color(Token::Border));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          color(Token::Border));
        const QRect rect = option.rect.adjusted(metrics::cardGap, 0, -metrics::gap, -1);
        painter->setFont(ui::font(Style::Body));
        const auto change = index.data(FieldChanges::ChangeRole).value<core::FieldChange>();
        QList<Run> runs{{index.data().toString(), Run::Look::Plain}};
        if (index.column() == FieldChanges::After)
            runs = afterOf(change, index.data(FieldChanges::CreatedRole).toBool());
        else if (index.column() == FieldChanges::Now && change.before.kind != core::ShownValue::Kind::Text)
            runs[0].look = Run::Look::Word;
        else if (index.column() == FieldChanges::Why)
            runs[0].look = Run::Look::Meta;
        paintRuns(*painter, rect, runs, false);
        painter->restore();
    }

private:
    /// Only what is new: what goes stands in the column before.
    static QList<Run> afterOf(const core::FieldChange &change, bool created)
    {
        QList<Run> kept;
        const QList<Run> all = runsOf(change, created);
        for (const Run &run : all) {
            if (run.look != Run::Look::Removed && run.text != u"→"_s)
                kept.append(run);
        }
        return kept;
    }
};

} // namespace

void FieldChanges::setRow(const core::PreviewRow &row, bool undo)
{
    beginResetModel();
    m_row = row;
    m_undo = undo;
    endResetModel();
}

int FieldChanges::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_row.changes.size());
}

int FieldChanges::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant FieldChanges::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::FieldChange &change = m_row.changes[index.row()];
    if (role == ChangeRole)
        return QVariant::fromValue(change);
    if (role == CreatedRole)
        return m_row.kind == "create"_L1 && !m_undo;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Field:
        return change.label;
    case Now:
        return shownText(change.before);
    case After:
        return shownText(change.after);
    default:
        break;
    }
    if (change.by.isEmpty())
        return m_row.reason;
    const QString who = change.by == "person"_L1 ? tr("Set by a person here") : tr("Set in %1").arg(change.by);
    return change.at ? tr("%1, %2").arg(who, shortTime(*change.at * 1000)) : who;
}

QVariant FieldChanges::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field");
    case Now:
        return m_row.system.isEmpty() ? tr("Now") : tr("Now in %1").arg(m_row.system);
    case After:
        return m_undo ? tr("After the undo") : tr("After");
    default:
        return tr("Why");
    }
}

PreviewDetailPane::PreviewDetailPane(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel)
    , m_name(textLabel({}, Style::PanelTitle))
    , m_place(textLabel({}, Style::Body, "second"))
    , m_open(linkButton(tr("Open record")))
    , m_request(linkButton(tr("See the request")))
    , m_stack(new QStackedWidget)
    , m_table(new QTableView)
    , m_model(new FieldChanges(this))
    , m_text(new QPlainTextEdit)
{
    setObjectName(u"previewDetail"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::cardPadding, metrics::gap, metrics::cardPadding, metrics::gap);
    head->setSpacing(metrics::gap);
    head->addWidget(m_sign);
    head->addWidget(m_name);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(m_place, 1);
    head->addWidget(m_open);
    head->addWidget(m_request);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FieldDelegate(m_table));
    m_table->setObjectName(u"previewFields"_s);
    m_table->setAccessibleName(tr("Fields of the chosen write"));
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::denseRow);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setProperty("inset", true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_text->setReadOnly(true);
    m_text->setFont(ui::font(Style::Mono));
    m_text->setObjectName(u"previewRequest"_s);
    m_text->setAccessibleName(tr("What would be sent"));
    m_text->setTabChangesFocus(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(rule());
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    m_open->setObjectName(u"openRecord"_s);
    m_request->setObjectName(u"seeRequest"_s);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT recordWanted(m_detail.row.hubId); });
    connect(m_request, &QPushButton::clicked, this, [this] { showRequest(m_stack->currentIndex() == 0); });
    clear();
}

void PreviewDetailPane::showRequest(bool request)
{
    m_stack->setCurrentIndex(request ? 1 : 0);
    m_request->setText(request ? tr("See the fields") : tr("See the request"));
    m_request->setAccessibleName(m_request->text());
}

void PreviewDetailPane::clear()
{
    m_detail = {};
    m_model->setRow({}, false);
    m_sign->clear();
    m_name->setText(tr("No row is chosen"));
    m_place->setText(tr("Choose one to see every field"));
    m_open->hide();
    m_request->hide();
    showRequest(false);
}

void PreviewDetailPane::showDetail(const core::PreviewDetail &detail, bool undo)
{
    if (detail.row.id != m_detail.row.id)
        showRequest(false);
    m_detail = detail;
    m_model->setRow(detail.row, undo);
    const char *sign = detail.row.kind == "create"_L1 ? "plus" : detail.row.kind == "update"_L1 ? "edit" : "link";
    m_sign->setPixmap(iconPixmap(QString::fromLatin1(sign), metrics::icon, color(Token::Accent), devicePixelRatioF()));
    m_name->setText(detail.row.record);
    const QString remote = detail.row.remoteId.isEmpty() ? tr("new there") : detail.row.remoteId;
    QString place = tr("%1, %2").arg(detail.row.system, remote);
    for (const QString &warning : detail.warnings)
        place += u" · "_s + warning;
    m_place->setText(place);
    m_place->setToolTip(place);
    m_open->setVisible(!detail.row.hubId.isEmpty());
    m_request->setVisible(!detail.request.isEmpty());
    m_text->setPlainText(detail.request);
    setAccessibleName(tr("%1, %2").arg(detail.row.record, changeText(detail.row)));
}

} // namespace syncline::ui
