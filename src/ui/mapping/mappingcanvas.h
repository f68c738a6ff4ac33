#pragma once

#include "ui/mapping/drawing.h"
#include "ui/mapping/fieldlistview.h"
#include "ui/mapping/mappingdocument.h"

#include <QPainterPath>
#include <QWidget>

namespace syncline::ui {

/// The lines between the two lists, with a pill on each. It lies over both lists by `overlap` so that the ports sit on
/// the borders, and asks the views where their rows are.
class MappingCanvas final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int overlap = 7;

    enum class Part { None, Direction, Transform, Warning, Line, Accept, Dismiss };
    /// A line or suggestion as it is drawn now.
    struct Wire
    {
        core::PairId pair;
        bool isSuggestion = false;
        int percent = 0;
        QRectF pill; ///< empty where the hub's row is out of sight
        QList<QPair<Part, QRectF>> parts;
        QPainterPath path;
        QPointF start, end;
        int startCut = 0, endCut = 0; ///< -1, 1: the row is above or below what is seen
    };

    MappingCanvas(MappingDocument &document, FieldListView &hub, FieldListView &remote, const Drawing &drawing,
                  QWidget *parent = nullptr);

    const QList<Wire> &wires() const { return m_wires; }
    QRect partRect(const core::PairId &pair, Part part) const; ///< for tests and screen readers
    QString spoken(const Wire &wire) const;
    void act(const core::PairId &pair, Part part);
    /// The rows moved, or the mapping changed.
    void rearrange();

Q_SIGNALS:
    void transformWanted(const syncline::core::PairId &pair);
    void fieldDragged(syncline::core::MappingSide side, const QString &key);
    void dragMovedTo(const QPoint &at);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;

private:
    struct End
    {
        qreal y = 0;
        int cut = 0;
    };
    struct Hit
    {
        core::PairId pair;
        Part part = Part::None;
    };
    std::optional<End> endOf(core::MappingSide side, const QString &key) const;
    std::optional<Wire> wireOf(const core::PairId &pair) const;
    void addPill(Wire &wire, int column) const;
    void addPath(Wire &wire) const;
    Hit hitAt(const QPointF &at) const;
    QPair<core::MappingSide, QString> portAt(const QPointF &at) const;
    QColor wireColor(const Wire &wire) const;

    void paintWire(QPainter &painter, const Wire &wire) const;
    void paintPill(QPainter &painter, const Wire &wire) const;
    void paintPorts(QPainter &painter, core::MappingSide side) const;
    void paintArrow(QPainter &painter, const QPointF &at, int cut) const;
    void paintDrawing(QPainter &painter) const;

    MappingDocument &m_document;
    FieldListView &m_hub;
    FieldListView &m_remote;
    const Drawing &m_drawing;
    QList<Wire> m_wires;
    Hit m_hover;
    std::optional<QPair<core::MappingSide, QString>> m_pressedPort;
    QPoint m_pressedAt;
};

} // namespace syncline::ui
