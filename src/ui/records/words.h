#pragma once

#include "core/services/recordboard.h"
#include "core/services/recordlist.h"
#include "ui/components/marks.h"

#include <QMap>
#include <QString>

/// How the views about records say things: times, values, names.
namespace syncline::ui {

/// "14:02" today, "yesterday", "21 Nov", "2 Mar 2025".
QString whenText(core::Millis at);
/// With zone, for tooltips.
QString whenExactly(core::Millis at);

/// A value as text; "empty" for a blank one. `isWord` tells that it is such a word and no value.
QString valueText(const Value &value, bool *isWord = nullptr);

/// The name of a field of the hub.
QString fieldName(const QString &entity, const QString &field);
/// "contacts" for 2, "contact" for 1.
QString entityCount(const QString &entity, int count);
QString entityTitle(const QString &entity);
/// A word that stands alone elsewhere as it stands inside a sentence: "contacts", in German still "Kontakte".
QString insideSentence(const QString &word);

/// State of a record: mark and word.
State markOf(core::RecordQuery::State state);
QString wordOf(core::RecordQuery::State state);

/// "Hub" for "hub", else the name that the user gave.
QString systemTitle(const QString &system);

/// The providers of the integrations, by name; asked once per view refresh.
using Providers = QMap<QString, QString>;
Providers providersOf(const QList<core::SystemRef> &systems);

/// A person's or company's text inside a sentence, kept from turning the sentence around.
QString isolated(const QString &text);

} // namespace syncline::ui
