#pragma once

namespace syncline::ui {

/// What screen readers are told about scroll areas. To be called once, before windows are made.
///
/// Qt up to 6.4 looks a child up by its place without asking whether there is one: a reader that counted the children
/// before a scroll bar went away, and asks for the last one after it did, ends the program.
void installScrollAccess();

} // namespace syncline::ui
