#include "core/engine/reports.h"
#include "core/engine/runpass.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

/// What is mapped and gone in the CRM.
namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Runner", text);
}

Error goneField(const Binding &binding, const QString &field)
{
    return {ErrorKind::Validation,
            tr("%1 has no field %2 of %3 any more; what is mapped to it is not synced.")
                .arg(binding.name, field, binding.remote.name),
            tr("Map another field of %1 instead, or take the line out of the mapping.").arg(binding.name),
            {},
            {},
            false};
}

Error goneEntity(const Binding &binding)
{
    const QString label = binding.remote.label.isEmpty() ? binding.remote.name : binding.remote.label;
    return {
        ErrorKind::NotFound,
        tr("%1 has no %2 any more, or does not show them to the account; they are not synced, and nothing is deleted.")
            .arg(binding.name, label),
        tr("Check what the account may see in %1, or switch the mapping of %2 off.").arg(binding.name, label),
        {},
        {},
        false};
}

} // namespace

/// M1: a line whose field is gone stops alone, so does an entity, and neither in silence.
Result<void> Runner::tellDrift(const Pass &pass)
{
    QList<QJsonObject> errors;
    for (const auto &account : pass.catalog.accounts()) {
        for (const Binding &binding : account->bindings) {
            if (binding.isGone && !account->down) {
                errors << errorDocument(binding.name, binding.mapping.hubEntity(), {}, {}, {}, goneEntity(binding));
                continue;
            }
            const QStringList gone = account->down ? QStringList() : binding.mapping.missing();
            for (const QString &field : gone)
                errors << errorDocument(binding.name, binding.mapping.hubEntity(), {}, field, {},
                                        goneField(binding, field));
        }
    }
    if (errors.isEmpty())
        return {};
    return m_stores.db.transaction("drift", [&]() -> Result<void> {
        for (const QJsonObject &error : std::as_const(errors)) {
            if (auto done = m_stores.runs.addError(pass.run.id, error); !done)
                return done;
        }
        return {};
    });
}

/// A stored plan may hold operations of an entity that has gone since.
Result<void> Runner::skipGone(const Pass &pass)
{
    for (const auto &account : pass.catalog.accounts()) {
        for (const Binding &binding : account->bindings) {
            if (auto done = binding.isGone ? skipEntity(pass, binding) : Result<void>(); !done)
                return done;
        }
    }
    return {};
}

Result<void> Runner::skipEntity(const Pass &pass, const Binding &binding)
{
    constexpr int pageSize = 500;
    for (const Phase phase : {Phase::Consent, Phase::Remote, Phase::Delete}) {
        for (int after = 0;;) {
            const auto page = m_stores.runs.planned(pass.run.id, phase, binding.integration, binding.remote.name, after,
                                                    pageSize);
            if (!page)
                return failure(page.error());
            if (page->isEmpty())
                break;
            after = page->last().seq;
            auto done = m_stores.db.transaction("gone entity", [&]() -> Result<void> {
                for (const OperationRow &row : *page) {
                    auto step = m_stores.runs.markOutcome(row.run, row.seq, u"skipped"_s, goneEntity(binding).message);
                    if (!step)
                        return step;
                }
                return {};
            });
            if (!done)
                return done;
        }
    }
    return {};
}

} // namespace syncline::core
