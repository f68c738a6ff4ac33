#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors {

/// A value on its way into a field of a CRM, and the parts of every message about it.
struct EncodingTask
{
    QString crm; ///< for people: "HubSpot"
    const QString &entity;
    const RemoteField &field;
    const Value &value;
    WriteKind kind = WriteKind::Update;
    QString name = field.name; ///< of the field, as people know it

    QString text() const { return value.text(); }
    /// The field cannot hold the value: error kind Validation with the field's name. The value is shown, its end cut where
    /// it is long.
    tl::unexpected<Error> refused(const QString &why, const QString &remedy) const;
    /// As a value without a readable form is.
    tl::unexpected<Error> refusedUnread() const;
    /// The warning appears where the stored form differs from the given one.
    Encoded sent(const QJsonValue &json, const Value &predicted, const QString &warning) const;
    Encoded sent(const QString &text) const { return {text, Value::text(text), {}}; }
};

// What the value's text says without its outer blanks; refused, for every CRM in the same words, where it says nothing of the
// kind.
Result<QString> emailIn(const EncodingTask &task);
Result<QString> decimalIn(const EncodingTask &task);
Result<QString> dayIn(const EncodingTask &task);
Result<std::chrono::seconds> instantIn(const EncodingTask &task);
Result<bool> yesOrNoIn(const EncodingTask &task);
Encoded encodedTruth(bool isYes); ///< as JSON has it

/// A field that tells no options takes every value.
bool isOption(const RemoteField &field, const QString &value);

} // namespace syncline::connectors
