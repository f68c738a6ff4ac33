#include "ui/firststart/firststart.h"

#include "ui/components/panels.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// A card with a sign, two lines and a button.
Card *offer(const QString &iconName, const QString &what, const QString &why, QPushButton *button)
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::cardPadding);
    auto *sign = new QLabel;
    sign->setPixmap(icon(iconName, Token::Accent).pixmap(24, 24));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(textLabel(what, Style::BodyBold));
    QLabel *second = textLabel(why, Style::Body, "second");
    second->setWordWrap(true);
    words->addWidget(second);
    row->addWidget(sign);
    row->addLayout(words, 1);
    row->addWidget(button);
    card->body()->addLayout(row);
    card->setMinimumHeight(74);
    return card;
}

} // namespace

FirstStart::FirstStart(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"firstStart"_s);
    setAccessibleName(tr("First start"));
    auto *across = new QHBoxLayout(this);
    auto *middle = new QWidget;
    middle->setMaximumWidth(868);
    across->addStretch(1);
    across->addWidget(middle, 8);
    across->addStretch(1);
    auto *column = new QVBoxLayout(middle);
    column->setSpacing(metrics::cardGap);
    column->addSpacing(32);
    QLabel *title = textLabel(tr("Which systems should agree?"), Style::AssistantTitle);
    title->setAlignment(Qt::AlignCenter);
    column->addWidget(title);
    QLabel *promise = textLabel(tr("Nothing is changed in them before you have seen a preview."), Style::Body,
                                "second");
    promise->setAlignment(Qt::AlignCenter);
    column->addWidget(promise);
    column->addSpacing(metrics::cardGap);
    QPushButton *connectOwn = primaryButton(tr("Connect your systems…"));
    QPushButton *demo = plainButton(tr("Open the demo"));
    QPushButton *open = plainButton(tr("Open a workspace…"));
    column->addWidget(offer(
        u"plug"_s, tr("Connect your own systems"),
        tr("Make a workspace, sign in to each system, check the pairs of fields, look at the preview."), connectOwn));
    column->addWidget(offer(u"play"_s, tr("Just looking? Try the demo"),
                            tr("Two practice systems with invented people run on this computer. Break what you like."),
                            demo));
    column->addWidget(offer(u"import"_s, tr("You already use Syncline elsewhere?"),
                            tr("Open a workspace file. Secrets are never in it; you sign in once."), open));
    column->addStretch();
    connect(connectOwn, &QPushButton::clicked, this, &FirstStart::newWanted);
    connect(demo, &QPushButton::clicked, this, &FirstStart::demoWanted);
    connect(open, &QPushButton::clicked, this, &FirstStart::openWanted);
}

} // namespace syncline::ui
