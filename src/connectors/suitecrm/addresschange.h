#pragma once

#include "connectors/suitecrm/addresses.h"
#include "connectors/suitecrm/metadata.h"
#include "connectors/suitecrm/reading.h"

namespace syncline::connectors::suitecrm {

/// An update that changes a record's e-mail address or its opt-out flag, which a plain PATCH answers with success and
/// does not do (docs/crm/suitecrm.md, sections 8 and 8a).
struct AddressEdit
{
    QString id;
    std::optional<QString> email; ///< "" removes the address
    std::optional<bool> optOut;
    QMap<QString, QByteArray> rest; ///< the other attributes, as JSON texts
};

/// Performs one AddressEdit step by step; an object per edit.
class AddressChange
{
public:
    AddressChange(Site &site, Reading &reading, const Module &module)
        : m_site(site)
        , m_reading(reading)
        , m_module(module)
        , m_book(site)
    {
    }

    WriteOutcome run(const AddressEdit &edit, std::stop_token stop);

private:
    Result<void> perform(const AddressEdit &edit, std::stop_token stop);
    Result<void> look(const AddressEdit &edit, std::stop_token stop);
    Result<void> patch(const AddressEdit &edit, std::stop_token stop);
    Result<void> relink(const AddressEdit &edit, std::stop_token stop);
    Result<Address> target(const QString &email, std::stop_token stop);
    Result<void> setFlags(const AddressEdit &edit, std::stop_token stop);
    bool changesEmail(const AddressEdit &edit) const;

    Site &m_site;
    Reading &m_reading;
    const Module &m_module;
    AddressBook m_book;
    QString m_shown;         ///< the address that SuiteCRM shows now
    QList<Address> m_linked; ///< the record's address records
    QList<Address> m_known;  ///< address records of the new address
    bool m_optOut = false;   ///< the tighter of all flags that meet
    bool m_sent = false;     ///< something was written already
    bool m_flagStored = true;
};

} // namespace syncline::connectors::suitecrm
