#include "ui/dashboard/ledgercard.h"

#include "ui/preview/previewtree.h"
#include "ui/preview/times.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

#include <numeric>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int leastPart = 12;
constexpr int partGap = 2;
constexpr int listPadding = 12;

QFrame *line(bool upright)
{
    auto *made = new QFrame;
    made->setProperty("kind", u"line"_s);
    made->setAutoFillBackground(true);
    if (upright)
        made->setFixedWidth(1);
    else
        made->setFixedHeight(1);
    made->setStyleSheet(u"background: palette(midlight)"_s);
    return made;
}

} // namespace

LedgerBar::LedgerBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(10);
}

void LedgerBar::set(const core::Totals &totals)
{
    m_counts = {totals.inSync, totals.waiting, totals.leftOut, totals.failing};
    setAccessibleName(tr("%1 records: %2 in sync, %3 waiting for you, %4 left out, %5 failing")
                          .arg(numberText(totals.all()), numberText(totals.inSync), numberText(totals.waiting),
                               numberText(totals.leftOut), numberText(totals.failing)));
    update();
}

QList<int> LedgerBar::widths(const QList<int> &counts, int width)
{
    QList<int> parts(counts.size(), 0);
    const qint64 all = std::accumulate(counts.begin(), counts.end(), qint64(0));
    int shown = 0;
    for (const int count : counts)
        shown += count > 0 ? 1 : 0;
    if (all == 0 || shown == 0)
        return parts;
    const int room = width - partGap * (shown - 1);
    int used = 0;
    qsizetype largest = 0;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            parts[i] = qMax(leastPart, int(room * qint64(counts[i]) / all));
        used += parts[i];
        if (counts[i] > counts[largest])
            largest = i;
    }
    parts[largest] = qMax(leastPart, parts[largest] + room - used);
    return parts;
}

void LedgerBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath round;
    round.addRoundedRect(QRectF(rect()), 3, 3);
    painter.setClipPath(round);
    const QList<Token> tokens{Token::OkMark, Token::WarnMark, Token::Line, Token::BadMark};
    const QList<int> parts = widths(m_counts, width());
    int x = 0;
    if (std::accumulate(parts.begin(), parts.end(), 0) == 0)
        painter.fillRect(rect(), color(Token::NeutralSoft));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i] == 0)
            continue;
        painter.fillRect(QRect(x, 0, parts[i], height()), color(tokens[i]));
        x += parts[i] + partGap;
    }
}

ShareRow::ShareRow(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ShareRow::sizeHint() const
{
    return {160, metrics::rowHeight};
}

void ShareRow::set(const QString &text, int count, Token number)
{
    m_text = text;
    m_count = count;
    m_number = number;
    setAccessibleName(tr("%1: %2").arg(text, numberText(count)));
    setToolTip(text);
    update();
}

void ShareRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), color(Token::Alt));
    painter.setPen(color(Token::Border));
    painter.drawLine(rect().topLeft(), rect().topRight());
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Accent), 2));
        painter.drawRect(rect().adjusted(2, 2, -2, -2));
    }
    const int chevron = width() - listPadding - 12;
    painter.drawPixmap(chevron, height() / 2 - 6, iconPixmap(u"right"_s, 12, color(Token::Text3), devicePixelRatioF()));
    painter.setFont(ui::font(Style::BodyBold));
    const QString number = numberText(m_count);
    const int numberWidth = painter.fontMetrics().horizontalAdvance(number);
    painter.setPen(color(m_number));
    painter.drawText(QRect(chevron - 8 - numberWidth, 0, numberWidth, height()), Qt::AlignVCenter, number);
    painter.setFont(ui::font(Style::Body));
    painter.setPen(color(Token::Text));
    const QRect words(listPadding, 0, chevron - 24 - numberWidth - listPadding, height());
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, words.width()));
}

LedgerCard::LedgerCard(QWidget *parent)
    : QFrame(parent)
    , m_title(textLabel({}, Style::BodyBold))
    , m_bar(new LedgerBar)
    , m_wait(new QFrame)
    , m_waitMark(new StateMark)
    , m_waitText(textLabel({}))
    , m_decide(plainButton({}))
{
    setProperty("kind", u"card"_s);
    setObjectName(u"ledger"_s);
    m_title->setObjectName(u"ledgerTitle"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::gap);
    head->addWidget(m_title);
    head->addStretch(1);
    const QList<QPair<State, QString>> legend{{State::Ok, tr("In sync")},
                                              {State::Waiting, tr("Waiting for you")},
                                              {State::Off, tr("Left out")},
                                              {State::Failing, tr("Failing")}};
    for (const auto &[state, word] : legend) {
        auto *mark = new StateMark(state, word);
        QLabel *count = textLabel({}, Style::BodyBold);
        head->addWidget(mark);
        head->addWidget(count);
        head->addSpacing(metrics::cardGap);
        m_legend.append({mark, count});
    }
    auto *top = new QVBoxLayout;
    top->setContentsMargins(metrics::cardPadding, metrics::cardGap, metrics::cardPadding, metrics::cardGap);
    top->setSpacing(metrics::gap);
    top->addLayout(head);
    top->addWidget(m_bar);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(1, 0, 1, 0);
    grid->setSpacing(0);
    m_inSync = addColumn(grid, 0, State::Ok, tr("In sync"), "inSync");
    m_leftOut = addColumn(grid, 2, State::Off, tr("Left out, and why"), "leftOut");
    m_failing = addColumn(grid, 4, State::Failing, tr("Failing, and why"), "failing");
    m_wait->setObjectName(u"waits"_s);
    auto *wait = new QHBoxLayout(m_wait);
    wait->setContentsMargins(listPadding, 6, listPadding, 6);
    wait->setSpacing(metrics::cardPadding);
    m_waitMark->setStrong(true);
    wait->addWidget(m_waitMark);
    m_waitText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_waitText->setObjectName(u"waitsText"_s);
    wait->addWidget(m_waitText, 1);
    wait->addWidget(m_decide);
    m_decide->setProperty("small", true);
    m_decide->setObjectName(u"decide"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(rule());
    column->addLayout(grid);
    column->addWidget(m_wait);
    connect(m_decide, &QPushButton::clicked, this, [this] { Q_EMIT open({u"review"_s, {}, {}}); });
}

LedgerCard::Column LedgerCard::addColumn(QGridLayout *grid, int column, State state, const QString &word,
                                         const char *name)
{
    Column made{new StateMark(state, word), textLabel({}, Style::BodyBold), new QVBoxLayout, {}};
    made.head->setStrong(true);
    made.count->setObjectName(QString::fromLatin1(name) + u"Count"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(listPadding, metrics::gap, listPadding, metrics::gap);
    head->addWidget(made.head);
    head->addStretch(1);
    head->addWidget(made.count);
    made.rows->setSpacing(0);
    auto *all = new QVBoxLayout;
    all->setSpacing(0);
    all->addLayout(head);
    all->addLayout(made.rows);
    all->addStretch(1);
    if (column > 0)
        grid->addWidget(line(true), 0, column - 1);
    grid->addLayout(all, 0, column);
    grid->setColumnStretch(column, 1);
    return made;
}

void LedgerCard::setRows(int rows)
{
    if (rows == m_shown)
        return;
    m_shown = rows;
    fillAll();
}

void LedgerCard::set(const core::Totals &totals, const core::Waiting &waiting)
{
    m_totals = totals;
    m_waiting = waiting;
    fillAll();
}

void LedgerCard::fill(Column &column, const QList<core::Share> &shares, int count, const Place &place, Token number)
{
    column.count->setText(numberText(count));
    QList<core::Share> shown = shares;
    if (shares.size() > m_shown) {
        shown = shares.first(m_shown - 1);
        core::Share rest;
        for (const core::Share &share : shares.mid(m_shown - 1))
            rest.count += share.count;
        rest.text = counted(shares.size() - m_shown + 1, tr("1 more reason"), tr("%1 more reasons"));
        shown.append(rest);
    }
    while (column.shown.size() > shown.size())
        delete column.shown.takeLast();
    while (column.shown.size() < shown.size()) {
        auto *row = new ShareRow;
        column.rows->addWidget(row);
        column.shown.append(row);
        connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT open(row->place); });
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const core::Share &share = shown[i];
        column.shown[i]->set(share.text.isEmpty() ? entityPlural(share.entity) : share.text, share.count, number);
        column.shown[i]->place = place;
        if (!share.entity.isEmpty())
            column.shown[i]->place.id = share.entity;
    }
}

void LedgerCard::fillAll()
{
    m_title->setText(QString(counted(m_totals.all(), tr("1 record"), tr("%1 records")) + u' '
                             + counted(m_totals.kinds, tr("in 1 kind"), tr("in %1 kinds"))));
    const QList<int> counts{m_totals.inSync, m_totals.waiting, m_totals.leftOut, m_totals.failing};
    for (int i = 0; i < counts.size(); ++i) {
        m_legend[i].second->setText(numberText(counts[i]));
        m_legend[i].second->setAccessibleName(tr("%1: %2").arg(m_legend[i].first->word(), numberText(counts[i])));
    }
    m_bar->set(m_totals);
    fill(m_inSync, m_totals.inSyncBy, m_totals.inSync, {u"records"_s, {}, u"insync"_s}, Token::Text);
    fill(m_leftOut, m_totals.leftOutWhy, m_totals.leftOut, {u"report"_s, {}, {}}, Token::Text);
    fill(m_failing, m_totals.failingWhy, m_totals.failing, {u"activity"_s, {}, u"failed"_s}, Token::Bad);
    const int waits = m_waiting.all();
    m_wait->setVisible(waits > 0);
    m_wait->setStyleSheet(
        u"#waits { background: %1; border-top: 1px solid %2; border-bottom-left-radius: 5px; "
        "border-bottom-right-radius: 5px; }"_s.arg(color(Token::WarnSoft).name(), color(Token::Border).name()));
    m_waitMark->set(State::Waiting,
                    m_totals.waiting == waits
                        ? tr("%1 wait for you").arg(numberText(waits))
                        : tr("%1 decisions wait, in %2 records").arg(numberText(waits), numberText(m_totals.waiting)));
    QStringList parts;
    if (m_waiting.conflicts > 0)
        parts << counted(m_waiting.conflicts, tr("1 conflict"), tr("%1 conflicts"));
    if (m_waiting.duplicates > 0)
        parts << counted(m_waiting.duplicates, tr("1 possible duplicate"), tr("%1 possible duplicates"));
    if (m_waiting.deletes > 0)
        parts << counted(m_waiting.deletes, tr("1 held delete"), tr("%1 held deletes"));
    if (m_waiting.held > 0)
        parts << counted(m_waiting.held, tr("1 held record"), tr("%1 held records"));
    m_waitText->setText(parts.join(u"    "_s));
    m_decide->setText(tr("Decide %1").arg(numberText(waits)));
    m_decide->setAccessibleName(m_decide->text());
}

} // namespace syncline::ui
