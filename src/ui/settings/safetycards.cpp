#include "ui/settings/safetycards.h"

#include "ui/components/panels.h"
#include "ui/mapping/rulespane.h"
#include "ui/preview/previewtree.h"
#include "ui/settings/preferences.h"
#include "ui/settings/settingscard.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::ConflictPolicy;
using core::DeletePolicy;

namespace {

QSpinBox *number(int least, int most, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setKeyboardTracking(false);
    box->setAccessibleName(name);
    return box;
}

QComboBox *choice(const QString &object, const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(object);
    box->setAccessibleName(name);
    box->setMinimumContentsLength(12); // in a narrow window it is cut, not the page
    return box;
}

} // namespace

SafetyCards::SafetyCards(Backend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_before(new SettingsCard(u"safety"_s, tr("Before anything is written")))
    , m_conflicts(new SettingsCard(u"safety"_s, tr("When two sides changed the same field")))
    , m_deletes(new SettingsCard(u"safety"_s, tr("When a record was deleted")))
    , m_preview(new QCheckBox)
    , m_changePercent(number(0, 100, tr("Changes that stop a run, in percent of the records")))
    , m_percent(number(0, 100, tr("Deletes that stop a run, in percent")))
    , m_count(number(0, 1'000'000, tr("Deletes that stop a run, in records")))
{
    buildBefore();
}

QList<SettingsCard *> SafetyCards::cards() const
{
    return {m_before, m_conflicts, m_deletes};
}

void SafetyCards::buildBefore()
{
    m_preview->setObjectName(u"previewFirst"_s);
    m_percent->setObjectName(u"guardPercent"_s);
    m_count->setObjectName(u"guardCount"_s);
    m_changePercent->setObjectName(u"changePercent"_s);
    m_before->add(tr("Show the preview before a run that I start"),
                  tr("Sync Now (F5) opens the preview; nothing is written before you say so there."), m_preview);
    auto *changes = new QWidget;
    auto *share = new QHBoxLayout(changes);
    share->setContentsMargins(0, 0, 0, 0);
    share->setSpacing(metrics::gap);
    share->addWidget(m_changePercent);
    share->addWidget(textLabel(tr("% of the records")));
    m_before->add(tr("Stop and ask when a run would change more than"),
                  tr("Counted for each kind of record, from 100 records on. The first run is not stopped."), changes);
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(m_percent);
    row->addWidget(textLabel(tr("% or")));
    row->addWidget(m_count);
    row->addWidget(textLabel(tr("records")));
    m_before->add(tr("Hold deletes and clearings above"), tr("The smaller of the two counts, at least 10 records."),
                  both);
    m_before->add(tr("When somebody withdraws consent"),
                  tr("The stricter answer always wins. Only a person can loosen it."), alwaysOn(tr("Always on")));
    connect(m_preview, &QCheckBox::toggled, this, [](bool first) { setPreviewFirst(first); });
    for (const QSpinBox *box : {m_percent, m_count})
        connect(box, &QSpinBox::valueChanged, this, &SafetyCards::saveGuard);
    connect(m_changePercent, &QSpinBox::valueChanged, this,
            [this](int percent) { save([percent](core::Safety &safety) { return safety.setChangeGuard(percent); }); });
}

void SafetyCards::refresh()
{
    const QSignalBlocker quiet(m_preview);
    m_preview->setChecked(previewFirst());
    m_backend.ask<core::SafetyRules>(
        this, [](core::Session &session) { return core::Safety(session).rules(); },
        [this](const Result<core::SafetyRules> &rules) {
            if (rules)
                show(*rules);
            else
                Q_EMIT failed(rules.error());
        });
}

void SafetyCards::show(const core::SafetyRules &rules)
{
    const QSignalBlocker quietPercent(m_percent), quietCount(m_count), quietChange(m_changePercent);
    m_changePercent->setValue(qRound(rules.changePercent));
    m_percent->setValue(qRound(rules.guardPercent));
    m_count->setValue(rules.guardCount);
    for (QSpinBox *box : {m_changePercent, m_percent, m_count})
        box->setEnabled(!rules.entities.isEmpty());
    QStringList rows;
    for (const core::SafetyRules::Entity &entity : rules.entities)
        rows << entity.entity + QString::number(entity.ownFields);
    if (rows != m_rows) { // else the boxes stay, and with them the focus
        m_rows = rows;
        m_boxes.clear();
        m_conflicts->clear();
        m_deletes->clear();
        for (const core::SafetyRules::Entity &entity : rules.entities)
            addEntity(entity);
    }
    for (qsizetype i = 0; i < rules.entities.size(); ++i) {
        const auto &[conflict, deletes] = m_boxes[i];
        conflict->setCurrentIndex(conflict->findData(int(rules.entities[i].conflict)));
        deletes->setCurrentIndex(deletes->findData(int(rules.entities[i].deletes)));
    }
    Q_EMIT filled();
}

void SafetyCards::addEntity(const core::SafetyRules::Entity &entity)
{
    const QString kind = entityPlural(entity.entity);
    QComboBox *conflict = choice(u"conflict-"_s + entity.entity, tr("Conflicts of %1").arg(kind));
    for (const auto policy : {ConflictPolicy::Manual, ConflictPolicy::LastWriteWins, ConflictPolicy::FieldMerge,
                              ConflictPolicy::PrimaryWins, ConflictPolicy::SecondaryWins})
        conflict->addItem(conflictWords(policy), int(policy));
    connect(conflict, &QComboBox::activated, this, [this, conflict, name = entity.entity] {
        save([name, policy = ConflictPolicy(conflict->currentData().toInt())](core::Safety &safety) {
            return safety.setConflict(name, policy);
        });
    });
    m_conflicts->add(
        kind, entity.ownFields == 0 ? QString() : tr("%n field(s) have a rule of their own", nullptr, entity.ownFields),
        conflict);
    QComboBox *deletes = choice(u"deletes-"_s + entity.entity, tr("Deletes of %1").arg(kind));
    for (const auto policy : {DeletePolicy::Ask, DeletePolicy::Ignore, DeletePolicy::Unlink, DeletePolicy::Archive,
                              DeletePolicy::Propagate})
        deletes->addItem(deleteWords(policy), int(policy));
    connect(deletes, &QComboBox::activated, this, [this, deletes, name = entity.entity] {
        save([name, policy = DeletePolicy(deletes->currentData().toInt())](core::Safety &safety) {
            return safety.setDeletes(name, policy);
        });
    });
    m_deletes->add(kind, tr("Deleting elsewhere is never the default."), deletes);
    m_boxes.emplaceBack(conflict, deletes);
}

void SafetyCards::saveGuard()
{
    save([count = m_count->value(), percent = m_percent->value()](core::Safety &safety) {
        return safety.setGuard(count, percent);
    });
}

/// What was saved is read again, and so is what could not be saved: the control shows what is so.
void SafetyCards::save(const std::function<Result<void>(core::Safety &)> &change)
{
    m_backend.ask<bool>(
        this,
        [change](core::Session &session) {
            core::Safety safety(session);
            return change(safety).map([] { return true; });
        },
        [this](const Result<bool> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            refresh();
        });
}

} // namespace syncline::ui
