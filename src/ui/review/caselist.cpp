#include "ui/review/caselist.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QSet>
#include <QTreeView>
#include <QVBoxLayout>

namespace syncline::ui {

CaseList::CaseList(const QString &name, const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_tree(new QTreeView)
    , m_model(new CaseModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(metrics::cardGap, metrics::gap, metrics::cardGap, metrics::gap);
    row->addWidget(m_search);
    column->addLayout(row);
    column->addWidget(m_tree, 1);
    m_search->setPlaceholderText(placeholder);
    m_search->setAccessibleName(placeholder);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Token::Text3), QLineEdit::LeadingPosition);
    m_tree->setObjectName(name);
    m_tree->setAccessibleName(name);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new CaseDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        const int place = m_model->placeOf(m_current);
        m_isBuilding = true;
        m_model->setFilter(text);
        restore(place);
    });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!index.parent().isValid())
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const QString id = index.data(CaseModel::IdRole).toString();
        if (m_isBuilding || id.isEmpty() || id == m_current)
            return;
        m_current = id;
        Q_EMIT chosen(id);
    });
}

void CaseList::setGroups(const QList<CaseGroup> &groups)
{
    const int place = m_model->placeOf(m_current);
    m_isBuilding = true;
    m_model->setGroups(groups);
    restore(place);
}

/// The same case if it is still there, else the one that took its place.
void CaseList::restore(int place)
{
    m_tree->expandAll();
    QString id = m_model->placeOf(m_current) >= 0 ? m_current : m_model->idAt(std::max(0, place));
    if (id.isEmpty())
        id = m_model->idAt(m_model->caseCount() - 1);
    m_tree->setCurrentIndex(m_model->indexOf(id));
    m_isBuilding = false;
    m_current = id;
    Q_EMIT chosen(id);
}

void CaseList::choose(const QString &id)
{
    if (const QModelIndex index = m_model->indexOf(id); index.isValid())
        m_tree->setCurrentIndex(index);
}

void CaseList::next()
{
    const int place = m_model->placeOf(m_current);
    const QString id = m_model->idAt(place + 1);
    choose(id.isEmpty() ? m_model->idAt(0) : id);
}

void CaseList::previous()
{
    const int place = m_model->placeOf(m_current);
    choose(m_model->idAt(place > 0 ? place - 1 : m_model->caseCount() - 1));
}

} // namespace syncline::ui
