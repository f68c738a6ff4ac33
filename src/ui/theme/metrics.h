#pragma once

/// Sizes in pixels at scale 1. Base 8; 4 inside a component. For containers only: words need room to grow.
namespace syncline::ui::metrics {

constexpr int tight = 4;
constexpr int gap = 8; ///< between buttons
constexpr int cardGap = 12;
constexpr int cardPadding = 16;
constexpr int pageMargin = 24;
constexpr int narrowPageMargin = 16;
constexpr int narrowWidth = 1100; ///< below: rail, narrow margins

constexpr int leastWidth = 1024;
constexpr int leastHeight = 700;
constexpr int sidebar = 208;
constexpr int rail = 56;
constexpr int sidebarRow = 34;
constexpr int headerHeight = 56;
constexpr int filterBar = 44;
constexpr int tabs = 36;
constexpr int actionBar = 56;
constexpr int statusBar = 28;

constexpr int rowHeight = 32;
constexpr int denseRow = 28;
constexpr int tableHeader = 28;
constexpr int twoLineRow = 48;
constexpr int integrationRow = 56;
constexpr int treeRow = 30;
constexpr int control = 30;
constexpr int smallControl = 24;
constexpr int icon = 16;
constexpr int sidebarIcon = 18;
constexpr int emptyIcon = 32;
constexpr int badge = 18;
constexpr int progress = 8;

constexpr int radius = 4;
constexpr int cardRadius = 6;
constexpr int leastPane = 200;
constexpr int listPane = 312; ///< beside a detail, by default
constexpr int labelWidth = 132;

} // namespace syncline::ui::metrics
