#include "ui/mapping/rulespane.h"

#include "ui/components/panels.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::ConflictPolicy;
using core::DeletePolicy;
using core::Direction;
using core::EntityMapping;

namespace {

constexpr ConflictPolicy conflictPolicies[] = {ConflictPolicy::Manual, ConflictPolicy::LastWriteWins,
                                               ConflictPolicy::FieldMerge, ConflictPolicy::PrimaryWins,
                                               ConflictPolicy::SecondaryWins};
constexpr DeletePolicy deletePolicies[] = {DeletePolicy::Ask, DeletePolicy::Ignore, DeletePolicy::Unlink,
                                           DeletePolicy::Archive, DeletePolicy::Propagate};

QString translate(const char *text)
{
    return QCoreApplication::translate("syncline::ui::RulesPane", text);
}

QString conflictHelp(ConflictPolicy policy)
{
    switch (policy) {
    case ConflictPolicy::Manual:
        return translate("When two sides changed the same field, the case waits in Review.");
    case ConflictPolicy::LastWriteWins:
        return translate(
            "When two sides changed the same field, the newer record wins. The other value is kept in the history.");
    case ConflictPolicy::FieldMerge:
        return translate("When two sides changed the same field, the newer value of that field wins.");
    case ConflictPolicy::PrimaryWins:
        return translate("The primary system's value wins over every other one.");
    case ConflictPolicy::SecondaryWins:
        return translate("The other systems' value wins where they agree.");
    }
    return {};
}

QString deletesHelp(DeletePolicy policy)
{
    switch (policy) {
    case DeletePolicy::Ask:
        return translate("What was deleted in one system waits in Review until you decide.");
    case DeletePolicy::Ignore:
        return translate("What was deleted in one system stays in all others.");
    case DeletePolicy::Unlink:
        return translate("The link to the deleted record goes; it comes back only by hand.");
    case DeletePolicy::Archive:
        return translate("The record is archived here and stays as it is everywhere.");
    case DeletePolicy::Propagate:
        return translate("What was surely deleted in one system is deleted in the others, too.");
    }
    return {};
}

} // namespace

QString conflictWords(ConflictPolicy policy)
{
    switch (policy) {
    case ConflictPolicy::Manual:
        return translate("Ask me");
    case ConflictPolicy::LastWriteWins:
        return translate("The newer change wins");
    case ConflictPolicy::FieldMerge:
        return translate("The newer change wins, by field");
    case ConflictPolicy::PrimaryWins:
        return translate("The primary system wins");
    case ConflictPolicy::SecondaryWins:
        return translate("The other systems win");
    }
    return {};
}

QString deleteWords(DeletePolicy policy)
{
    switch (policy) {
    case DeletePolicy::Ask:
        return translate("Ask me");
    case DeletePolicy::Ignore:
        return translate("Keep");
    case DeletePolicy::Unlink:
        return translate("Unlink");
    case DeletePolicy::Archive:
        return translate("Archive");
    case DeletePolicy::Propagate:
        return translate("Delete there too");
    }
    return {};
}

RulesPane::RulesPane(MappingDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_enabled(new QCheckBox(tr("Keep these records the same")))
    , m_direction(new QComboBox)
    , m_match(new QComboBox)
    , m_second(new QComboBox)
    , m_filter(new QPlainTextEdit)
    , m_count(textLabel({}, Style::Meta, "meta"))
    , m_conflict(new QComboBox)
    , m_conflictHelp(textLabel({}, Style::Meta, "meta"))
    , m_deletes(new QComboBox)
    , m_deletesHelp(textLabel({}, Style::Meta, "meta"))
{
    setObjectName(u"rules"_s);
    build();
    connect(m_enabled, &QCheckBox::toggled, this,
            [this](bool isOn) { change(tr("Take part"), [isOn](EntityMapping &mapping) { mapping.enabled = isOn; }); });
    connect(m_direction, &QComboBox::activated, this, [this] {
        const auto direction = Direction(m_direction->currentData().toInt());
        change(tr("Direction"), [direction](EntityMapping &mapping) { mapping.direction = direction; });
    });
    connect(m_conflict, &QComboBox::activated, this, [this] {
        const auto policy = ConflictPolicy(m_conflict->currentData().toInt());
        change(tr("Conflicts"), [policy](EntityMapping &mapping) { mapping.conflict = policy; });
    });
    connect(m_deletes, &QComboBox::activated, this, [this] {
        const auto policy = DeletePolicy(m_deletes->currentData().toInt());
        change(tr("Deletes"), [policy](EntityMapping &mapping) { mapping.deletes = policy; });
    });
    connect(m_filter, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = m_filter->toPlainText().simplified();
        change(
            tr("Filter"), [&text](EntityMapping &mapping) { mapping.filter = text; }, u"filter"_s);
    });
    connect(m_match, &QComboBox::activated, this, &RulesPane::chooseMatch);
    connect(m_second, &QComboBox::activated, this, &RulesPane::chooseMatch);
    connect(&document, &MappingDocument::changed, this, &RulesPane::refresh);
    refresh();
}

void RulesPane::addRow(QVBoxLayout *column, const QString &label, QWidget *field, QLabel *help)
{
    QLabel *name = textLabel(label, Style::BodyBold);
    name->setBuddy(field);
    column->addSpacing(metrics::tight);
    column->addWidget(name);
    column->addWidget(field);
    if (help) {
        help->setWordWrap(true);
        column->addWidget(help);
    }
}

void RulesPane::build()
{
    const auto name = [](QWidget *widget, const QString &object, const QString &spoken) {
        widget->setObjectName(object);
        widget->setAccessibleName(spoken);
    };
    name(m_enabled, u"entityEnabled"_s, m_enabled->text());
    name(m_direction, u"entityDirection"_s, tr("Direction of all fields"));
    name(m_match, u"matchFirst"_s, tr("Records are the same if they have the same"));
    name(m_second, u"matchSecond"_s, tr("Or else the same"));
    name(m_filter, u"filter"_s, tr("Which records take part"));
    name(m_conflict, u"conflictPolicy"_s, tr("When two sides changed the same field"));
    name(m_deletes, u"deletePolicy"_s, tr("When a record was deleted"));
    m_count->setObjectName(u"filterCount"_s);
    m_filter->setPlaceholderText(tr("All records. For example: country = \"Norway\" and tags has \"vip\""));
    m_filter->setFixedHeight(72);
    m_filter->setTabChangesFocus(true);
    m_direction->addItem(tr("Both ways"), int(Direction::Both));
    m_direction->addItem(tr("Only to the CRM"), int(Direction::Push));
    m_direction->addItem(tr("Only to the hub"), int(Direction::Pull));
    for (const ConflictPolicy policy : conflictPolicies)
        m_conflict->addItem(conflictWords(policy), int(policy));
    for (const DeletePolicy policy : deletePolicies)
        m_deletes->addItem(deleteWords(policy), int(policy));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::cardPadding, 10, metrics::cardPadding, 10);
    column->setSpacing(6);
    column->addWidget(m_enabled);
    addRow(column, tr("Direction of all fields"), m_direction, nullptr);
    addRow(column, tr("Records are the same if they have the same"), m_match, nullptr);
    addRow(column, tr("Or else the same"), m_second,
           textLabel(tr("Asked at the first meeting only. Linked records stay linked."), Style::Meta, "meta"));
    addRow(column, tr("Which records take part"), m_filter, m_count);
    addRow(column, tr("When two sides changed the same field"), m_conflict, m_conflictHelp);
    addRow(column, tr("When a record was deleted"), m_deletes, m_deletesHelp);
    column->addStretch();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::cardPadding, 6, metrics::gap, 6);
    head->addWidget(textLabel(tr("Rules for all fields"), Style::PanelTitle), 1);
    QPushButton *close = iconButton(u"x"_s, tr("Close the rules"));
    close->setObjectName(u"closeRules"_s);
    connect(close, &QPushButton::clicked, this, &RulesPane::closed);
    head->addWidget(close);
    auto *headBox = new QWidget;
    headBox->setLayout(head);
    headBox->setMinimumHeight(43);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(headBox);
    all->addWidget(rule());
    all->addWidget(scroll, 1);
}

void RulesPane::change(const QString &text, const std::function<void(EntityMapping &)> &edit, const QString &key)
{
    if (m_isFilling || !m_document.isOpen())
        return;
    EntityMapping mapping = m_document.editor().mapping();
    edit(mapping);
    m_document.edit(text, mapping, key);
}

void RulesPane::refresh()
{
    if (!m_document.isOpen())
        return;
    m_isFilling = true;
    const EntityMapping &mapping = m_document.editor().mapping();
    m_enabled->setChecked(mapping.enabled);
    m_direction->setCurrentIndex(m_direction->findData(int(mapping.direction)));
    m_conflict->setCurrentIndex(m_conflict->findData(int(mapping.conflict)));
    m_conflictHelp->setText(conflictHelp(mapping.conflict));
    m_deletes->setCurrentIndex(m_deletes->findData(int(mapping.deletes)));
    m_deletesHelp->setText(deletesHelp(mapping.deletes));
    if (m_filter->toPlainText().simplified() != mapping.filter.simplified())
        m_filter->setPlainText(mapping.filter);
    fillMatch(mapping);
    m_isFilling = false;
}

/// A rule of several fields (from a mapping file) is shown and kept, but not made here.
void RulesPane::fillMatch(const EntityMapping &mapping)
{
    const core::MappingEditor &editor = m_document.editor();
    const auto label = [&](const QStringList &keys) {
        QStringList labels;
        for (const QString &key : keys)
            labels.append(editor.label(core::MappingSide::Hub, key));
        return labels.join(tr(" and "));
    };
    const QString usual = m_document.basis()->schema.matchKeyField(mapping.hub);
    for (QComboBox *box : {m_match, m_second}) {
        box->clear();
        if (box == m_second)
            box->addItem(tr("Nothing else"), QStringList());
        else
            box->addItem(usual.isEmpty() ? tr("Nothing; each waits for you") : tr("%1 (as usual)").arg(label({usual})),
                         QStringList());
        QStringList keys;
        for (const core::PairId &pair : editor.pairs()) {
            if (!keys.contains(pair.hub))
                keys.append(pair.hub);
        }
        for (const QString &key : std::as_const(keys))
            box->addItem(label({key}), QStringList{key});
        const QStringList chosen = mapping.match.value(box == m_match ? 0 : 1);
        int index = box->findData(chosen);
        if (index < 0) {
            box->addItem(label(chosen), chosen);
            index = box->count() - 1;
        }
        box->setCurrentIndex(index);
    }
    m_second->setEnabled(!mapping.match.isEmpty());
}

void RulesPane::chooseMatch()
{
    QList<QStringList> rules;
    for (const QComboBox *box : {m_match, m_second}) {
        const QStringList keys = box->currentData().toStringList();
        if (!keys.isEmpty() && !rules.contains(keys) && (box == m_match || !rules.isEmpty()))
            rules.append(keys);
    }
    const auto more = m_document.editor().mapping().match.mid(2);
    change(tr("Match rules"), [&](EntityMapping &mapping) { mapping.match = rules.isEmpty() ? rules : rules + more; });
}

void RulesPane::focusRule(Rule rule)
{
    QWidget *fields[] = {m_match, m_filter, m_conflict, m_deletes};
    fields[int(rule)]->setFocus();
}

void RulesPane::showCount(int takePart, int records)
{
    m_count->setProperty("tone", u"meta"_s);
    m_count->setText(tr("%L1 of %L2 records take part").arg(takePart).arg(records));
}

void RulesPane::showFilterError(const QString &text)
{
    m_count->setText(text);
}

} // namespace syncline::ui
