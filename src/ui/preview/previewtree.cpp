#include "ui/preview/previewtree.h"

#include "ui/components/marks.h"
#include "ui/preview/previewmodel.h"
#include "ui/records/words.h"
#include "ui/theme/icons.h"

#include <QIcon>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

struct PreviewTree::Node
{
    QString name, kind, provider;
    QList<int> leaves;
    Node *above = nullptr;
    std::vector<std::unique_ptr<Node>> below;

    Node *add(const QString &text)
    {
        below.push_back(std::make_unique<Node>());
        below.back()->name = text;
        below.back()->above = this;
        return below.back().get();
    }
    int row() const
    {
        for (size_t i = 0; above && i < above->below.size(); ++i) {
            if (above->below[i].get() == this)
                return int(i);
        }
        return 0;
    }
};

QString entityPlural(const QString &entity)
{
    return entityTitle(entity);
}

PreviewTree::PreviewTree(PreviewChoice *choice, QObject *parent)
    : QAbstractItemModel(parent)
    , m_choice(choice)
    , m_root(std::make_unique<Node>())
{
    connect(choice, &PreviewChoice::planChanged, this, &PreviewTree::rebuild);
    connect(choice, &PreviewChoice::choiceChanged, this, [this] {
        const std::function<void(const QModelIndex &)> tell = [&](const QModelIndex &above) {
            const int rows = rowCount(above);
            if (rows == 0)
                return;
            Q_EMIT dataChanged(index(0, 0, above), index(rows - 1, Columns - 1, above), {Qt::CheckStateRole});
            for (int row = 0; row < rows; ++row)
                tell(index(row, 0, above));
        };
        tell({});
    });
    rebuild();
}

PreviewTree::~PreviewTree() = default;

void PreviewTree::rebuild()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    if (m_choice->plan().undo)
        buildUndo();
    else
        buildWrites();
    endResetModel();
}

void PreviewTree::buildWrites()
{
    Node *all = m_root->add(tr("Everything"));
    const auto &leaves = m_choice->plan().leaves;
    for (int i = 0; i < int(leaves.size()); ++i) {
        const core::PreviewLeaf &leaf = leaves[i];
        if (leaf.kind == "link"_L1 || leaf.kind == "unlink"_L1)
            continue;
        Node *system = all->below.empty() || all->below.back()->name != leaf.system ? all->add(leaf.system)
                                                                                    : all->below.back().get();
        system->provider = leaf.provider;
        const QString plural = entityPlural(leaf.entity);
        Node *entity = system->below.empty() || system->below.back()->name != plural ? system->add(plural)
                                                                                     : system->below.back().get();
        Node *kind = entity->add(writeKindWord(leaf.kind));
        kind->kind = leaf.kind;
        for (Node *node : {all, system, entity, kind})
            node->leaves << i;
    }
}

void PreviewTree::buildUndo()
{
    Node *all = m_root->add(tr("All writes"));
    const QList<QPair<QString, QString>> outcomes{
        {u"reversed"_s, tr("Will be reversed")}, {u"kept"_s, tr("Kept")}, {u"not_possible"_s, tr("Not possible")}};
    const auto &leaves = m_choice->plan().leaves;
    for (const auto &[kind, words] : outcomes) {
        Node *node = m_root->add(words);
        node->kind = kind;
        for (int i = 0; i < int(leaves.size()); ++i) {
            if (leaves[i].kind == kind) {
                node->leaves << i;
                all->leaves << i;
            }
        }
    }
}

PreviewTree::Node *PreviewTree::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QList<int> PreviewTree::leavesOf(const QModelIndex &index) const
{
    return nodeOf(index)->leaves;
}

QModelIndex PreviewTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->below[size_t(row)].get());
}

QModelIndex PreviewTree::parent(const QModelIndex &child) const
{
    Node *above = child.isValid() ? nodeOf(child)->above : nullptr;
    return !above || above == m_root.get() ? QModelIndex() : createIndex(above->row(), 0, above);
}

int PreviewTree::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->below.size());
}

int PreviewTree::columnCount(const QModelIndex &) const
{
    return Columns;
}

bool PreviewTree::isCheckable(const Node &node) const
{
    return !m_choice->plan().undo && m_choice->plan().open && !node.leaves.isEmpty();
}

int PreviewTree::countOf(const Node &node) const
{
    int count = 0;
    for (const int leaf : node.leaves)
        count += m_choice->plan().leaves[leaf].count;
    return count;
}

QIcon PreviewTree::signOf(const Node &node) const
{
    constexpr int size = 18;
    QPixmap sign(size, size);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!node.provider.isEmpty())
        SystemTile::paint(painter, sign.rect(), node.provider);
    else if (m_choice->plan().undo)
        paintMark(painter, sign.rect(),
                  node.kind == "reversed"_L1           ? State::Ok
                      : node.kind == "kept"_L1         ? State::Waiting
                      : node.kind == "not_possible"_L1 ? State::Failing
                                                       : State::Running);
    else
        return {};
    return sign;
}

QVariant PreviewTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    if (role == LeavesRole)
        return QVariant::fromValue(node.leaves);
    if (role == KindRole)
        return node.kind;
    const QString count = QLocale().toString(countOf(node));
    if (index.column() == Count) {
        if (role == Qt::DisplayRole)
            return count;
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    if (role == Qt::DisplayRole)
        return node.name;
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2").arg(node.name, count);
    if (role == Qt::DecorationRole)
        return signOf(node);
    if (role == Qt::CheckStateRole && isCheckable(node))
        return m_choice->stateOf(node.leaves);
    return {};
}

bool PreviewTree::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || !isCheckable(*nodeOf(index)))
        return false;
    m_choice->setLeavesIn(nodeOf(index)->leaves, value.toInt() != Qt::Unchecked);
    return true;
}

Qt::ItemFlags PreviewTree::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Name && isCheckable(*nodeOf(index)))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace syncline::ui
