#include "core/engine/operationdocument.h"
#include "core/workspace/documents.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

namespace {

using Bases = QMap<QString, RawBase>;

Value text(const QString &value)
{
    return Value::text(value);
}

Value address(const QString &city)
{
    return Value::group({{u"city"_s, text(city)}, {u"street"_s, Value::null()}});
}

RawBase base(const Half &hub, const QMap<QString, Value> &remote)
{
    return {hub, false, remote};
}

} // namespace

/// Documents leave out what other parts of them say already; what comes back must be all of it. A base that came back
/// otherwise would be an edit that nobody made.
class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkComesBackWhole_data();
    void linkComesBackWhole();
    void hubFieldComesBackWhole_data();
    void hubFieldComesBackWhole();
    void writeComesBackWhole();
    void agreementComesBackWhole();
    void changesComeBackWhole();
    void olderDocumentsAreStillRead();
};

void TestDocuments::linkComesBackWhole_data()
{
    QTest::addColumn<Bases>("bases");
    const auto row = [](const char *name, const Bases &bases) { QTest::newRow(name) << bases; };
    row("as shown", {{u"title:text"_s, base(Half::of(text(u"Chief"_s)), {{u"title"_s, text(u"Chief"_s)}})}});
    row("the hub spells it otherwise",
        {{u"title:text"_s, base(Half::of(text(u"chief"_s)), {{u"title"_s, text(u"Chief"_s)}})}});
    row("edited there since", {{u"title:text"_s, base(Half::of(text(u"Boss"_s)), {{u"title"_s, text(u"Boss"_s)}})}});
    row("the hub never agreed", {{u"title:text"_s, base(Half{}, {{u"title"_s, text(u"Chief"_s)}})}});
    row("the CRM never agreed", {{u"title:text"_s, {Half::of(text(u"Chief"_s)), true, {}}}});
    row("blank on both sides", {{u"phone:text"_s, base(Half::of(Value::null()), {{u"phone"_s, Value::null()}})}});
    row("null and empty differ", {{u"phone:text"_s, base(Half::of(text({})), {{u"phone"_s, Value::null()}})}});
    row("nothing was delivered", {{u"title:text"_s, base(Half::of(text(u"Chief"_s)), {})}});
    row("a group of two fields",
        {{u"group:address:city,street"_s,
          base(Half::of(address(u"Bonn"_s)), {{u"city"_s, text(u"Bonn"_s)}, {u"street"_s, Value::null()}})}});
    row("a set", {{u"tags:set"_s, base(Half::of(Value::set({u"a"_s, u"b"_s})), {{u"tags"_s, Value::set({u"a"_s})}})}});
    row("not in the shadow", {{u"gone:text"_s, base(Half::of(text(u"x"_s)), {{u"gone"_s, text(u"x"_s)}})}});
}

void TestDocuments::linkComesBackWhole()
{
    QFETCH(Bases, bases);
    LinkRow link;
    link.shadow = {{u"title"_s, text(u"Chief"_s)},
                   {u"phone"_s, Value::null()},
                   {u"city"_s, text(u"Bonn"_s)},
                   {u"street"_s, Value::null()},
                   {u"tags"_s, Value::set({u"a"_s})}};
    link.base = bases;
    link.wrote = {{u"title:text"_s, text(u"Clerk"_s)}};
    link.refused = {{u"phone:text"_s, {u"1"_s, u"2"_s}}};
    LinkRow back;
    readLinkDocument(linkDocument(link), back);
    QCOMPARE(back.shadow, link.shadow);
    QVERIFY(back.base == link.base);
    QCOMPARE(back.wrote, link.wrote);
    QCOMPARE(back.refused, link.refused);
}

void TestDocuments::hubFieldComesBackWhole_data()
{
    QTest::addColumn<HubField>("field");
    const auto row = [](const char *name, const HubField &field) { QTest::newRow(name) << field; };
    row("never set", {});
    row("made by its last step", {text(u"Chief"_s), u"crm"_s, 7, 8, {{u"crm"_s, u"Chief"_s, 9}}});
    row("with another one's step before",
        {text(u"Chief"_s), u"crm"_s, 7, {}, {{u"marketing"_s, u"Boss"_s, 5}, {u"crm"_s, u"Chief"_s, 9}}});
    row("the same value by another", {text(u"Chief"_s), u"person"_s, 7, {}, {{u"crm"_s, u"Chief"_s, 9}}});
    row("canonical form differs", {text(u"Ada@X.org"_s), u"crm"_s, 7, {}, {{u"crm"_s, u"ada@x.org"_s, 9}}});
    row("cleared", {Value::null(), u"crm"_s, 7, {}, {{u"crm"_s, QString(), 9}}});
    row("a set", {Value::set({u"a"_s, u"b"_s}), u"crm"_s, 7, {}, {{u"crm"_s, u"a\u001Fb"_s, 9}}});
}

void TestDocuments::hubFieldComesBackWhole()
{
    QFETCH(HubField, field);
    const QMap<QString, HubField> fields{{u"title"_s, field}};
    QVERIFY(hubFieldsOfDocument(hubFieldsDocument(fields)) == fields);
}

void TestDocuments::writeComesBackWhole()
{
    RemoteWrite write;
    write.wire = {{u"as it is"_s, {u"old"_s, u"new"_s, text(u"old"_s), text(u"new"_s)}},
                  {u"create"_s, {QJsonValue::Null, u"new"_s, Value::null(), text(u"new"_s)}},
                  {u"cleared"_s, {u"old"_s, u""_s, text(u"old"_s), Value::null()}},
                  {u"number"_s, {7, 8, text(u"7"_s), text(u"8"_s)}},
                  {u"not delivered"_s, {QJsonValue::Null, u"new"_s, Value::absent(), text(u"new"_s)}},
                  {u"deleted"_s, {u"old"_s, QJsonValue::Null, text(u"old"_s), Value::null()}},
                  {u"set"_s, {QJsonValue::Null, QJsonArray{u"a"_s}, Value::null(), Value::set({u"a"_s})}}};
    write.sent = {{u"same"_s, {text(u"v"_s), text(u"v"_s), Value::null()}},
                  {u"other"_s, {text(u"v"_s), text(u"w"_s), text(u"u"_s)}},
                  {u"unknown before"_s, {text(u"v"_s), text(u"v"_s), Value::absent()}},
                  {u"blank"_s, {Value::null(), Value::null(), text(u"u"_s)}}};
    write.losers = {{u"title"_s, u"crm"_s, text(u"Chief"_s)}};
    write.settled = {{u"as it is"_s, text(u"new"_s)}};
    const RemoteWrite back = RemoteWrite::fromJson(write.toJson());
    for (auto it = write.wire.begin(); it != write.wire.end(); ++it)
        QVERIFY2(back.wire.value(it.key()) == *it, qPrintable(it.key()));
    for (auto it = write.sent.begin(); it != write.sent.end(); ++it)
        QVERIFY2(back.sent.value(it.key()) == *it, qPrintable(it.key()));
    QCOMPARE(back.wire.size(), write.wire.size());
    QCOMPARE(back.settled, write.settled);
    QCOMPARE(back.losers.size(), 1);
}

void TestDocuments::agreementComesBackWhole()
{
    const QMap<QString, AgreedBase> bases{
        {u"same"_s, {Half::of(text(u"v"_s)), false, {{u"field"_s, text(u"v"_s)}}}},
        {u"spelt otherwise"_s, {Half::of(text(u"v"_s)), false, {{u"field"_s, text(u"V"_s)}}}},
        {u"hub never"_s, {Half{}, false, {{u"field"_s, text(u"v"_s)}}}},
        {u"remote never"_s, {Half::of(text(u"v"_s)), true, {}}}};
    const auto back = agreedBases(agreeDocument(bases));
    QCOMPARE(back.keys(), bases.keys());
    for (auto it = bases.begin(); it != bases.end(); ++it) {
        QVERIFY2(back.value(it.key()).hub == it->hub, qPrintable(it.key()));
        QCOMPARE(back.value(it.key()).remoteNever, it->remoteNever);
        QCOMPARE(back.value(it.key()).remote, it->remote);
    }
}

void TestDocuments::changesComeBackWhole()
{
    const QMap<QString, HubChange> changes{
        {u"new"_s, {HubField{}, {text(u"v"_s), u"crm"_s, 1, {}, {{u"crm"_s, u"v"_s, 2}}}}},
        {u"known"_s, {{text(u"u"_s), u"person"_s, 1, {}, {}}, {text(u"v"_s), u"crm"_s, 1, {}, {}}}}};
    const auto back = hubChanges(hubUpdateDocument(changes, {}));
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        QVERIFY2(back.value(it.key()).before == it->before, qPrintable(it.key()));
        QVERIFY2(back.value(it.key()).after == it->after, qPrintable(it.key()));
    }
}

void TestDocuments::olderDocumentsAreStillRead()
{
    LinkRow link;
    readLinkDocument(R"({"b":{"t:text":{"h":{"v":"Chief"},"r":{"t":"Chief"}}},"s":{"t":"Chief"}})", link);
    QVERIFY(link.base.value(u"t:text"_s) == base(Half::of(text(u"Chief"_s)), {{u"t"_s, text(u"Chief"_s)}}));
    const RemoteWrite write = RemoteWrite::fromJson(
        R"({"fields":{"t":{"after":"a","b":"x","before":"y","v":"z"}},"sent":{"t:text":{"b":"u","h":"v","v":"w"}}})");
    const WireField wire{u"y"_s, u"a"_s, text(u"x"_s), text(u"z"_s)};
    QVERIFY(write.wire.value(u"t"_s) == wire);
    const Sent sent{text(u"v"_s), text(u"w"_s), text(u"u"_s)};
    QVERIFY(write.sent.value(u"t:text"_s) == sent);
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
