#include "ui/mapping/problemlist.h"

#include "ui/components/panels.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::MappingProblem;
using core::Severity;

namespace {

constexpr int rowHeight = 30;
constexpr int rowsShown = 4;

bool isSame(const QList<MappingProblem> &a, const QList<MappingProblem> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const MappingProblem &one, const MappingProblem &two) {
        return one.text == two.text && one.subject == two.subject && one.cure == two.cure && one.pair == two.pair
            && one.cured == two.cured;
    });
}

} // namespace

ProblemList::ProblemList(MappingDocument &document, QWidget *parent)
    : QFrame(parent)
    , m_document(document)
    , m_title(textLabel(tr("Problems"), Style::BodyBold, "", this))
    , m_problems(new Badge(BadgeKind::Broken, this))
    , m_warnings(new Badge(BadgeKind::Decide, this))
    , m_first(textLabel({}, Style::Body, "", this))
    , m_fold(iconButton(u"down"_s, tr("Fold the problems"), this))
    , m_rows(new QWidget)
    , m_column(new QVBoxLayout(m_rows))
{
    setObjectName(u"problems"_s);
    setAccessibleName(tr("Problems"));
    m_fold->setObjectName(u"foldProblems"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_first->setMinimumWidth(1);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 8, 0);
    head->addWidget(m_title);
    head->addWidget(m_problems);
    head->addWidget(m_warnings);
    head->addWidget(m_first, 1);
    head->addStretch();
    head->addWidget(m_fold);
    auto *headBox = new QWidget;
    headBox->setLayout(head);
    headBox->setFixedHeight(rowHeight);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"problemRows"_s);
    scroll->setWidget(m_rows);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(rule());
    all->addWidget(headBox);
    all->addWidget(scroll);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        refresh();
    });
    connect(&document, &MappingDocument::changed, this, &ProblemList::refresh);
    refresh();
}

void ProblemList::setCompact(bool isCompact)
{
    if (m_isOpen == !isCompact)
        return;
    m_isOpen = !isCompact;
    refresh();
}

void ProblemList::refresh()
{
    const auto &problems = m_document.problems();
    if (!isSame(problems, m_shown)) {
        m_shown = problems;
        rebuildRows();
    }
    const auto bad = std::count_if(m_shown.begin(), m_shown.end(),
                                   [](const MappingProblem &one) { return one.severity == Severity::Problem; });
    setVisible(!m_shown.isEmpty());
    m_problems->setCount(int(bad));
    m_warnings->setCount(int(m_shown.size() - bad));
    m_first->setVisible(!m_isOpen && !m_shown.isEmpty());
    if (!m_shown.isEmpty())
        m_first->setText(QStringList{m_shown.first().subject, m_shown.first().text}.join(u": "_s));
    m_fold->setIcon(icon(m_isOpen ? u"down"_s : u"up"_s));
    m_fold->setAccessibleName(m_isOpen ? tr("Fold the problems") : tr("Show the problems"));
    m_fold->setToolTip(m_fold->accessibleName());
    auto *scroll = findChild<QScrollArea *>(u"problemRows"_s);
    scroll->setVisible(m_isOpen);
    scroll->setFixedHeight(std::min(int(m_shown.size()), rowsShown) * rowHeight);
    setFixedHeight(1 + rowHeight + (m_isOpen ? scroll->height() : 0));
}

void ProblemList::rebuildRows()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const MappingProblem &problem : std::as_const(m_shown))
        m_column->addWidget(rowOf(problem));
}

QWidget *ProblemList::rowOf(const MappingProblem &problem)
{
    const bool isBad = problem.severity == Severity::Problem;
    auto *row = new QWidget;
    row->setFixedHeight(rowHeight);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 0, 12, 0);
    line->setSpacing(8);
    auto *sign = new QLabel;
    sign->setPixmap(icon(isBad ? u"error"_s : u"warn"_s, isBad ? Token::Bad : Token::Warn).pixmap(metrics::icon));
    sign->setAccessibleName(isBad ? tr("Problem") : tr("Hint"));
    line->addWidget(sign);
    if (!problem.subject.isEmpty())
        line->addWidget(textLabel(QString(problem.subject + u':'), Style::BodyBold));
    QLabel *text = textLabel(problem.text, Style::Body);
    text->setMinimumWidth(1);
    text->setToolTip(QStringList{problem.text, problem.remedy}.join(u' ').toHtmlEscaped());
    line->addWidget(text, 1);
    QPushButton *button = linkButton(problem.cure);
    button->setAccessibleName(tr("%1: %2").arg(problem.subject, problem.cure));
    connect(button, &QPushButton::clicked, this, [this, problem] { cure(problem); });
    line->addWidget(button);
    return row;
}

void ProblemList::cure(const MappingProblem &problem)
{
    if (problem.cured)
        m_document.edit(problem.cure, *problem.cured);
    if (m_document.editor().pair(problem.pair))
        m_document.select(problem.pair);
    if (!problem.cured)
        Q_EMIT placeWanted(problem);
}

} // namespace syncline::ui
