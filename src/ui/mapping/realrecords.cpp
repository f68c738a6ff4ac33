#include "ui/mapping/realrecords.h"

#include "ui/components/panels.h"
#include "ui/mapping/segments.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::Direction;
using core::MappingPreviewRow;

namespace {

constexpr int pause = 150; ///< ms without typing
constexpr int tallest = 10 * metrics::denseRow;

} // namespace

void RealRecordsModel::setRows(const QList<MappingPreviewRow> &rows, const QStringList &heads)
{
    const bool isSameShape = rows.size() == m_rows.size();
    if (!isSameShape)
        beginResetModel();
    m_rows = rows;
    m_heads = heads;
    if (!isSameShape)
        endResetModel();
    else if (!rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, Columns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
}

int RealRecordsModel::doubtful() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const MappingPreviewRow &row) {
        return row.state == MappingPreviewRow::State::Doubtful;
    }));
}

int RealRecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RealRecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant RealRecordsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const MappingPreviewRow &row = m_rows.at(index.row());
    const bool isDoubtful = row.state == MappingPreviewRow::State::Doubtful;
    const QString text = index.column() == Name ? row.name : index.column() == From ? row.from : row.to;
    const bool isBlank = text.isEmpty() && index.column() != Mark;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Mark ? QString() : isBlank ? tr("empty") : text.simplified();
    case Qt::ToolTipRole:
        return (row.reason.isEmpty() ? text : row.reason).toHtmlEscaped();
    case Qt::FontRole:
        if (isBlank || (index.column() == To && row.state == MappingPreviewRow::State::Unchanged)) {
            QFont italic = ui::font(Style::Body);
            italic.setItalic(true);
            return italic;
        }
        return {};
    case Qt::ForegroundRole:
        if (index.column() == To && isDoubtful)
            return color(Token::Warn);
        return isBlank || (index.column() == To && row.state == MappingPreviewRow::State::Unchanged)
            ? QVariant(color(Token::Text3))
            : QVariant();
    case Qt::DecorationRole:
        if (index.column() != Mark || row.state == MappingPreviewRow::State::Unchanged)
            return {};
        return isDoubtful ? icon(u"warn"_s, Token::Warn) : icon(u"check"_s, Token::Ok);
    case Qt::AccessibleTextRole:
        if (index.column() != Mark)
            return data(index, Qt::DisplayRole);
        return isDoubtful ? tr("does not fit: %1").arg(row.reason) : tr("fits");
    default:
        return {};
    }
}

QVariant RealRecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_heads.value(section);
}

RealRecords::RealRecords(Backend &backend, MappingDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_document(document)
    , m_model(new RealRecordsModel(this))
    , m_way(new Segments(this))
    , m_table(new QTableView(this))
    , m_foot(textLabel({}, Style::Meta, "meta", this))
    , m_others(linkButton(tr("Show other 10"), {}, this))
{
    m_way->setSmall(true);
    m_way->setObjectName(u"previewWay"_s);
    m_way->add(int(Direction::Push), tr("To the CRM"), {}, tr("To the CRM"));
    m_way->add(int(Direction::Pull), tr("To hub"), {}, tr("To hub"));
    m_way->setChosen(int(Direction::Push));
    m_table->setObjectName(u"realRecords"_s);
    m_table->setAccessibleName(tr("On real records"));
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::denseRow);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *heads = m_table->horizontalHeader();
    heads->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    heads->setHighlightSections(false);
    heads->setSectionResizeMode(QHeaderView::Stretch);
    heads->setSectionResizeMode(RealRecordsModel::Mark, QHeaderView::Fixed);
    heads->setMinimumSectionSize(32);
    heads->resizeSection(RealRecordsModel::Mark, 36);
    m_others->setObjectName(u"otherRecords"_s);
    m_others->setFont(ui::font(Style::Meta));
    m_foot->setObjectName(u"previewFoot"_s);
    m_foot->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    auto *first = new QHBoxLayout;
    first->addWidget(textLabel(tr("On real records"), Style::BodyBold));
    first->addStretch();
    first->addWidget(m_way);
    column->addLayout(first);
    column->addWidget(m_table);
    auto *last = new QHBoxLayout;
    last->addWidget(m_foot, 1);
    last->addWidget(m_others);
    column->addLayout(last);

    m_delay.setSingleShot(true);
    m_delay.setInterval(pause);
    connect(&m_delay, &QTimer::timeout, this, &RealRecords::refresh);
    connect(m_way, &Segments::chose, this, &RealRecords::refresh);
    connect(m_others, &QPushButton::clicked, this, &RealRecords::othersWanted);
    connect(&document, &MappingDocument::changed, this, &RealRecords::refreshSoon);
    connect(&document, &MappingDocument::samplesChanged, this, &RealRecords::refreshSoon);
    connect(&document, &MappingDocument::selectionChanged, this, &RealRecords::refresh);
}

void RealRecords::refresh()
{
    const core::FieldMapping *line = m_document.selectedLine();
    if (!line)
        return;
    const bool pushes = line->direction != Direction::Pull, pulls = line->direction != Direction::Push;
    m_way->setText(int(Direction::Push), tr("To %1").arg(m_document.basis()->integration));
    m_way->setPossible(int(Direction::Push), pushes, tr("This field is only pulled."));
    m_way->setPossible(int(Direction::Pull), pulls, tr("This field is only pushed."));
    if (!pushes)
        m_way->setChosen(int(Direction::Pull));
    if (!pulls)
        m_way->setChosen(int(Direction::Push));
    const auto way = Direction(m_way->chosen());
    const int asked = ++m_asked;
    const auto basis = m_document.basis();
    m_backend.ask<QList<MappingPreviewRow>>(
        this,
        [basis, line = *line, way, samples = m_document.samples()](core::Session &session) {
            return core::MappingDesk(session).preview(*basis, line, way, samples);
        },
        [this, asked](const Result<QList<MappingPreviewRow>> &rows) {
            if (asked == m_asked)
                show(rows);
        });
}

void RealRecords::show(const Result<QList<MappingPreviewRow>> &rows)
{
    if (!rows) {
        m_model->setRows({}, {});
        m_foot->setText(rows.error().message);
        return;
    }
    const QString crm = m_document.isOpen() ? m_document.basis()->integration : QString();
    const bool isPush = m_way->chosen() == int(Direction::Push);
    m_model->setRows(*rows, {tr("Record"), isPush ? tr("Hub") : crm, isPush ? crm : tr("Hub"), {}});
    const int height = std::min(tallest, int(rows->size()) * metrics::denseRow);
    m_table->setMaximumHeight(m_table->horizontalHeader()->sizeHint().height() + height + 2);
    const int all = int(rows->size()), doubtful = m_model->doubtful();
    if (all == 0)
        m_foot->setText(tr("There are no records to try this on yet."));
    else if (doubtful == 0)
        m_foot->setText(tr("All %n fit", nullptr, all));
    else
        m_foot->setText(tr("%1 of %2 fit, %n do(es) not", nullptr, doubtful).arg(all - doubtful).arg(all));
    m_others->setVisible(all > 0);
}

} // namespace syncline::ui
