#include "ui/integrations/teststeps.h"

#include "ui/components/iconlabel.h"
#include "ui/integrations/providerhelp.h"
#include "ui/theme/metrics.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

TestSteps::TestSteps(QWidget *parent) : QWidget(parent), m_remedy(new MessageBar)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::cardGap);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const QString &step : testSteps()) {
        grid->addWidget(rule(), row++, 0, 1, 3);
        const Row made{new IconLabel(u"minus"_s, Token::Text3), textLabel(stepLabel(step), Style::BodyBold),
                       textLabel({}, Style::Body, "second")};
        made.message->setWordWrap(true);
        made.message->setObjectName(QString(u"step-"_s + step));
        grid->addWidget(made.sign, row, 0);
        grid->addWidget(made.label, row, 1);
        grid->addWidget(made.message, row, 2);
        grid->setRowMinimumHeight(row++, metrics::treeRow);
        m_rows << made;
    }
    grid->addWidget(m_remedy, row, 0, 1, 3);
    m_remedy->setObjectName(u"testRemedy"_s);
    showNothing();
}

void TestSteps::setRow(int row, const QString &iconName, Token tint, const QString &message)
{
    m_rows[row].sign->set(iconName, tint);
    m_rows[row].message->setText(message);
    m_rows[row].message->setAccessibleName(QString(m_rows[row].label->text() + u": "_s + message));
}

void TestSteps::showNothing()
{
    for (int row = 0; row < m_rows.size(); ++row)
        setRow(row, u"minus"_s, Token::Text3, tr("Not tried yet"));
    m_remedy->clear();
}

void TestSteps::showRunning()
{
    showNothing();
    setRow(0, u"slow"_s, Token::Accent, tr("Asking…"));
}

void TestSteps::showReport(const core::ConnectionReport &report)
{
    showNothing();
    const QStringList order = testSteps();
    for (const core::ConnectionStep &step : report.steps) {
        const int row = int(order.indexOf(step.step));
        if (row < 0)
            continue;
        setRow(row, step.ok ? u"check"_s : u"error"_s, step.ok ? Token::Ok : Token::Bad, step.message);
        if (!step.ok)
            m_remedy->tell(MessageKind::Bad, step.message, step.remedy);
    }
}

void TestSteps::showError(const Error &error)
{
    showNothing();
    m_remedy->tell(MessageKind::Bad, error.message, error.remedy, {}, error.providerMessage);
}

} // namespace syncline::ui
