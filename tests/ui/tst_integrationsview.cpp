#include "support/outside.h"
#include "ui/components/panels.h"
#include "ui/firststart/pairs.h"
#include "ui/integrations/connectionform.h"
#include "ui/integrations/integrationlist.h"
#include "ui/integrations/integrationsview.h"
#include "ui/integrations/teststeps.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::ui;

namespace {

core::IntegrationInfo info(const QString &name, const QString &state, const QString &health)
{
    return {name,  u"mautic"_s, u"https://example.com"_s,        u"basic"_s,
            state, {},          {health, {}, {}, {}, {}, false}, {u"contacts"_s}};
}

/// A workspace with two integrations behind the view.
struct World
{
    support::Outside outside;
    Backend backend{outside.file(), true, outside()};
    IntegrationsView view{backend, nullptr};

    World()
    {
        std::optional<Result<void>> made;
        backend.ask<void>(
            &view,
            [](core::Session &session) -> Result<void> {
                core::Integrations integrations(session);
                for (const QString &provider : {u"mautic"_s, u"suitecrm"_s}) {
                    const auto row = integrations.add({provider,
                                                       provider,
                                                       u"https://example.com/"_s,
                                                       u"basic"_s,
                                                       {{u"demo"_s, u"true"_s}},
                                                       std::nullopt});
                    if (!row)
                        return failure(row.error());
                }
                return {};
            },
            [&made](const Result<void> &done) { made = done; });
        if (!QTest::qWaitFor([&made] { return made.has_value(); }) || !*made)
            qFatal("the workspace was not made");
        QObject::connect(&backend, &Backend::changed, &view, &View::refresh);
        view.resize(1000, 700);
        view.show();
        view.refresh();
    }
    QListView *list() const { return view.findChild<QListView *>(u"integrationList"_s); }
    QList<core::IntegrationInfo> stored()
    {
        std::optional<Result<QList<core::IntegrationInfo>>> answer;
        backend.ask<QList<core::IntegrationInfo>>(
            &view, [](core::Session &session) { return core::Integrations(session).list(); },
            [&answer](const Result<QList<core::IntegrationInfo>> &list) { answer = list; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            qFatal("no answer");
        return answer->value();
    }
};

} // namespace

class tst_IntegrationsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void theModelKeepsItsPromises()
    {
        IntegrationModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set({info(u"one"_s, u"active"_s, u"healthy"_s), info(u"two"_s, u"paused"_s, u"healthy"_s)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(u"two"_s), 1);
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"two, Mautic, Paused"_s);
        model.set({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aStateHasMarkAndWord()
    {
        QCOMPARE(conditionOf(info({}, u"active"_s, u"healthy"_s)).state, State::Ok);
        QCOMPARE(conditionOf(info({}, u"active"_s, u"down"_s)).state, State::Failing);
        QCOMPARE(conditionOf(info({}, u"paused"_s, u"down"_s)).state, State::Off);
        QCOMPARE(conditionOf(info({}, u"active"_s, {})).word, u"Not tested"_s);
    }

    void theListShowsWhatIsConnectedAndFinds()
    {
        World world;
        QTRY_COMPARE(world.list()->model()->rowCount(), 2);
        auto *find = world.view.findChild<QLineEdit *>(u"findIntegration"_s);
        QTest::keyClicks(find, u"suite"_s);
        QCOMPARE(world.list()->model()->rowCount(), 1);
        find->clear();
        QCOMPARE(world.list()->model()->rowCount(), 2);
    }

    void limitsAreSavedAsTyped()
    {
        World world;
        QTRY_COMPARE(world.list()->model()->rowCount(), 2);
        QLineEdit *perSecond = nullptr;
        for (QLineEdit *edit : world.view.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == "Requests per second"_L1)
                perSecond = edit;
        }
        QVERIFY(perSecond != nullptr);
        auto *save = world.view.findChild<QPushButton *>(u"saveLimits"_s);
        QVERIFY(!save->isEnabled());
        perSecond->setText(u"4"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(world.stored().first().settings.value(u"rate_per_second"_s), u"4"_s);
        QTRY_VERIFY(!save->isEnabled());
    }

    void aTestShowsItsStepsAndTheRemedy()
    {
        TestSteps steps;
        connectors::TestReport report;
        report.steps = {
            {u"address"_s, true, u"It answers."_s, {}, {}},
            {u"sign_in"_s, false, u"The secret is wrong."_s, u"Make a new one."_s, ErrorKind::Authentication}};
        steps.showReport(report);
        const auto text = [&steps](const QString &step) {
            return steps.findChild<QLabel *>(QString(u"step-"_s + step))->text();
        };
        QCOMPARE(text(u"address"_s), u"It answers."_s);
        QCOMPARE(text(u"sign_in"_s), u"The secret is wrong."_s);
        QCOMPARE(text(u"permissions"_s), u"Not tried yet"_s);
        QCOMPARE(steps.findChild<MessageBar *>(u"testRemedy"_s)->text(), u"The secret is wrong. Make a new one."_s);
    }

    void theFormAsksForWhatTheSignInNeeds()
    {
        ConnectionForm form(u"suitecrm"_s);
        QVERIFY(!form.isComplete());
        for (QLineEdit *edit : form.findChildren<QLineEdit *>())
            edit->setText(u"https://crm.example.com"_s);
        QVERIFY(form.isComplete());
        QCOMPARE(form.wanted().auth, u"oauth2_client_credentials"_s);
        QCOMPARE(form.wanted().secrets->keys(), QStringList({u"client_id"_s, u"client_secret"_s}));
        QVERIFY(!form.steps().isEmpty());
    }

    void pairsNeedBothSides()
    {
        const auto file = [](const QString &name, const QStringList &fields) {
            core::EntityMapping entity;
            entity.hub = u"contact"_s;
            entity.remote = u"contacts"_s;
            for (const QString &field : fields) {
                core::FieldMapping mapping;
                mapping.hub = field;
                mapping.remote = QString(name + field);
                entity.fields << mapping;
            }
            return core::MappingFile{name, {entity}};
        };
        const QList<core::MappingFile> files{file(u"a"_s, {u"email"_s, u"city"_s}), file(u"b"_s, {u"email"_s})};
        QList<Pair> pairs = pairsOf(files, core::HubSchema::builtIn());
        QCOMPARE(pairs.size(), 1);
        QCOMPARE(pairs.first().remote, QStringList({u"aemail"_s, u"bemail"_s}));
        SuggestionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set({u"a"_s, u"b"_s}, pairs);
        QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        const QList<core::MappingFile> rest = taken(files, model.pairs());
        QCOMPARE(rest.first().entities.first().fields.size(), 1);
        QVERIFY(rest.last().entities.isEmpty());
    }
};

QTEST_MAIN(tst_IntegrationsView)
#include "tst_integrationsview.moc"
