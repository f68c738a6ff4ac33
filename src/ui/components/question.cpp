#include "ui/components/question.h"

#include <QMessageBox>
#include <QPushButton>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace syncline::ui {

void askBefore(QWidget *parent, const QString &what, const QString &meaning, const QString &yes, const QString &no,
               const std::function<void()> &act)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, {}, what, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"question"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(meaning);
    QPushButton *doing = box->addButton(yes, QMessageBox::DestructiveRole);
    doing->setObjectName(u"questionYes"_s);
    doing->setProperty("kind", u"danger"_s);
    QPushButton *leaving = box->addButton(no, QMessageBox::RejectRole);
    leaving->setObjectName(u"questionNo"_s);
    box->setDefaultButton(leaving);
    box->setEscapeButton(leaving);
    QObject::connect(doing, &QPushButton::clicked, parent, act);
    box->open();
}

} // namespace syncline::ui
