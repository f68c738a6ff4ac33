#include "ui/components/scrollaccess.h"

#include <QAccessible>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::ui;

namespace {

/// As a screen reader goes through what is shown.
bool speaks(QAccessibleInterface *node, const QString &name)
{
    if (node == nullptr)
        return false;
    if (node->text(QAccessible::Name) == name)
        return true;
    for (int place = 0; place < node->childCount(); ++place) {
        if (speaks(node->child(place), name))
            return true;
    }
    return false;
}

} // namespace

/// What a screen reader hears of scroll areas while they change under it.
class TestScrollAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installScrollAccess(); }
    void whatIsInsideIsFound();
    void aChildThatWentAwayIsNone();
};

void TestScrollAccess::whatIsInsideIsFound()
{
    QScrollArea area;
    area.setWidget(new QPushButton(u"Sync Now"_s));
    area.show();
    QVERIFY(speaks(QAccessible::queryAccessibleInterface(&area), u"Sync Now"_s));
}

/// It counted the children while a bar was there, and asks for the last of them afterwards.
void TestScrollAccess::aChildThatWentAwayIsNone()
{
    QScrollArea area;
    auto *tall = new QWidget;
    tall->resize(50, 5000);
    area.setWidget(tall);
    area.resize(200, 200);
    area.show();
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(spoken != nullptr);
    const int counted = spoken->childCount();
    tall->resize(50, 50);
    for (int place = 0; place < counted; ++place) {
        const QAccessibleInterface *child = spoken->child(place);
        QVERIFY(child == nullptr || child->isValid());
    }
    QVERIFY(spoken->child(counted) == nullptr);
    QVERIFY(spoken->child(counted + 100) == nullptr);
}

QTEST_MAIN(TestScrollAccess)
#include "tst_scrollaccess.moc"
