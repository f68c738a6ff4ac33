// syncline-script NOW: evaluates scripted transforms. Reads one JSON object a line from standard input
// ({"expression", "value", "record"}), answers each with one line ({"value"} or {"error"}) in order, until the input
// ends. Its parent sets the limits on memory and time and kills it when it overruns (core/mapping/scriptrunner.h).
// NOW, milliseconds since 1970 UTC, is the only time that scripts see.

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJSEngine>
#include <QJSValueIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// Time stands still, chance is gone, and nothing built in can be changed by one record for the next.
const QString prelude = uR"JS(
(function (world, now) {
    'use strict';
    const RealDate = Date;
    const FixedDate = function () {
        if (!new.target)
            return new RealDate(now).toString();
        return arguments.length === 0 ? new RealDate(now) : Reflect.construct(RealDate, arguments);
    };
    FixedDate.prototype = RealDate.prototype;
    FixedDate.now = function () { return now; };
    FixedDate.UTC = RealDate.UTC;
    FixedDate.parse = RealDate.parse;
    RealDate.prototype.constructor = FixedDate;
    world.Date = FixedDate;
    delete Math.random;
    const seen = [];
    const freeze = function (thing) {
        if (thing === null || (typeof thing !== 'object' && typeof thing !== 'function') || seen.indexOf(thing) >= 0)
            return;
        seen.push(thing);
        Object.getOwnPropertyNames(thing).forEach(function (name) {
            const property = Object.getOwnPropertyDescriptor(thing, name);
            if (property && 'value' in property)
                freeze(property.value);
        });
        freeze(Object.getPrototypeOf(thing));
        if (thing !== world)
            Object.freeze(thing);
    };
    freeze(world);
    Object.getOwnPropertyNames(world).forEach(function (name) {
        const property = Object.getOwnPropertyDescriptor(world, name);
        if (property && property.configurable)
            Object.defineProperty(world, name, { writable: false, configurable: false });
    });
    Object.preventExtensions(world);
})
)JS"_s;

/// A hub value as scripts see it: text, null, an array of a set's texts, an object of a group's parts.
QJsonValue shown(const QJsonValue &value)
{
    const QJsonObject wrapped = value.toObject();
    if (wrapped.contains("$group"_L1))
        return wrapped.value("$group"_L1);
    if (wrapped.contains("$list"_L1))
        return wrapped.value("$list"_L1);
    return value;
}

QJSValue toScript(QJSEngine &engine, const QJsonValue &value)
{
    return engine.toScriptValue(shown(value).toVariant());
}

QJSValue recordToScript(QJSEngine &engine, const QJsonObject &record)
{
    QJSValue object = engine.newObject();
    for (auto field = record.begin(); field != record.end(); ++field)
        object.setProperty(field.key(), toScript(engine, field.value()));
    return object;
}

QJsonObject errorLine(const QString &sentence)
{
    return {{u"error"_s, sentence}};
}

QJsonObject answer(const QJSValue &result)
{
    if (result.isError())
        return errorLine(result.toString());
    if (result.isNull() || result.isUndefined())
        return {{u"value"_s, QJsonValue()}};
    if (result.isDate())
        return {{u"value"_s, result.toDateTime().toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s)}};
    if (result.isNumber() && !qIsFinite(result.toNumber()))
        return errorLine(u"the result is not a number"_s);
    if (result.isArray()) {
        QJsonArray members;
        const quint32 length = result.property(u"length"_s).toUInt();
        for (quint32 i = 0; i < length; ++i)
            members.append(result.property(i).toString());
        return {{u"value"_s, members}};
    }
    if (result.isObject())
        return errorLine(u"the result is an object; give a text, a number, true or false, a list of texts, or null"_s);
    return {{u"value"_s, result.toString()}};
}

/// Compiles each expression once: as an expression, or as a function's body where it has statements of its own.
class Evaluator
{
public:
    explicit Evaluator(const QString &now)
    {
        QJSValue prepare = m_engine.evaluate(prelude);
        m_isReady = !prepare.call({m_engine.globalObject(), QJSValue(now.toDouble())}).isError();
    }

    bool isReady() const { return m_isReady; }

    QJsonObject evaluate(const QJsonObject &job)
    {
        QJSValue function = compiled(job.value("expression"_L1).toString());
        if (!function.isCallable())
            return errorLine(function.toString());
        return answer(function.call(
            {toScript(m_engine, job.value("value"_L1)), recordToScript(m_engine, job.value("record"_L1).toObject())}));
    }

private:
    QJSValue compiled(const QString &expression)
    {
        const auto known = m_compiled.constFind(expression);
        if (known != m_compiled.cend())
            return *known;
        const QString head = u"(function (value, record) { 'use strict'; "_s;
        QJSValue function = m_engine.evaluate(head + u"return (\n"_s + expression + u"\n); })"_s);
        if (!function.isCallable()) {
            const QJSValue body = m_engine.evaluate(head + u"\n"_s + expression + u"\n})"_s);
            function = body.isCallable() ? body : function;
        }
        m_compiled.insert(expression, function);
        return function;
    }

    QJSEngine m_engine;
    QHash<QString, QJSValue> m_compiled;
    bool m_isReady = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QFile input;
    QFile output;
    if (argc != 2 || !input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return 2;
    Evaluator evaluator(QString::fromLatin1(argv[1]));
    if (!evaluator.isReady())
        return 3;
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        const QJsonObject result = evaluator.evaluate(QJsonDocument::fromJson(line).object());
        output.write(QJsonDocument(result).toJson(QJsonDocument::Compact) + '\n');
        output.flush(); // what was answered is kept if the next record kills this program
    }
    return 0;
}
