#include "core/mapping/fields.h"
#include "core/mapping/mappingcheck.h"

#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace syncline::core::test;
using namespace Qt::StringLiterals;

namespace {

connectors::RemoteEntity contacts()
{
    connectors::RemoteEntity entity;
    entity.name = u"Contacts"_s;
    entity.label = u"Contacts"_s;
    entity.hubEntity = u"contact"_s;
    entity.fields = {remoteField(u"email1"_s, FieldType::Email),
                     remoteField(u"name1"_s),
                     remoteField(u"born"_s, FieldType::Date),
                     remoteField(u"seen"_s, FieldType::DateTime),
                     remoteField(u"account_name"_s, FieldType::Text, true),
                     remoteField(u"status"_s, FieldType::Enumeration)};
    entity.fields.last().options = {{u"new"_s, u"New"_s}};
    return entity;
}

EntityMapping mapping(const QList<FieldMapping> &fields)
{
    EntityMapping entity;
    entity.hub = u"contact"_s;
    entity.remote = u"Contacts"_s;
    entity.fields = fields;
    return entity;
}

FieldMapping with(FieldMapping field, const Transform &transform)
{
    field.transform = transform;
    return field;
}

} // namespace

class TestMappingCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodMapping_hasNoIssue()
    {
        const EntityMapping entity = mapping({line(u"email"_s, u"email1"_s), line(u"first_name"_s, u"name1"_s),
                                              line(u"company_name"_s, u"account_name"_s, Direction::Pull)});
        QCOMPARE(check(entity, HubSchema::builtIn(), contacts()).size(), 0);
    }

    void badLine_isAProblemWithARemedy_data()
    {
        QTest::addColumn<FieldMapping>("field");
        QTest::addColumn<QString>("named");
        QTest::newRow("hub field") << line(u"shoe_size"_s, u"name1"_s) << u"shoe_size"_s;
        QTest::newRow("remote field") << line(u"email"_s, u"email9"_s) << u"email9"_s;
        QTest::newRow("read only") << line(u"company_name"_s, u"account_name"_s) << u"account_name"_s;
        QTest::newRow("date and instant") << line(u"birth_date"_s, u"seen"_s) << u"date_time"_s;
        QTest::newRow("lossy both ways") << with(line(u"first_name"_s, u"name1"_s), builtin(Builtin::Lower))
                                         << u"lower"_s;
        QTest::newRow("function both ways")
            << with(line(u"first_name"_s, u"name1"_s), function(u"value"_s)) << u"function"_s;
        QTest::newRow("pulled template") << with(line(u"first_name"_s, u"name1"_s, Direction::Pull),
                                                 templateOf(u"{last_name}"_s))
                                         << u"template"_s;
        QTest::newRow("template's field")
            << with(line(u"first_name"_s, u"name1"_s, Direction::Push), templateOf(u"{nick}"_s)) << u"nick"_s;
        FieldMapping enforced = line(u"first_name"_s, u"name1"_s);
        enforced.enforce = true;
        QTest::newRow("enforced both ways") << enforced << u"enforced"_s;
        FieldMapping badDefault = line(u"birth_date"_s, u"born"_s);
        badDefault.defaultValue = Value::text(u"soon"_s);
        QTest::newRow("default") << badDefault << u"soon"_s;
    }

    void badLine_isAProblemWithARemedy()
    {
        QFETCH(FieldMapping, field);
        QFETCH(QString, named);
        const MappingIssues issues = check(field, mapping({field}), HubSchema::builtIn(), contacts());
        QVERIFY(hasProblems(issues));
        const MappingIssue &issue = issues.first();
        QVERIFY2(issue.message.contains(named), qPrintable(issue.message));
        QVERIFY(!issue.remedy.isEmpty());
        QVERIFY(issue.place.contains(field.remote));
        QVERIFY(!refuseProblems(issues));
    }

    void badEntity_isAProblem_data()
    {
        QTest::addColumn<EntityMapping>("entity");
        QTest::addColumn<QString>("named");
        const FieldMapping email = line(u"email"_s, u"email1"_s);
        QTest::newRow("two write one") << mapping(
            {email, line(u"first_name"_s, u"name1"_s), line(u"last_name"_s, u"name1"_s)})
                                       << u"name1"_s;
        QTest::newRow("two fill one") << mapping(
            {email, line(u"last_name"_s, u"name1"_s), line(u"last_name"_s, u"status"_s)})
                                      << u"last_name"_s;
        EntityMapping entity = mapping({email});
        entity.filter = u"contry = \"x\""_s;
        QTest::newRow("filter") << entity << u"contry"_s;
        entity = mapping({email});
        entity.match = {{u"phone"_s}};
        QTest::newRow("match key not mapped") << entity << u"phone"_s;
        entity = mapping({with(email, builtin(Builtin::Trim))});
        entity.direction = Direction::Pull;
        QTest::newRow("lossy in an entity that only pulls") << entity << u"trim"_s;
        entity = mapping({email});
        entity.hub = u"lead"_s;
        QTest::newRow("hub entity") << entity << u"lead"_s;
    }

    void badEntity_isAProblem()
    {
        QFETCH(EntityMapping, entity);
        QFETCH(QString, named);
        const MappingIssues issues = check(entity, HubSchema::builtIn(), contacts());
        QVERIFY(hasProblems(issues));
        QVERIFY2(issues.first().message.contains(named), qPrintable(issues.first().message));
    }

    void doubtfulMapping_isAWarningOnly()
    {
        const EntityMapping withoutKey = mapping({line(u"first_name"_s, u"name1"_s)});
        const MappingIssues issues = check(withoutKey, HubSchema::builtIn(), contacts());
        QCOMPARE(issues.size(), 1);
        QVERIFY(!hasProblems(issues));
        FieldMapping status = with(line(u"lifecycle_stage"_s, u"status"_s), lookup({{u"lead"_s, u"fresh"_s}}));
        QVERIFY(!hasProblems(check(status, withoutKey, HubSchema::builtIn(), contacts())));
    }

    void unknownRemoteEntity_isAProblem()
    {
        MappingFile file;
        file.entities = {mapping({})};
        QVERIFY(hasProblems(check(file, HubSchema::builtIn(), {})));
        QVERIFY(!hasProblems(check(file, HubSchema::builtIn(), {contacts()})));
    }
};

QTEST_GUILESS_MAIN(TestMappingCheck)
#include "tst_mappingcheck.moc"
