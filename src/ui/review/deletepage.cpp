#include "ui/review/deletepage.h"

#include "core/services/searchtext.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/components/remembered.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int idRole = Qt::UserRole;

QString proofOf(const core::DeleteBoard &found)
{
    if (found.item.permit == "strong"_L1)
        return DeletePage::tr("%1’s delete list").arg(found.item.from);
    if (found.item.permit == "person"_L1)
        return DeletePage::tr("Asked for here");
    return DeletePage::tr("Not found, missing in two lists");
}

QString actOf(const core::DeleteBoard &found)
{
    if (found.item.released)
        return DeletePage::tr("Released, next run");
    switch (found.policy) {
    case core::DeletePolicy::Archive:
        return DeletePage::tr("Archive there");
    case core::DeletePolicy::Unlink:
        return DeletePage::tr("Unlink only");
    case core::DeletePolicy::Ask:
    case core::DeletePolicy::Ignore:
    case core::DeletePolicy::Propagate:
        return DeletePage::tr("Delete there too");
    }
    return {};
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

DeletePage::DeletePage(Backend &backend, QWidget *parent)
    : ReviewPage(backend, parent)
    , m_stack(new QStackedWidget)
    , m_message(new MessageBar)
    , m_search(new QLineEdit)
    , m_chosen(textLabel({}, Style::Body, "second"))
    , m_tree(new QTreeView)
    , m_model(new QStandardItemModel(this))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, &DeletePage::showDeletes);
    connect(m_model, &QStandardItemModel::itemChanged, this, &DeletePage::showButtons);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showDetail(index.siblingAtColumn(0).data(idRole).toString()); });
    connect(m_keep, &QPushButton::clicked, this, [this] { carryOut(false); });
    connect(m_release, &QPushButton::clicked, this, [this] { carryOut(true); });
}

void DeletePage::build()
{
    m_search->setPlaceholderText(tr("Find a name"));
    m_search->setAccessibleName(tr("Find a name"));
    m_tree->setObjectName(u"deletes"_s);
    m_tree->setAccessibleName(tr("Held deletes"));
    m_tree->setModel(m_model);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(16);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(true);
    auto *table = new Card;
    table->body()->setContentsMargins(0, metrics::gap, 0, 0);
    auto *filter = new QHBoxLayout;
    filter->setContentsMargins(metrics::cardGap, 0, metrics::cardGap, 0);
    m_search->setMaximumWidth(240);
    filter->addWidget(m_search);
    filter->addStretch();
    filter->addWidget(m_chosen);
    table->body()->addLayout(filter);
    table->body()->addWidget(m_tree, 1);

    m_title = textLabel({}, Style::BodyBold);
    m_story = textLabel({});
    m_lost = textLabel({});
    m_open = linkButton(tr("Show the record"));
    m_still = new QVBoxLayout;
    auto *detail = new Card;
    for (QLabel *label : {m_title, m_story, m_lost})
        label->setWordWrap(true);
    detail->body()->addWidget(m_title);
    detail->body()->addWidget(m_story);
    detail->body()->addWidget(textLabel(tr("Where it still is"), Style::MetaBold, "second"));
    detail->body()->addLayout(m_still);
    detail->body()->addWidget(m_open, 0, Qt::AlignLeft);
    detail->body()->addWidget(textLabel(tr("What stands against it"), Style::MetaBold, "second"));
    detail->body()->addWidget(m_lost);
    detail->body()->addWidget(textLabel(tr("If it comes back"), Style::MetaBold, "second"));
    auto *back = textLabel(tr("The entry drops out of this list by itself."));
    back->setWordWrap(true);
    detail->body()->addWidget(back);
    detail->body()->addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT recordWanted(
            m_deletes.value(m_tree->currentIndex().siblingAtColumn(0).data(idRole).toString()).item.record);
    });
    auto *splitter = new QSplitter;
    splitter->addWidget(table);
    splitter->addWidget(detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    rememberPanes(splitter, u"deletes"_s, {740, 272});
    splitter->setHandleWidth(metrics::cardGap);

    auto *bar = new ActionBar;
    bar->setText(
        tr("What is deleted with the next run can be brought back with Undo, as far as the system allows it."));
    m_keep = plainButton(tr("Keep"));
    m_release = dangerButton(tr("Let go on"));
    bar->addButton(m_keep);
    bar->addButton(m_release);
    auto *page = new QWidget;
    auto *whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *column = new QVBoxLayout;
    keepPageMargins(column, metrics::cardGap, metrics::cardGap);
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_message);
    column->addWidget(splitter, 1);
    whole->addLayout(column, 1);
    whole->addWidget(bar);
    m_stack->addWidget(page);
    m_stack->addWidget(new EmptyState(u"trash"_s, tr("No delete waits"),
                                      tr("What is gone in one system stays in the others until you say so."), {}));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

void DeletePage::refresh()
{
    m_backend.ask<QList<core::DeleteBoard>>(
        this, [](core::Session &session) { return core::ReviewBoard(session).deletes(); },
        [this](Result<QList<core::DeleteBoard>> deletes) {
            if (!deletes)
                return Q_EMIT failed(deletes.error());
            m_deletes.clear();
            for (const core::DeleteBoard &found : *deletes)
                m_deletes.insert(found.item.id, found);
            m_stack->setCurrentIndex(deletes->isEmpty() ? 1 : 0);
            showDeletes();
        });
}

void DeletePage::showDeletes()
{
    const QStringList before = ticked();
    const QString current = m_tree->currentIndex().siblingAtColumn(0).data(idRole).toString();
    const QString filter = core::searchText(m_search->text());
    QMap<core::Millis, QList<core::DeleteBoard>> byMinute;
    QStringList places;
    for (const core::DeleteBoard &found : std::as_const(m_deletes)) {
        if (!filter.isEmpty() && !core::searchText(found.title).contains(filter))
            continue;
        byMinute[found.item.at / 60'000].append(found);
        if (!places.contains(found.item.from))
            places << found.item.from;
    }
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Record"), tr("Gone in"), tr("Since"), tr("How we know"), tr("Would do")});
    QList<core::DeleteBoard> single;
    constexpr qsizetype together = 10;
    QList<core::Millis> minutes = byMinute.keys();
    std::ranges::reverse(minutes);
    for (const core::Millis minute : std::as_const(minutes)) {
        const QList<core::DeleteBoard> found = byMinute.value(minute);
        if (found.size() >= together)
            addGroup(tr("Gone together, %1: %2 records").arg(whenText(minute * 60'000)).arg(found.size()), found);
        else
            single += found;
    }
    if (!single.isEmpty())
        addGroup(tr("Gone one by one: %1 records").arg(single.size()), single);
    m_tree->expandAll();
    const QList<int> widths{240, 110, 90, 200};
    for (int column = 0; column < widths.size(); ++column)
        m_tree->setColumnWidth(column, widths.at(column));
    for (int g = 0; g < m_model->rowCount(); ++g) {
        m_tree->setFirstColumnSpanned(g, {}, true);
        for (int row = 0; row < m_model->item(g)->rowCount(); ++row) {
            QStandardItem *item = m_model->item(g)->child(row);
            if (before.contains(item->data(idRole).toString()) && item->isCheckable())
                item->setCheckState(Qt::Checked);
            if (item->data(idRole).toString() == current || (current.isEmpty() && g == 0 && row == 0))
                m_tree->setCurrentIndex(item->index());
        }
    }
    m_message->tell(MessageKind::Warn,
                    m_deletes.size() == 1
                        ? tr("1 record is gone in %1.").arg(places.join(u", "_s))
                        : tr("%1 records are gone in %2.").arg(m_deletes.size()).arg(places.join(u", "_s)),
                    tr("Nothing was deleted elsewhere."));
    showButtons();
}

void DeletePage::addGroup(const QString &title, const QList<core::DeleteBoard> &deletes)
{
    auto *group = new QStandardItem(title);
    group->setFont(ui::font(Style::BodyBold));
    group->setEditable(false);
    for (const core::DeleteBoard &found : deletes) {
        auto *name = new QStandardItem(found.title);
        name->setData(found.item.id, idRole);
        name->setCheckable(!found.item.released);
        name->setData(tr("%1, gone in %2, %3").arg(found.title, found.item.from, proofOf(found)),
                      Qt::AccessibleTextRole);
        QList<QStandardItem *> row{name, new QStandardItem(systemTitle(found.item.from)),
                                   new QStandardItem(whenText(found.item.at)), new QStandardItem(proofOf(found)),
                                   new QStandardItem(actOf(found))};
        for (QStandardItem *item : row)
            item->setEditable(false);
        group->appendRow(row);
    }
    m_model->appendRow(group);
}

void DeletePage::choose(const QString &id)
{
    for (int g = 0; g < m_model->rowCount(); ++g) {
        for (int row = 0; row < m_model->item(g)->rowCount(); ++row) {
            if (m_model->item(g)->child(row)->data(idRole).toString() == id)
                m_tree->setCurrentIndex(m_model->item(g)->child(row)->index());
        }
    }
}

void DeletePage::focusFilter()
{
    m_search->setFocus();
}

void DeletePage::showDetail(const QString &id)
{
    const bool isOne = m_deletes.contains(id);
    const core::DeleteBoard found = m_deletes.value(id);
    clear(m_still);
    m_title->setText(found.title);
    m_open->setVisible(isOne);
    if (!isOne) {
        m_story->clear();
        m_lost->clear();
        return;
    }
    m_story->setText(found.item.permit == "person"_L1
                         ? tr("Somebody asked here for it to be deleted, %1.").arg(whenText(found.item.at))
                         : tr("Gone in %1, seen %2. How we know: %3.")
                               .arg(found.item.from, whenText(found.item.at), proofOf(found)));
    for (const QString &system : found.stillIn) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(new SystemTile(m_providers.value(system), 18));
        row->addWidget(textLabel(system), 1);
        m_still->addWidget(line);
    }
    if (found.stillIn.isEmpty())
        m_still->addWidget(textLabel(tr("Only here.")));
    m_lost->setText(found.item.editedElsewhere
                        ? tr("Somebody changed it elsewhere, and the system that deleted it had not seen that yet.")
                        : tr("Nobody changed it since."));
}

QStringList DeletePage::ticked() const
{
    QStringList ids;
    for (int g = 0; g < m_model->rowCount(); ++g) {
        for (int row = 0; row < m_model->item(g)->rowCount(); ++row) {
            const QStandardItem *item = m_model->item(g)->child(row);
            if (item->checkState() == Qt::Checked)
                ids << item->data(idRole).toString();
        }
    }
    return ids;
}

void DeletePage::showButtons()
{
    const QStringList ids = ticked();
    const auto count = ids.size();
    QStringList systems;
    bool archives = !ids.isEmpty();
    for (const QString &id : ids) {
        const core::DeleteBoard found = m_deletes.value(id);
        archives = archives && found.policy == core::DeletePolicy::Archive;
        for (const QString &system : found.stillIn) {
            if (!systems.contains(system))
                systems << system;
        }
    }
    m_chosen->setText(tr("%1 of %2 chosen").arg(count).arg(m_deletes.size()));
    m_keep->setText(tr("Keep %1").arg(count));
    const QString where = systems.isEmpty() ? tr("the hub") : systems.join(u", "_s);
    m_release->setText(archives ? tr("Archive %1 in %2").arg(count).arg(where)
                                : tr("Delete %1 in %2").arg(count).arg(where));
    m_keep->setAccessibleName(tr("Keep the chosen"));
    m_release->setAccessibleName(tr("Let the chosen deletes go on"));
    m_keep->setEnabled(count > 0 && !m_isBusy);
    m_release->setEnabled(count > 0 && !m_isBusy);
}

void DeletePage::carryOut(bool release)
{
    const QStringList ids = ticked();
    if (ids.isEmpty() || m_isBusy)
        return;
    m_isBusy = true;
    showButtons();
    const QString batch = newBatch();
    m_backend.ask<bool>(
        this,
        [ids, batch, release](core::Session &session) -> Result<bool> {
            core::Review review(session);
            review.beginBatch(batch);
            for (const QString &id : ids) {
                if (auto done = release ? review.releaseDelete(id) : review.keepDeleted(id); !done)
                    return failure(done.error());
            }
            return true;
        },
        [this, batch](Result<bool> done) {
            m_isBusy = false;
            showButtons();
            if (!done)
                Q_EMIT failed(done.error());
            Q_EMIT decided(batch); // those before the first that failed stay decided
        });
}

} // namespace syncline::ui
