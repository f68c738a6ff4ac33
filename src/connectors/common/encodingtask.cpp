#include "connectors/common/encodingtask.h"

#include "connectors/common/wirevalues.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

constexpr int mostShown = 80;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::EncodingTask", text);
}

} // namespace

tl::unexpected<Error> EncodingTask::refused(const QString &why, const QString &remedy) const
{
    QString shown = value.display();
    if (shown.size() > mostShown)
        shown = shown.left(mostShown - 1) + u'…';
    const QString message = tr("%1 in %2 cannot hold \"%3\": %4").arg(entity + u'.' + name, crm, shown, why);
    return failure(Error{ErrorKind::Validation, message, remedy, {}, {field.name}, false});
}

tl::unexpected<Error> EncodingTask::refusedUnread() const
{
    return refused(tr("the value could not be read, so it is not written."),
                   tr("Give the connected user the right to read it."));
}

Encoded EncodingTask::sent(const QJsonValue &json, const Value &predicted, const QString &warning) const
{
    return {json, predicted, predicted == value ? QString() : warning};
}

Result<QString> emailIn(const EncodingTask &task)
{
    const QString address = task.text().trimmed();
    if (!isEmailAddress(address))
        return task.refused(tr("it is no e-mail address."), tr("Correct the address."));
    return address;
}

Result<QString> decimalIn(const EncodingTask &task)
{
    const QString number = task.text().trimmed();
    if (!isDecimal(number))
        return task.refused(tr("it is no number with a dot as its decimal sign."), tr("Correct the number."));
    return number;
}

Result<QString> dayIn(const EncodingTask &task)
{
    const QString day = task.text().trimmed();
    if (!isDay(day))
        return task.refused(tr("it is no date in the form YYYY-MM-DD."), tr("Correct the date."));
    return day;
}

Result<std::chrono::seconds> instantIn(const EncodingTask &task)
{
    const auto time = zonedInstant(task.text().trimmed());
    if (!time)
        return task.refused(tr("it is no time in the form YYYY-MM-DDTHH:MM:SSZ."), tr("Correct the time."));
    return *time;
}

Result<bool> yesOrNoIn(const EncodingTask &task)
{
    const auto word = canonical(FieldType::Boolean, task.value);
    if (word != "true"_L1 && word != "false"_L1)
        return task.refused(tr("it is neither true nor false."), tr("Map the field through a lookup or a transform."));
    return *word == "true"_L1;
}

Encoded encodedTruth(bool isYes)
{
    return {isYes, Value::text(isYes ? u"true"_s : u"false"_s), {}};
}

bool isOption(const RemoteField &field, const QString &value)
{
    return field.options.isEmpty() || std::ranges::find(field.options, value, &Option::value) != field.options.end();
}

} // namespace syncline::connectors
