#include "core/workspace/documents.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <cstring>

using namespace Qt::StringLiterals;

namespace syncline::core {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject parseObject(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

JsonDocument parseDocument(const QByteArray &bytes)
{
    auto document = JsonDocument::parse(bytes);
    return document ? std::move(*document) : JsonDocument();
}

void write(JsonText &json, const QMap<QString, Value> &values)
{
    json.openObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!it->isAbsent())
            json.key(it.key()).value(*it);
    }
    json.closeObject();
}

QMap<QString, Value> readValues(const JsonView &json)
{
    QMap<QString, Value> values;
    for (const JsonView member : json)
        values.insert(values.cend(), keyText(member), readValue(member));
    return values;
}

QByteArray valuesDocument(const QMap<QString, Value> &values)
{
    JsonText json;
    write(json, values);
    return json.take();
}

QMap<QString, Value> valuesOfDocument(const QByteArray &bytes)
{
    return readValues(parseDocument(bytes).root());
}

QJsonObject valuesToJson(const QMap<QString, Value> &values)
{
    return parseObject(valuesDocument(values));
}

namespace {

/// The step that made the field what it is, which most trails consist of.
bool isOwnStep(const HubField &field, const TrailStep &step)
{
    return step.author == field.author && field.value.isText() && field.value.text() == step.canonical;
}

} // namespace

void write(JsonText &json, const HubField &field)
{
    json.openObject();
    if (!field.author.isEmpty())
        json.key(u"a").text(field.author);
    if (field.fieldAt)
        json.key(u"f").number(*field.fieldAt);
    if (!field.trail.isEmpty()) {
        json.key(u"r").openArray();
        for (const TrailStep &step : field.trail) {
            json.openArray();
            if (!isOwnStep(field, step))
                json.text(step.author).text(step.canonical);
            json.number(step.at).closeArray();
        }
        json.closeArray();
    }
    if (field.at)
        json.key(u"t").number(*field.at);
    json.key(u"v").value(field.value).closeObject();
}

HubField readHubField(const JsonView &json)
{
    HubField field;
    JsonView trail;
    for (const JsonView member : json) {
        if (member.key() == "v")
            field.value = readValue(member);
        else if (member.key() == "a")
            field.author = member.text();
        else if (member.key() == "t")
            field.at = member.toInteger();
        else if (member.key() == "f")
            field.fieldAt = member.toInteger();
        else if (member.key() == "r")
            trail = member;
    }
    for (const JsonView step : trail) {
        if (step.size() == 1)
            field.trail.append({field.author, field.value.text(), step.at(0).toInteger()});
        else
            field.trail.append({step.at(0).text(), step.at(1).text(), step.at(2).toInteger()});
    }
    return field;
}

QByteArray hubFieldsDocument(const QMap<QString, HubField> &fields)
{
    JsonText json;
    json.openObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        write(json.key(it.key()), *it);
    return json.closeObject().take();
}

QMap<QString, HubField> hubFieldsOfDocument(const QByteArray &bytes)
{
    const JsonDocument document = parseDocument(bytes);
    QMap<QString, HubField> fields;
    for (const JsonView member : document.root())
        fields.insert(fields.cend(), keyText(member), readHubField(member));
    return fields;
}

QJsonObject hubFieldsToJson(const QMap<QString, HubField> &fields)
{
    return parseObject(hubFieldsDocument(fields));
}

QJsonArray sightToJson(const Sight &sight)
{
    QJsonArray json;
    for (const SightRow &row : sight)
        json.append(QJsonArray{row.place, row.field, row.value});
    return json;
}

Sight sightFromJson(const QJsonArray &json)
{
    Sight sight;
    for (const QJsonValue &row : json)
        sight.append({row[0].toString(), row[1].toString(), row[2].toString()});
    return sight;
}

void write(JsonText &json, const Half &half)
{
    json.openObject();
    if (half.never)
        json.key(u"n").flag(true);
    else
        json.key(u"v").value(half.value);
    json.closeObject();
}

Half readHalf(const JsonView &json)
{
    return json["n"].isMissing() ? Half::of(readValue(json["v"])) : Half{};
}

bool isSameAsOnly(const Half &half, const QMap<QString, Value> &remote)
{
    return !half.never && remote.size() == 1 && remote.first() == half.value;
}

Half readHubHalf(const JsonView &json, const QMap<QString, Value> &remote)
{
    return json.isMissing() && remote.size() == 1 ? Half::of(remote.first()) : readHalf(json);
}

namespace {

bool isShown(const RawBase &base, const QMap<QString, Value> &shadow)
{
    for (auto it = base.remote.begin(); it != base.remote.end(); ++it) {
        const auto shown = shadow.constFind(it.key());
        if (shown == shadow.cend() || *shown != *it)
            return false;
    }
    return true;
}

/// Of most bases both halves are what the shadow shows: then their names are enough.
void write(JsonText &json, const QMap<QString, RawBase> &bases, const QMap<QString, Value> &shadow)
{
    json.openObject();
    for (auto it = bases.begin(); it != bases.end(); ++it) {
        json.key(it.key()).openObject();
        if (it->remoteNever || !isSameAsOnly(it->hub, it->remote))
            core::write(json.key(u"h"), it->hub);
        if (!it->remoteNever && isShown(*it, shadow)) {
            json.key(u"s").openArray();
            for (auto name = it->remote.keyBegin(); name != it->remote.keyEnd(); ++name)
                json.text(*name);
            json.closeArray();
        } else if (!it->remoteNever) {
            core::write(json.key(u"r"), it->remote);
        }
        json.closeObject();
    }
    json.closeObject();
}

QMap<QString, RawBase> readBases(const JsonView &json, const QMap<QString, Value> &shadow)
{
    QMap<QString, RawBase> bases;
    for (const JsonView member : json) {
        RawBase raw;
        const JsonView remote = member["r"];
        const JsonView shown = member["s"];
        raw.remoteNever = remote.isMissing() && shown.isMissing();
        raw.remote = readValues(remote);
        for (const JsonView name : shown)
            raw.remote.insert(name.text(), shadow.value(name.text()));
        raw.hub = readHubHalf(member["h"], raw.remote);
        bases.insert(bases.cend(), keyText(member), raw);
    }
    return bases;
}

} // namespace

QByteArray linkDocument(const LinkRow &link)
{
    JsonText json;
    write(json.openObject().key(u"b"), link.base, link.shadow);
    if (!link.refused.isEmpty()) {
        json.key(u"f").openObject();
        for (auto it = link.refused.begin(); it != link.refused.end(); ++it)
            json.key(it.key()).openArray().text(it->first).text(it->second).closeArray();
        json.closeObject();
    }
    write(json.key(u"s"), link.shadow);
    if (!link.wrote.isEmpty())
        write(json.key(u"w"), link.wrote);
    return json.closeObject().take();
}

void readLinkDocument(const QByteArray &bytes, LinkRow &link)
{
    const JsonDocument document = parseDocument(bytes);
    link.shadow = readValues(document.root()["s"]);
    for (const JsonView member : document.root()) {
        if (member.key() == "b")
            link.base = readBases(member, link.shadow);
        else if (member.key() == "w")
            link.wrote = readValues(member);
        else if (member.key() == "f") {
            for (const JsonView refusal : member)
                link.refused.insert(keyText(refusal), {refusal.at(0).text(), refusal.at(1).text()});
        }
    }
}

qint64 contentHash(const QMap<QString, Value> &fields)
{
    const QByteArray digest = QCryptographicHash::hash(valuesDocument(fields), QCryptographicHash::Md5);
    qint64 hash = 0;
    std::memcpy(&hash, digest.constData(), sizeof hash);
    return hash;
}

} // namespace syncline::core
