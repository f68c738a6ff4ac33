#include "ui/mapping/canvasaccessible.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// The base class has a tr() of its own.
QString word(const char *text)
{
    return QCoreApplication::translate("syncline::ui::MappingCanvas", text);
}

class PillAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PillAccessible(MappingCanvas *canvas, core::PairId pair) : m_canvas(canvas), m_pair(std::move(pair)) {}

    const core::PairId &pair() const { return m_pair; }

    bool isValid() const override { return wire() != nullptr; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_canvas.data()); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::PushButton; }
    QWindow *window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }

    QString text(QAccessible::Text kind) const override
    {
        const MappingCanvas::Wire *shown = wire();
        if (!shown || kind != QAccessible::Name)
            return {};
        return m_canvas->spoken(*shown);
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const MappingCanvas::Wire *shown = wire();
        if (!shown)
            return {};
        const QRect pill = shown->pill.toAlignedRect();
        return {m_canvas->mapToGlobal(pill.topLeft()), pill.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.offscreen = rect().isEmpty();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override
    {
        const MappingCanvas::Wire *shown = wire();
        QStringList names{pressAction()};
        if (shown && shown->isSuggestion)
            names.append(u"dismiss"_s);
        return names;
    }
    QString localizedActionName(const QString &name) const override
    {
        return name == "dismiss"_L1 ? word("Dismiss") : QAccessibleActionInterface::localizedActionName(name);
    }
    void doAction(const QString &name) override
    {
        const MappingCanvas::Wire *shown = wire();
        if (!shown)
            return;
        using Part = MappingCanvas::Part;
        const core::PairId pair = m_pair; // acting rearranges the wires
        if (name == "dismiss"_L1)
            m_canvas->act(pair, Part::Dismiss);
        else
            m_canvas->act(pair, shown->isSuggestion ? Part::Accept : Part::Direction);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const MappingCanvas::Wire *wire() const
    {
        if (!m_canvas)
            return nullptr;
        for (const MappingCanvas::Wire &wire : m_canvas->wires()) {
            if (wire.pair == m_pair)
                return &wire;
        }
        return nullptr;
    }

    QPointer<MappingCanvas> m_canvas;
    core::PairId m_pair;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<MappingCanvas *>(object);
    return canvas ? new CanvasAccessible(canvas) : nullptr;
}

} // namespace

CanvasAccessible::CanvasAccessible(MappingCanvas *canvas) : QAccessibleWidget(canvas, QAccessible::Grouping) {}

CanvasAccessible::~CanvasAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

void CanvasAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

int CanvasAccessible::childCount() const
{
    return int(canvas()->wires().size());
}

QAccessibleInterface *CanvasAccessible::child(int index) const
{
    const auto &wires = canvas()->wires();
    if (index < 0 || index >= wires.size())
        return nullptr;
    const core::PairId &pair = wires.at(index).pair;
    QAccessible::Id &id = m_children[core::pairKey(pair)];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new PillAccessible(canvas(), pair));
    return QAccessible::accessibleInterface(id);
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *pill = dynamic_cast<const PillAccessible *>(child);
    for (int i = 0; pill && i < childCount(); ++i) {
        if (canvas()->wires().at(i).pair == pill->pair())
            return i;
    }
    return -1;
}

QAccessibleInterface *CanvasAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (QAccessibleInterface *pill = child(i); pill && pill->rect().contains(x, y))
            return pill;
    }
    return nullptr;
}

} // namespace syncline::ui
