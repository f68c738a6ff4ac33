#include "ui/mapping/mappingboard.h"

#include "ui/mapping/canvasaccessible.h"
#include "ui/mapping/fitbubble.h"
#include "ui/mapping/listheader.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::MappingSide;
using core::PairId;

namespace {

constexpr int headHeight = 70;
constexpr int lowWindow = 520;  ///< of the board: rows get flatter below it
constexpr int canvasShare = 30; ///< percent of the width between the lists

} // namespace

MappingBoard::MappingBoard(MappingDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_hubModel(new FieldListModel(document, MappingSide::Hub, this))
    , m_remoteModel(new FieldListModel(document, MappingSide::Remote, this))
    , m_hub(new FieldListView(*new FieldFilter(*m_hubModel, this), this))
    , m_remote(new FieldListView(*new FieldFilter(*m_remoteModel, this), this))
    , m_heads{new ListHeader(MappingSide::Hub, this), new ListHeader(MappingSide::Remote, this)}
    , m_middle(new QWidget(this))
    , m_hint(new QLabel(m_middle))
    , m_acceptAll(new QPushButton(m_middle))
    , m_bubble(new FitBubble(this))
{
    CanvasAccessible::install();
    setObjectName(u"mappingBoard"_s);
    m_canvas = new MappingCanvas(document, *m_hub, *m_remote, m_drawing, this);
    m_hub->setObjectName(u"hubFields"_s);
    m_hub->setAccessibleName(tr("Fields of the hub"));
    m_remote->setObjectName(u"remoteFields"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setProperty("tone", u"second"_s);
    m_acceptAll->setObjectName(u"acceptAll"_s);
    m_acceptAll->setProperty("small", true);
    m_middle->setAutoFillBackground(true);
    m_middle->setBackgroundRole(QPalette::Window);
    auto *middle = new QVBoxLayout(m_middle);
    middle->setContentsMargins(8, 8, 8, 8);
    middle->setSpacing(4);
    middle->addStretch();
    middle->addWidget(m_hint);
    middle->addWidget(m_acceptAll, 0, Qt::AlignHCenter);
    middle->addStretch();
    connect(m_acceptAll, &QPushButton::clicked, &document, &MappingDocument::acceptAll);
    connectList(MappingSide::Hub);
    connectList(MappingSide::Remote);
    connect(m_canvas, &MappingCanvas::transformWanted, this, &MappingBoard::transformWanted);
    connect(m_canvas, &MappingCanvas::fieldDragged, this, &MappingBoard::drag);
    connect(m_canvas, &MappingCanvas::dragMovedTo, this, [this](const QPoint &at) {
        m_drawing.at = at;
        m_drawing.over.clear();
        m_bubble->hide();
        refreshHeads();
        repaintAll();
    });
    connect(&document, &MappingDocument::changed, this, &MappingBoard::refreshHeads);
    connect(&document, &MappingDocument::opened, this, &MappingBoard::letGo);
    connect(&document, &MappingDocument::selectionChanged, this, &MappingBoard::onSelection);
    m_scrolling.setInterval(30);
    connect(&m_scrolling, &QTimer::timeout, this, &MappingBoard::scrollNearEdge);
    setTabOrder(m_heads[0]->search(), m_hub);
    setTabOrder(m_hub, m_heads[1]->search());
    setTabOrder(m_heads[1]->search(), m_remote);
    setTabOrder(m_remote, m_acceptAll);
    refreshHeads();
}

MappingBoard::~MappingBoard() = default;

void MappingBoard::connectList(MappingSide side)
{
    FieldListView &view = list(side);
    const int i = side == MappingSide::Hub ? 0 : 1;
    m_delegates[i] = new FieldDelegate(side, m_drawing, this);
    view.setItemDelegate(m_delegates[i]);
    connect(m_heads[i]->search(), &QLineEdit::textChanged, this, [this, side, &view](const QString &text) {
        view.filter().setText(text);
        if (m_drawing.isByKeyboard && side == m_drawing.other())
            narrowOther();
        view.expandAll();
        m_canvas->rearrange();
    });
    connect(&view, &FieldListView::fieldDragged, this, [this, side](const QString &key) { drag(side, key); });
    connect(&view, &FieldListView::dragMovedTo, this,
            [this, side](const QString &key, const QPoint &at) { moveTo(side, key, at); });
    connect(&view, &FieldListView::droppedOn, this,
            [this, side](const QString &key, const QPoint &at) { drop(side, key, at); });
    connect(&view, &FieldListView::commanded, this,
            [this, side](FieldListView::Command wanted, const QString &key) { command(side, wanted, key); });
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this, [this, side] { onCurrent(side); });
    connect(&view, &QTreeView::doubleClicked, this, [this, side, &view] {
        const QString key = view.currentKey();
        if (!key.isEmpty() && pairAt(side, key) == PairId{}) {
            begin(side, key, true);
            m_heads[side == MappingSide::Hub ? 1 : 0]->search()->setFocus();
        } else if (!key.isEmpty()) {
            Q_EMIT transformWanted(pairAt(side, key));
        }
    });
}

void MappingBoard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MappingBoard::arrange()
{
    const int middle = std::max(190, width() * canvasShare / 100);
    const int left = (width() - middle) / 2, right = width() - middle - left;
    m_heads[0]->setGeometry(0, 0, left, headHeight);
    m_middle->setGeometry(left, 0, middle, headHeight);
    m_heads[1]->setGeometry(width() - right, 0, right, headHeight);
    const int below = height() - headHeight;
    m_hub->setGeometry(0, headHeight, left, below);
    m_remote->setGeometry(width() - right, headHeight, right, below);
    m_canvas->setGeometry(left - MappingCanvas::overlap, headHeight, middle + 2 * MappingCanvas::overlap, below);
    m_canvas->raise();
    m_bubble->raise();
    for (FieldDelegate *delegate : m_delegates)
        delegate->setRowHeight(height() < lowWindow ? 35 : 38);
    m_hub->doItemsLayout();
    m_remote->doItemsLayout();
    m_canvas->rearrange();
}

void MappingBoard::setRemoteTitle(const QString &name, const QString &provider)
{
    m_remote->setAccessibleName(tr("Fields of %1").arg(name));
    m_heads[1]->setTitle(name, provider);
}

void MappingBoard::focusSearch()
{
    m_heads[m_remote->hasFocus() ? 1 : 0]->search()->setFocus();
}

void MappingBoard::refreshHeads()
{
    m_hint->setFont(ui::font(Style::Meta));
    m_acceptAll->setIcon(icon(u"check"_s));
    if (!m_document.isOpen()) {
        m_hint->clear();
        m_acceptAll->hide();
        return;
    }
    const core::HubEntityDef *entity = m_document.basis()->schema.entity(m_document.editor().mapping().hub);
    m_heads[0]->setTitle(tr("Hub: %1").arg(entity ? entity->label : QString()), {});
    m_heads[0]->setCounts(m_hubModel->usedCount(), m_hubModel->fieldCount());
    m_heads[1]->setCounts(m_remoteModel->usedCount(), m_remoteModel->fieldCount());
    const int open = int(m_document.editor().suggestions().size());
    m_acceptAll->setVisible(open > 0 && !m_drawing.isActive);
    m_acceptAll->setText(tr("Accept %n", nullptr, open));
    m_acceptAll->setAccessibleName(tr("Accept %n suggestion(s)", nullptr, open));
    m_hint->setText(m_drawing.isActive ? drawingHint() : open > 0 ? tr("%n suggestion(s)", nullptr, open) : QString());
}

/// What letting go would do now.
QString MappingBoard::drawingHint() const
{
    const core::MappingEditor &editor = m_document.editor();
    const QString from = editor.label(m_drawing.from, m_drawing.key);
    if (m_drawing.over.isEmpty())
        return tr("Connecting %1: choose a field, Esc lets go").arg(from);
    const QString over = editor.label(m_drawing.other(), m_drawing.over);
    switch (m_drawing.fit.kind) {
    case core::Fit::Kind::Fits:
        return tr("Let go to connect %1 and %2").arg(from, over);
    case core::Fit::Kind::Choice:
        return tr("Let go to choose how %1 fits %2").arg(from, over);
    case core::Fit::Kind::Never:
        break;
    }
    return tr("%1 does not fit %2").arg(from, over);
}

void MappingBoard::repaintAll()
{
    m_hub->viewport()->update();
    m_remote->viewport()->update();
    m_canvas->update();
}

void MappingBoard::showPair(const PairId &pair)
{
    m_hub->scrollTo(m_hub->filter().indexOf(pair.hub));
    m_remote->scrollTo(m_remote->filter().indexOf(pair.remote));
}

void MappingBoard::onSelection()
{
    const PairId &pair = m_document.selected();
    if (pair == PairId{} || m_isSelecting)
        return;
    m_isSelecting = true;
    m_hub->setCurrentKey(pair.hub);
    m_remote->setCurrentKey(pair.remote);
    m_isSelecting = false;
    showPair(pair);
}

/// The first line of a field is selected with it; a field without one lets the selection go.
void MappingBoard::onCurrent(MappingSide side)
{
    if (m_isSelecting || m_drawing.isActive || !m_document.isOpen())
        return;
    const QString key = list(side).currentKey();
    if (key.isEmpty())
        return;
    const PairId pair = pairAt(side, key);
    m_isSelecting = true;
    if (pair != PairId{})
        list(side == MappingSide::Hub ? MappingSide::Remote : MappingSide::Hub)
            .setCurrentKey(side == MappingSide::Hub ? pair.remote : pair.hub);
    m_document.select(pair);
    m_isSelecting = false;
}

PairId MappingBoard::pairAt(MappingSide side, const QString &key) const
{
    if (!m_document.isOpen())
        return {};
    const auto pairs = m_document.editor().pairsOf(side, key);
    if (pairs.contains(m_document.selected()))
        return m_document.selected();
    return pairs.isEmpty() ? PairId{} : pairs.first();
}

PairId MappingBoard::suggestionAt(MappingSide side, const QString &key) const
{
    for (const core::MappingSuggestion &one : m_document.editor().suggestions()) {
        if ((side == MappingSide::Hub ? one.pair.hub : one.pair.remote) == key)
            return one.pair;
    }
    return {};
}

} // namespace syncline::ui
