#include "ui/theme/fonts.h"

#include <QApplication>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr double bodyPoints = 9.75; // 13 px at 96 dpi

/// How much larger than usual the desktop wants its text.
double &enlargement()
{
    static double factor = 1;
    return factor;
}

double pointsOf(Style style)
{
    switch (style) {
    case Style::PageTitle:
        return 14.25;
    case Style::AssistantTitle:
        return 16.5;
    case Style::PanelTitle:
        return 11.25;
    case Style::Body:
    case Style::BodyBold:
        return bodyPoints;
    case Style::Meta:
    case Style::MetaBold:
        return 8.25;
    case Style::Mono:
        return 9;
    }
    return bodyPoints;
}

bool isBold(Style style)
{
    return style == Style::PageTitle || style == Style::AssistantTitle || style == Style::PanelTitle
        || style == Style::BodyBold || style == Style::MetaBold;
}

} // namespace

QFont font(Style style)
{
    QFont result = QApplication::font();
    if (style == Style::Mono) {
        result = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (QFontDatabase::families().contains(u"Noto Sans Mono"_s))
            result.setFamily(u"Noto Sans Mono"_s);
    }
    result.setPointSizeF(pointsOf(style) * enlargement());
    result.setBold(isBold(style));
    return result;
}

void installFonts()
{
    QFont base = QApplication::font();
    constexpr double usualPoints = 11; // the largest default of the common desktops
    enlargement() = std::max(1.0, base.pointSizeF() / usualPoints);
    if (QFontDatabase::families().contains(u"Noto Sans"_s))
        base.setFamily(u"Noto Sans"_s);
    base.setPointSizeF(bodyPoints * enlargement());
    QApplication::setFont(base);
}

} // namespace syncline::ui
