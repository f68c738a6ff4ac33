#include "ui/mapping/pairtable.h"

#include "ui/components/panels.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::MappingSide;
using core::PairId;

PairModel::PairModel(MappingDocument &document, QObject *parent) : QAbstractTableModel(parent), m_document(document)
{
    connect(&document, &MappingDocument::changed, this, &PairModel::refresh);
    refresh();
}

/// Rows of the same pairs keep their places, so that the cursor stays where it is.
void PairModel::refresh()
{
    const QList<PairId> pairs = m_document.isOpen() ? m_document.editor().pairs() : QList<PairId>();
    const auto suggestions = m_document.isOpen() ? m_document.editor().suggestions() : QList<core::MappingSuggestion>();
    const bool isSame = pairs == m_pairs && suggestions.size() == m_suggestions.size();
    if (!isSame)
        beginResetModel();
    m_pairs = pairs;
    m_suggestions = suggestions;
    if (!isSame)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

PairId PairModel::pairAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return isSuggestion(row) ? m_suggestions.at(row - m_pairs.size()).pair : m_pairs.at(row);
}

int PairModel::rowOf(const PairId &pair) const
{
    return int(m_pairs.indexOf(pair));
}

int PairModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size() + m_suggestions.size());
}

int PairModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QString PairModel::note(const PairId &pair) const
{
    for (const core::MappingProblem &problem : m_document.problems()) {
        if (problem.pair == pair)
            return problem.text;
    }
    return {};
}

QString PairModel::text(int row, int column) const
{
    const PairId pair = pairAt(row);
    const core::MappingEditor &editor = m_document.editor();
    if (column == HubField)
        return editor.label(MappingSide::Hub, pair.hub);
    if (column == RemoteField)
        return editor.label(MappingSide::Remote, pair.remote);
    if (isSuggestion(row)) {
        const core::MappingSuggestion &one = m_suggestions.at(row - m_pairs.size());
        if (column == DirectionColumn)
            return tr("suggested, %1 %").arg(one.percent);
        return column == Note ? one.reason : QString();
    }
    const core::FieldMapping *line = editor.pair(pair);
    if (!line)
        return {};
    switch (column) {
    case DirectionColumn:
        return directionWords(line->direction);
    case Change:
        return line->transform.isDirect() ? QString() : line->transform.name();
    case Required:
        return line->required ? tr("required") : QString();
    case Note:
        return note(pair);
    default:
        return {};
    }
}

QVariant PairModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isGhost = isSuggestion(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return text(index.row(), index.column()).toHtmlEscaped();
    case Qt::FontRole:
        return ui::font(!isGhost && index.column() == HubField ? Style::BodyBold : Style::Body);
    case Qt::ForegroundRole:
        return isGhost ? QVariant(color(Token::Text3)) : QVariant();
    case Qt::DecorationRole:
        if (index.column() == DirectionColumn && !isGhost) {
            if (const auto *line = m_document.editor().pair(pairAt(index.row())))
                return icon(directionIcon(line->direction));
        }
        if (index.column() == Note && !isGhost && !text(index.row(), Note).isEmpty()) {
            const bool isBad = m_document.hasProblem(pairAt(index.row()), core::Severity::Problem);
            return isBad ? icon(u"error"_s, Token::Bad) : icon(u"warn"_s, Token::Warn);
        }
        return {};
    default:
        return {};
    }
}

QVariant PairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HubField:
        return tr("Hub field");
    case DirectionColumn:
        return tr("Direction");
    case RemoteField:
        return m_document.isOpen() ? tr("Field of %1").arg(m_document.basis()->integration) : tr("Field of the CRM");
    case Change:
        return tr("Changed by");
    case Required:
        return tr("Required");
    default:
        return tr("Note");
    }
}

PairTable::PairTable(MappingDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new PairModel(document, this))
    , m_table(new QTableView(this))
    , m_hub(new QComboBox(this))
    , m_remote(new QComboBox(this))
    , m_add(plainButton(tr("Connect"), u"link"_s, this))
{
    setObjectName(u"pairTable"_s);
    m_table->setObjectName(u"pairs"_s);
    m_table->setAccessibleName(tr("Connected fields"));
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(PairModel::Required, QHeaderView::ResizeToContents);
    m_table->installEventFilter(this);
    m_hub->setObjectName(u"newHub"_s);
    m_hub->setAccessibleName(tr("Hub field to connect"));
    m_remote->setObjectName(u"newRemote"_s);
    m_remote->setAccessibleName(tr("Field of the CRM to connect it with"));
    m_add->setObjectName(u"connectPair"_s);
    auto *first = new QHBoxLayout;
    first->setContentsMargins(12, 8, 12, 8);
    first->addWidget(m_hub, 1);
    first->addWidget(textLabel(tr("with"), Style::Body, "second"));
    first->addWidget(m_remote, 1);
    first->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(first);
    column->addWidget(m_table, 1);
    connect(m_hub, &QComboBox::currentIndexChanged, this, &PairTable::fillRemote);
    connect(m_add, &QPushButton::clicked, this, &PairTable::add);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PairTable::onCurrent);
    connect(m_table, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT transformWanted(m_model->pairAt(index.row())); });
    connect(&document, &MappingDocument::changed, this, &PairTable::refresh);
    connect(&document, &MappingDocument::selectionChanged, this, &PairTable::refresh);
    refresh();
}

void PairTable::refresh()
{
    if (!m_document.isOpen())
        return;
    const QString chosen = m_hub->currentData().toString();
    {
        const QSignalBlocker quiet(m_hub);
        m_hub->clear();
        for (const core::MappingField &field : m_document.editor().fields(MappingSide::Hub)) {
            if (m_document.editor().pairsOf(MappingSide::Hub, field.key).isEmpty())
                m_hub->addItem(field.label, field.key);
        }
        m_hub->setCurrentIndex(std::max(0, m_hub->findData(chosen)));
    }
    fillRemote();
    if (const int row = m_model->rowOf(m_document.selected()); row >= 0 && row != m_table->currentIndex().row())
        m_table->setCurrentIndex(m_model->index(row, std::max(0, m_table->currentIndex().column())));
}

/// Every way that the two fields can be joined is one entry.
void PairTable::fillRemote()
{
    const QString hub = m_hub->currentData().toString();
    m_remote->clear();
    const core::MappingEditor &editor = m_document.editor();
    for (const core::MappingField &field : editor.fields(MappingSide::Remote)) {
        const core::Fit fit = editor.fit(hub, field.key);
        if (fit.kind == core::Fit::Kind::Fits)
            m_remote->addItem(field.label, QStringList{field.key, QString()});
        for (const core::Fit::Choice &choice : fit.choices)
            m_remote->addItem(tr("%1: %2").arg(field.label, choice.label), QStringList{field.key, choice.label});
    }
    m_add->setEnabled(m_remote->count() > 0);
}

void PairTable::add()
{
    const QStringList chosen = m_remote->currentData().toStringList();
    const core::Fit fit = m_document.editor().fit(m_hub->currentData().toString(), chosen.value(0));
    if (fit.kind == core::Fit::Kind::Fits)
        return m_document.connectPair(fit.line);
    for (const core::Fit::Choice &choice : fit.choices) {
        if (choice.label == chosen.value(1))
            return m_document.connectPair(choice.line);
    }
}

void PairTable::onCurrent(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_document.select(m_model->isSuggestion(index.row()) ? PairId{} : m_model->pairAt(index.row()));
}

/// The same keys as in the lists of the canvas.
bool PairTable::act(const QKeyEvent &event)
{
    const int row = m_table->currentIndex().row();
    const PairId pair = m_model->pairAt(row);
    if (pair == PairId{})
        return false;
    const bool isAlt = event.modifiers() == Qt::AltModifier, isGhost = m_model->isSuggestion(row);
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isGhost && (isEnter || event.key() == Qt::Key_Delete)) {
        isEnter ? m_document.accept(pair) : m_document.dismiss(pair);
        return true;
    }
    if (isGhost || isAlt)
        return false;
    if (event.key() == Qt::Key_D)
        m_document.turn(pair);
    else if (event.key() == Qt::Key_Delete)
        m_document.remove(pair);
    else if (event.key() == Qt::Key_T || isEnter)
        Q_EMIT transformWanted(pair);
    else
        return false;
    return true;
}

bool PairTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && act(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace syncline::ui
