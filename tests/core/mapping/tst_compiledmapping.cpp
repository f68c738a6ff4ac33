#include "core/mapping/compiledmapping.h"
#include "core/mapping/fields.h"

#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace syncline::core::test;
using namespace Qt::StringLiterals;

namespace {

Value text(const char *utf8)
{
    return Value::text(QString::fromUtf8(utf8));
}

connectors::RemoteEntity contacts()
{
    connectors::RemoteEntity entity;
    entity.name = u"Contacts"_s;
    entity.fields = {remoteField(u"email1"_s, FieldType::Email),
                     remoteField(u"first"_s),
                     remoteField(u"last"_s),
                     remoteField(u"full"_s),
                     remoteField(u"opt_out"_s, FieldType::Boolean),
                     remoteField(u"points"_s, FieldType::Integer, true),
                     remoteField(u"stage"_s, FieldType::Enumeration),
                     remoteField(u"tags"_s, FieldType::Set),
                     remoteField(u"born"_s, FieldType::Text)};
    entity.fields[6].options = {{u"new"_s, u"New lead"_s}, {u"won"_s, u"Won"_s}};
    return entity;
}

FieldMapping with(FieldMapping field, const Transform &transform)
{
    field.transform = transform;
    return field;
}

CompiledMapping compiled(const QList<FieldMapping> &fields, Direction direction = Direction::Both)
{
    EntityMapping mapping;
    mapping.hub = u"contact"_s;
    mapping.remote = u"Contacts"_s;
    mapping.direction = direction;
    mapping.fields = fields;
    return CompiledMapping(mapping, HubSchema::builtIn(), contacts(), {u"DE"_s});
}

const FieldMap *mapOf(const QList<FieldMap> &maps, const QString &hub)
{
    for (const FieldMap &map : maps) {
        if (map.hub == hub)
            return &map;
    }
    return nullptr;
}

} // namespace

class TestCompiledMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_nameTheRemoteFieldAndItsType()
    {
        const CompiledMapping mapping = compiled(
            {line(u"email"_s, u"email1"_s), line(u"last_name"_s, u"last"_s), line(u"first_name"_s, u"first"_s)});
        const QList<FieldMap> maps = mapping.fieldMaps({});
        QCOMPARE(maps.size(), 2);
        QCOMPARE(mapOf(maps, u"email"_s)->id, u"email1:email"_s);
        QCOMPARE(mapOf(maps, u"name"_s)->id, u"group:name:first,last"_s);
        QCOMPARE(mapOf(maps, u"name"_s)->parts.size(), 2);
        QCOMPARE(mapping.mapIdOf(u"last"_s), u"group:name:first,last"_s);
        QCOMPARE(mapping.mapIdOfHub(u"first_name"_s), u"group:name:first,last"_s);
        QCOMPARE(mapping.remoteFieldOfHub(u"email"_s), u"email1"_s);
        const QStringList fields{u"email1"_s, u"first"_s, u"last"_s};
        QCOMPARE(mapping.remoteFields(), fields);
    }

    void pulled_isInHubTerms()
    {
        const CompiledMapping mapping = compiled(
            {line(u"email"_s, u"email1"_s), line(u"first_name"_s, u"first"_s), line(u"last_name"_s, u"last"_s),
             line(u"consent_email"_s, u"opt_out"_s), line(u"points"_s, u"points"_s)});
        QList<FieldProblem> problems;
        const QMap<QString, Value> hub = mapping.toHub({{u"email1"_s, text(" a@x.de")},
                                                        {u"first"_s, text("Ann")},
                                                        {u"opt_out"_s, text("true")},
                                                        {u"points"_s, Value::forbidden()}},
                                                       &problems);
        QVERIFY(problems.isEmpty());
        QCOMPARE(hub.value(u"group:name:first,last"_s), Value::group({{u"first_name"_s, text("Ann")}}));
        QCOMPARE(hub.value(u"opt_out:boolean"_s), text("refused"));
        QVERIFY(hub.value(u"points:integer"_s).isForbidden());
    }

    void notDelivered_staysAbsent()
    {
        const CompiledMapping mapping = compiled({line(u"email"_s, u"email1"_s), line(u"first_name"_s, u"first"_s)});
        QVERIFY(mapping.toHub({{u"other"_s, text("x")}}).isEmpty());
    }

    void badValue_leavesOutItsFieldAlone()
    {
        const CompiledMapping mapping = compiled({line(u"email"_s, u"email1"_s), line(u"birth_date"_s, u"born"_s)});
        QList<FieldProblem> problems;
        const QMap<QString, Value> hub = mapping.toHub({{u"email1"_s, text("a@x.de")}, {u"born"_s, text("1.2.90")}},
                                                       &problems);
        QCOMPARE(hub.keys(), QStringList{u"email1:email"_s});
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().hub, u"birth_date"_s);
        QCOMPARE(problems.first().remote, u"born"_s);
        QCOMPARE(problems.first().value, u"1.2.90"_s);
        QVERIFY(!problems.first().reason.isEmpty());
    }

    void pushed_isInTheCrmsTerms()
    {
        const CompiledMapping mapping = compiled({line(u"consent_email"_s, u"opt_out"_s),
                                                  line(u"first_name"_s, u"first"_s), line(u"last_name"_s, u"last"_s)});
        QCOMPARE(mapping.toRemote(u"opt_out:boolean"_s, text("granted"))->value(u"opt_out"_s), text("false"));
        const auto name = mapping.toRemote(u"group:name:first,last"_s, Value::group({{u"last_name"_s, text("Lee")}}));
        QCOMPARE(*name, (QMap<QString, Value>{{u"last"_s, text("Lee")}}));
        const auto cleared = mapping.toRemote(u"group:name:first,last"_s, Value::null());
        QCOMPARE(cleared->size(), 2);
        QVERIFY(cleared->value(u"first"_s).isBlank());
    }

    void readOnlyField_isNeverWritten()
    {
        const CompiledMapping mapping = compiled({line(u"points"_s, u"points"_s)});
        QVERIFY(mapping.fieldMaps({}).first().direction == Direction::Pull);
        QVERIFY(mapping.toRemote(u"points:integer"_s, text("5"))->isEmpty());
    }

    void unwritableValue_isRefusedByName()
    {
        FieldMapping stage = with(line(u"lifecycle_stage"_s, u"stage"_s), lookup({{u"lead"_s, u"new"_s}}));
        const auto written = compiled({stage}).toRemote(u"stage:enumeration"_s, text("ghost"));
        QVERIFY(!written);
        QVERIFY(written.error().kind == ErrorKind::Validation);
        QVERIFY(written.error().message.contains(u"ghost"_s));
        QCOMPARE(written.error().fields, QStringList{u"stage"_s});
    }

    void lookup_goesBothWays()
    {
        const CompiledMapping mapping = compiled(
            {with(line(u"lifecycle_stage"_s, u"stage"_s),
                  lookup({{u"lead"_s, u"new"_s}, {u"customer"_s, u"won"_s}}, u"other"_s))});
        QCOMPARE(mapping.toRemote(u"stage:enumeration"_s, text("lead"))->value(u"stage"_s), text("new"));
        QCOMPARE(mapping.toHub({{u"stage"_s, text("won")}}).value(u"stage:enumeration"_s), text("customer"));
        QCOMPARE(mapping.toRemote(u"stage:enumeration"_s, text("ghost"))->value(u"stage"_s), text("other"));
        QList<FieldProblem> problems; // what stands for "anything else" says nothing about the hub's value
        QVERIFY(mapping.toHub({{u"stage"_s, text("other")}}, &problems).isEmpty());
        QVERIFY(problems.isEmpty());
    }

    void option_isFoundByItsLabelToo()
    {
        const CompiledMapping mapping = compiled({line(u"lifecycle_stage"_s, u"stage"_s)});
        QCOMPARE(mapping.toRemote(u"stage:enumeration"_s, text("new LEAD"))->value(u"stage"_s), text("new"));
        QCOMPARE(mapping.toRemote(u"stage:enumeration"_s, text("strange"))->value(u"stage"_s), text("strange"));
    }

    void template_isSentWithItsGroup()
    {
        const CompiledMapping mapping = compiled(
            {line(u"first_name"_s, u"first"_s), line(u"last_name"_s, u"last"_s),
             with(line(u"first_name"_s, u"full"_s, Direction::Push), templateOf(u"{first_name} {last_name}"_s))});
        const QString id = mapping.mapIdOfHub(u"name"_s);
        const QMap<QString, Value> record{
            {u"name"_s, Value::group({{u"first_name"_s, text("Ann")}, {u"last_name"_s, text("Old")}})}};
        const auto written = mapping.toRemote(id, Value::group({{u"last_name"_s, text("Lee")}}), record);
        QCOMPARE(*written, (QMap<QString, Value>{{u"full"_s, text("Ann Lee")}, {u"last"_s, text("Lee")}}));
    }

    void default_takesThePlaceOfABlank()
    {
        FieldMapping last = line(u"company_name"_s, u"last"_s);
        last.required = true;
        const CompiledMapping required = compiled({last});
        QCOMPARE(required.required(), (QMap<QString, QString>{{u"company_name"_s, u"last"_s}}));
        last.defaultValue = text("unknown");
        const CompiledMapping mapping = compiled({last});
        QVERIFY(mapping.required().isEmpty());
        QCOMPARE(mapping.toRemote(u"last:text"_s, Value::null())->value(u"last"_s), text("unknown"));
        last.direction = Direction::Pull;
        QCOMPARE(compiled({last}).toHub({{u"last"_s, text("")}}).value(u"last:text"_s), text("unknown"));
    }

    void prediction_isWhatComesBack()
    {
        const CompiledMapping mapping = compiled(
            {line(u"consent_email"_s, u"opt_out"_s), line(u"job_title"_s, u"last"_s)});
        const PredictRaw cut = [](const connectors::RemoteField &, const Value &raw) {
            return Value::text(raw.text().left(5));
        };
        const QList<FieldMap> maps = mapping.fieldMaps(cut);
        QVERIFY(mapOf(maps, u"consent_email"_s)->predict(text("granted")).isBlank()); // a flag cannot hold it
        QCOMPARE(mapOf(maps, u"consent_email"_s)->predict(text("refused")), text("refused"));
        QCOMPARE(mapOf(maps, u"job_title"_s)->predict(text("Programmer")), text("Progr"));
    }

    void lossyPush_keepsTheCrmsOwnValue()
    {
        const CompiledMapping mapping = compiled(
            {with(line(u"job_title"_s, u"last"_s, Direction::Push), builtin(Builtin::Upper))});
        QCOMPARE(mapping.toHub({{u"last"_s, text("CHIEF")}}).value(u"last:text"_s), text("CHIEF"));
        QCOMPARE(mapping.toRemote(u"last:text"_s, text("Chief"))->value(u"last"_s), text("CHIEF"));
    }

    void removedField_stopsAlone()
    {
        const CompiledMapping mapping = compiled({line(u"email"_s, u"email1"_s), line(u"website"_s, u"gone"_s)});
        QCOMPARE(mapping.missing(), QStringList{u"gone"_s});
        QCOMPARE(mapping.fieldMaps({}).size(), 1);
    }

    void oneRemoteField_readIntoTwo_hasTwoIds()
    {
        const CompiledMapping mapping = compiled(
            {line(u"job_title"_s, u"last"_s, Direction::Pull), line(u"department"_s, u"last"_s, Direction::Pull)});
        const QMap<QString, Value> hub = mapping.toHub({{u"last"_s, text("x")}});
        QCOMPARE(hub.size(), 2);
    }

    void domain_isDerivedWhereItMatches()
    {
        EntityMapping mapping;
        mapping.hub = u"company"_s;
        mapping.remote = u"Contacts"_s;
        mapping.match = {{u"domain"_s}};
        mapping.fields = {line(u"name"_s, u"last"_s), line(u"website"_s, u"first"_s), line(u"email"_s, u"email1"_s)};
        const CompiledMapping company(mapping, HubSchema::builtIn(), contacts(), {});
        QCOMPARE(company.matchKey(), u"domain"_s);
        const QString id = company.mapIdOfHub(u"domain"_s);
        QVERIFY(mapOf(company.fieldMaps({}), u"domain"_s)->direction == Direction::Pull);
        const auto hub = company.toHub(
            {{u"first"_s, text("https://www.acme.com")}, {u"email1"_s, text("x@gmail.com")}});
        QCOMPARE(hub.value(id), text("acme.com"));
        QVERIFY(company.toRemote(id, text("acme.com"))->isEmpty());
    }

    void script_isEvaluatedBefore()
    {
        FieldMapping field = with(line(u"job_title"_s, u"last"_s), function(u"value.toUpperCase()"_s));
        field.inverse = function(u"value.toLowerCase() + record.first"_s);
        const CompiledMapping mapping = compiled({field});
        QVERIFY(mapping.hasScripts());
        const QMap<QString, Value> raw{{u"last"_s, text("CHIEF")}, {u"first"_s, text("!")}};
        QList<ScriptJob> jobs;
        mapping.collectPullScripts(raw, jobs);
        QCOMPARE(jobs.size(), 1);
        QVERIFY(jobs.first().record.contains(u"first"_s));
        ScriptResults results;
        results.insert(jobs.first(), text("chief!"));
        QCOMPARE(mapping.toHub(raw, nullptr, &results).value(u"last:text"_s), text("chief!"));

        QList<FieldProblem> problems;
        QVERIFY(mapping.toHub(raw, &problems).isEmpty());
        QCOMPARE(problems.size(), 1);

        jobs.clear();
        mapping.collectPushScripts(u"last:text"_s, text("chief"), {}, jobs);
        QVERIFY(jobs.first().record.isEmpty());
        results.insert(jobs.first(), text("CHIEF"));
        QCOMPARE(mapping.toRemote(u"last:text"_s, text("chief"), {}, &results)->value(u"last"_s), text("CHIEF"));
    }

    void pulling_isFast()
    {
        const CompiledMapping mapping = compiled(
            {line(u"email"_s, u"email1"_s), line(u"first_name"_s, u"first"_s), line(u"last_name"_s, u"last"_s),
             line(u"consent_email"_s, u"opt_out"_s), line(u"tags"_s, u"tags"_s), line(u"birth_date"_s, u"born"_s)});
        const QMap<QString, Value> raw{{u"email1"_s, text("a@x.de")},     {u"first"_s, text("Ann")},
                                       {u"last"_s, text("Lee")},          {u"opt_out"_s, text("false")},
                                       {u"tags"_s, Value::set({u"a"_s})}, {u"born"_s, text("1990-01-01")}};
        QBENCHMARK
        {
            for (int i = 0; i < 1000; ++i)
                QCOMPARE(mapping.toHub(raw).size(), 5);
        }
    }
};

QTEST_GUILESS_MAIN(TestCompiledMapping)
#include "tst_compiledmapping.moc"
