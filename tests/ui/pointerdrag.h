#pragma once

#include "ui/mapping/mappingboard.h"

#include <QMenu>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <functional>

namespace syncline::test {

/// A drag by the X server's own pointer, which is what QDrag listens to. Each step is made when the one before it has
/// shown its effect, so that a busy machine makes it slower and nothing else.
class PointerDrag
{
public:
    /// Both in the screen's coordinates.
    PointerDrag(ui::MappingBoard &board, const QPoint &from, const QPoint &to) : m_board(board), m_from(from), m_to(to)
    {
    }
    ~PointerDrag()
    {
        if (m_isPressed) // the next drag begins with a free button
            pointer({QStringLiteral("mouseup"), QStringLiteral("1")});
    }
    PointerDrag(const PointerDrag &) = delete;
    PointerDrag &operator=(const PointerDrag &) = delete;

    /// `over` runs once while the field is held over the target `key`. Gives whether the drag came to its end.
    bool run(const QString &key, const std::function<void()> &over, bool escape)
    {
        constexpr int patience = 60'000;
        moveTo(m_from);
        pointer({QStringLiteral("mousedown"), QStringLiteral("1")});
        m_isPressed = true;
        QTimer beat; // the test's own loop stands still while something is dragged
        QObject::connect(&beat, &QTimer::timeout, &beat, [&] { step(key, over, escape); });
        beat.start(20);
        return QTest::qWaitFor([this] { return m_phase == Phase::Done; }, patience);
    }

private:
    enum class Phase { Picking, Carrying, LettingGo, Done };

    void step(const QString &key, const std::function<void()> &over, bool escape)
    {
        const ui::Drawing &drawing = m_board.drawing();
        switch (m_phase) {
        case Phase::Picking:
            m_phase = drawing.isActive ? Phase::Carrying : m_phase;
            return moveTo(m_from + QPoint(m_beats++ % 2 == 0 ? 16 : 24, 0));
        case Phase::Carrying:
            if (drawing.over != key)
                return carry();
            if (over)
                over();
            escape ? pointer({QStringLiteral("key"), QStringLiteral("Escape")}) : release();
            m_phase = Phase::LettingGo;
            return;
        case Phase::LettingGo:
            if (drawing.isActive && !m_board.findChild<QMenu *>(QStringLiteral("waysToFit")))
                return;
            if (m_isPressed)
                release();
            m_phase = Phase::Done;
            return;
        case Phase::Done:
            return;
        }
    }

    /// A little way on; at the target to and fro, until the window has seen it.
    void carry()
    {
        constexpr int steps = 10;
        m_way = std::min(m_way + 1, steps);
        moveTo(m_from + (m_to - m_from) * m_way / steps + QPoint(m_beats++ % 2, 0));
    }

    void release()
    {
        m_isPressed = false;
        pointer({QStringLiteral("mouseup"), QStringLiteral("1")});
    }

    static void moveTo(const QPoint &at)
    {
        pointer({QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y())});
    }
    static void pointer(const QStringList &words) { QProcess::execute(QStringLiteral("xdotool"), words); }

    ui::MappingBoard &m_board;
    QPoint m_from, m_to;
    Phase m_phase = Phase::Picking;
    bool m_isPressed = false;
    int m_beats = 0, m_way = 0;
};

} // namespace syncline::test
