#pragma once

#include "sandbox/suitecrm/settings.h"
#include "sandbox/suitecrm/store.h"

namespace syncline::sandbox::suitecrm {

/// Attributes that an answer shows; empty: all. The id is never among them.
using FieldSelection = std::vector<int>;

enum class RecordPlace {
    Single, ///< alone in "data", read: links name the module
    Saved,  ///< alone in "data", after a write: links leave the module out
    Listed, ///< in a list
    Related ///< in the list of a relationship: a self link instead of the relationships block
};

/// Writes records as V8 answers show them: pretty-printed, escaped, dates without seconds.
class Renderer
{
public:
    Renderer(Store &store, const Settings &settings) : m_store(store), m_settings(settings) {}

    /// Appends {"type", "id", "attributes", ...} without leading indentation. Links call the module as the request
    /// did: by its own name or by the singular one.
    void append(QByteArray &body, const Record &record, RecordPlace place, const FieldSelection &fields,
                const QString &module) const;
    /// A value as answers and the legacy API show it, computed ones included, not escaped.
    QString shownValue(const Record &record, int field) const;
    /// "Mr. Jürgen Müller".
    static QString fullName(const Record &record, bool withSalutation);

private:
    const RenderedAttributes &rendered(const Record &record) const;
    QString computedValue(const Record &record, const QString &field) const;
    QString emailValue(const Record &record, const QString &field) const;
    QString parentName(const Record &record) const;
    QString userName(const QString &id) const;
    QString nameOf(const QString &module, const QString &id) const;
    void appendLinks(QByteArray &body, const Record &record, RecordPlace place, const QString &module,
                     const QByteArray &indentation) const;
    QByteArray attribute(const Record &record, int field) const;

    Store &m_store;
    const Settings &m_settings;
};

} // namespace syncline::sandbox::suitecrm
