#include "ui/shell/commandpalette.h"

#include "ui/theme/metrics.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_words(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Search and commands"));
    resize(640, 400);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::cardGap, metrics::cardGap, metrics::cardGap, metrics::cardGap);
    column->addWidget(m_words);
    column->addWidget(m_list);
    m_words->setObjectName(u"paletteWords"_s);
    m_words->setAccessibleName(tr("Search"));
    m_words->setPlaceholderText(tr("Type what you want to do"));
    m_words->installEventFilter(this);
    m_list->setObjectName(u"paletteHits"_s);
    m_list->setAccessibleName(tr("Hits"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::runChosen);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runChosen);
    fill();
}

void CommandPalette::fill()
{
    m_list->clear();
    QString wanted = folded(m_words->text().trimmed());
    if (wanted.startsWith(u'>'))
        wanted = wanted.mid(1).trimmed();
    for (QAction *action : std::as_const(m_actions)) {
        if (!action->isEnabled() || !folded(action->text()).contains(wanted) || action->objectName() == "palette"_L1)
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(action->icon(),
                                         keys.isEmpty() ? action->text() : QString(action->text() + u"   "_s + keys));
        item->setData(Qt::UserRole, QVariant::fromValue<QObject *>(action));
        item->setSizeHint({0, metrics::rowHeight});
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runChosen()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return;
    auto *action = qobject_cast<QAction *>(item->data(Qt::UserRole).value<QObject *>());
    accept();
    if (action != nullptr)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) % m_list->count());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QString folded(const QString &text)
{
    QString plain;
    for (const QChar &character : text.normalized(QString::NormalizationForm_KD)) {
        if (character.category() != QChar::Mark_NonSpacing)
            plain += character.toLower();
    }
    return plain;
}

} // namespace syncline::ui
