#pragma once

#include <QObject>

namespace syncline::ui {

/// The margin at the sides of pages, in pixels at scale 1: narrower in a narrow window. In the window's thread.
class PageMargin final : public QObject
{
    Q_OBJECT
public:
    static PageMargin &instance();
    int width() const;
    bool isNarrow() const { return m_isNarrow; }
    void setNarrow(bool isNarrow);

Q_SIGNALS:
    void changed(int width);

private:
    bool m_isNarrow = false;
};

/// A layout's or a widget's margins at its sides are those of the page, from now on.
template<class Edged>
void keepPageMargins(Edged *edged, int top = 0, int bottom = 0)
{
    const auto apply = [edged, top, bottom](int side) { edged->setContentsMargins(side, top, side, bottom); };
    apply(PageMargin::instance().width());
    QObject::connect(&PageMargin::instance(), &PageMargin::changed, edged, apply);
}

} // namespace syncline::ui
