#include "ui/components/pagemargin.h"

#include "ui/theme/metrics.h"

namespace syncline::ui {

PageMargin &PageMargin::instance()
{
    static PageMargin margin;
    return margin;
}

int PageMargin::width() const
{
    return m_isNarrow ? metrics::narrowPageMargin : metrics::pageMargin;
}

void PageMargin::setNarrow(bool isNarrow)
{
    if (m_isNarrow == isNarrow)
        return;
    m_isNarrow = isNarrow;
    Q_EMIT changed(width());
}

} // namespace syncline::ui
