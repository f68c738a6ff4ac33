#include "ui/review/alikepanel.h"

#include "ui/records/difference.h"
#include "ui/records/words.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace syncline::ui {

namespace {

constexpr int mostExamples = 4;

} // namespace

AlikePanel::AlikePanel(QWidget *parent)
    : Card(parent)
    , m_on(new QCheckBox(tr("And all like this")))
    , m_about(textLabel({}, Style::Body, "second"))
    , m_details(new QWidget)
    , m_forField(textLabel({}))
    , m_take(new QComboBox)
    , m_when(new QComboBox)
    , m_sums(textLabel({}, Style::Meta, "second"))
    , m_lines(new QGridLayout)
{
    setAccessibleName(tr("And all like this"));
    m_on->setFont(ui::font(Style::BodyBold));
    m_on->setAccessibleName(tr("And all like this"));
    m_take->setAccessibleName(tr("Whose value is taken for all"));
    m_when->setAccessibleName(tr("When it is taken"));
    m_sums->setObjectName(QStringLiteral("alikeSums"));
    m_when->addItem(tr("always"), int(core::AlikeRule::When::Always));
    m_when->addItem(tr("it is the newer one"), int(core::AlikeRule::When::Newer));
    auto *head = new QHBoxLayout;
    head->addWidget(m_on);
    head->addWidget(m_about, 1);
    head->addWidget(textLabel(QStringLiteral("A"), Style::Mono, "meta"));
    body()->addLayout(head);
    auto *details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    auto *rule = new QHBoxLayout;
    rule->setSpacing(metrics::gap);
    rule->addWidget(m_forField);
    rule->addWidget(m_take);
    rule->addWidget(textLabel(tr("when")));
    rule->addWidget(m_when);
    rule->addWidget(textLabel(tr("else ask me")));
    rule->addStretch();
    details->addLayout(rule);
    auto *sums = new QHBoxLayout;
    sums->addWidget(textLabel(tr("This would do:"), Style::MetaBold, "second"));
    sums->addStretch();
    sums->addWidget(m_sums);
    details->addLayout(sums);
    m_lines->setHorizontalSpacing(metrics::cardGap);
    details->addLayout(m_lines);
    body()->addWidget(m_details);
    m_details->hide();
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) {
        m_details->setVisible(on);
        Q_EMIT ruleChanged();
    });
    connect(m_take, &QComboBox::activated, this, &AlikePanel::ruleChanged);
    connect(m_when, &QComboBox::activated, this, &AlikePanel::ruleChanged);
    hide();
}

void AlikePanel::setCase(const core::ConflictCase &conflict, int likeThis)
{
    const bool isOther = m_entity != conflict.entity || m_field != conflict.field;
    m_case = conflict.id;
    m_entity = conflict.entity;
    m_field = conflict.field;
    setVisible(likeThis > 1);
    const QString name = fieldName(conflict.entity, conflict.field);
    m_about->setText(tr("the %1 conflicts about %2").arg(likeThis).arg(name));
    m_forField->setText(tr("For %1 take").arg(name));
    const QString before = m_take->currentData().toString();
    m_take->clear();
    for (const auto &side : conflict.sides)
        m_take->addItem(systemTitle(side.system), side.system);
    m_take->addItem(tr("the value before"), QStringLiteral("base"));
    const int again = m_take->findData(before);
    m_take->setCurrentIndex(!isOther && again >= 0 ? again : std::min(1, m_take->count() - 1));
    if (isOther || likeThis <= 1)
        m_on->setChecked(false);
    m_decides = 0;
    if (isOn())
        Q_EMIT ruleChanged();
}

void AlikePanel::setTake(const QString &system)
{
    const int index = m_take->findData(system);
    if (index < 0 || index == m_take->currentIndex())
        return;
    m_take->setCurrentIndex(index);
    if (isOn())
        Q_EMIT ruleChanged();
}

bool AlikePanel::isOn() const
{
    return m_on->isChecked() && !isHidden();
}

void AlikePanel::toggle()
{
    if (!isHidden())
        m_on->toggle();
}

core::AlikeRule AlikePanel::rule() const
{
    core::AlikeRule rule;
    rule.like = m_case;
    rule.answer.take = m_take->currentData().toString();
    rule.when = core::AlikeRule::When(m_when->currentData().toInt());
    return rule;
}

void AlikePanel::setPreview(const QList<core::AlikeLine> &lines)
{
    m_decides = int(std::ranges::count_if(lines, &core::AlikeLine::decides));
    const qsizetype stay = lines.size() - m_decides;
    m_sums->setText(tr("%1 take %2, %3 stay for you").arg(m_decides).arg(m_take->currentText()).arg(stay));
    showPreview(lines);
}

/// Examples of both kinds: some that are decided, and at least one that stays.
void AlikePanel::showPreview(const QList<core::AlikeLine> &lines)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QList<core::AlikeLine> shown;
    const bool someStay = m_decides < lines.size();
    for (int i = 0; i < m_decides && shown.size() < mostExamples - (someStay ? 1 : 0); ++i)
        shown.append(lines.at(i));
    for (int i = m_decides; i < lines.size() && shown.size() < mostExamples; ++i)
        shown.append(lines.at(i));
    for (int row = 0; row < shown.size(); ++row) {
        const core::AlikeLine &line = shown.at(row);
        m_lines->addWidget(textLabel(line.title), row, 0);
        auto *before = textLabel(valueText(line.before), Style::Body, line.decides ? "bad" : "");
        if (line.decides && line.before != line.after) {
            QFont struck = before->font();
            struck.setStrikeOut(true);
            before->setFont(struck);
        }
        m_lines->addWidget(before, row, 1);
        m_lines->addWidget(line.decides ? textLabel(valueText(line.after), Style::Body, "ok")
                                        : textLabel(line.why, Style::Body, "second"),
                           row, 2);
        m_lines->addWidget(textLabel(line.decides ? m_take->currentText() : tr("asks you"), Style::Body, "second"), row,
                           3);
    }
    m_lines->setColumnStretch(0, 2);
    m_lines->setColumnStretch(1, 2);
    m_lines->setColumnStretch(2, 2);
    m_lines->setColumnStretch(3, 1);
}

} // namespace syncline::ui
