#pragma once

#include "ui/mapping/drawing.h"
#include "ui/mapping/fieldlistview.h"
#include "ui/mapping/mappingcanvas.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace syncline::ui {

class FitBubble;
class ListHeader;

/// Both lists with the canvas between them: drawing connections by mouse and by keyboard.
class MappingBoard final : public QWidget
{
    Q_OBJECT

public:
    explicit MappingBoard(MappingDocument &document, QWidget *parent = nullptr);
    ~MappingBoard() override;

    FieldListView &list(core::MappingSide side) { return side == core::MappingSide::Hub ? *m_hub : *m_remote; }
    MappingCanvas &canvas() { return *m_canvas; }
    FitBubble &bubble() { return *m_bubble; }
    const Drawing &drawing() const { return m_drawing; }
    void setRemoteTitle(const QString &name, const QString &provider);
    void focusSearch();
    void showPair(const core::PairId &pair); ///< brings both ends into view

Q_SIGNALS:
    void transformWanted(const syncline::core::PairId &pair);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectList(core::MappingSide side);
    void arrange();
    void refreshHeads();
    QString drawingHint() const;
    void narrowOther();
    void onSelection();
    void onCurrent(core::MappingSide side);

    void begin(core::MappingSide side, const QString &key, bool byKeyboard);
    void drag(core::MappingSide side, const QString &key);
    void moveTo(core::MappingSide side, const QString &key, const QPoint &inViewport);
    void drop(core::MappingSide side, const QString &key, const QPoint &inViewport);
    void letGo();
    void scrollNearEdge();
    void repaintAll();
    void join(const QString &key, const QPoint &globalPos);
    void offerWays(const core::Fit &fit, const QPoint &globalPos);

    void command(core::MappingSide side, FieldListView::Command command, const QString &key);
    void mark(core::MappingSide side, const QString &key);
    core::PairId pairAt(core::MappingSide side, const QString &key) const;
    core::PairId suggestionAt(core::MappingSide side, const QString &key) const;

    MappingDocument &m_document;
    Drawing m_drawing;
    FieldListModel *m_hubModel;
    FieldListModel *m_remoteModel;
    FieldListView *m_hub;
    FieldListView *m_remote;
    FieldDelegate *m_delegates[2];
    ListHeader *m_heads[2];
    MappingCanvas *m_canvas;
    QWidget *m_middle;
    QLabel *m_hint;
    QPushButton *m_acceptAll;
    FitBubble *m_bubble;
    QTimer m_scrolling;
    FieldListView *m_scrolled = nullptr;
    int m_scrollBy = 0;
    bool m_isSelecting = false;
};

} // namespace syncline::ui
