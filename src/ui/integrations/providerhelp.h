#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// What a person must know to connect a system: which sign-ins it takes, what they ask for, where that is found.
namespace syncline::ui {

struct SecretField
{
    QString key; ///< of core::SecretMap
    QString label;
    bool isSecret = false;
};

struct SignInKind
{
    QString auth; ///< name of the sign-in kind in the workspace
    QString label;
    QList<SecretField> fields;
    QStringList steps; ///< where its keys are found, a sentence each
};

struct ProviderHelp
{
    QString provider;
    QString addressHint;
    QList<SignInKind> kinds; ///< the recommended one first
    QString whoToAsk;        ///< for people without the rights to make keys
    QString request;         ///< text to send to that person
};

/// Of a provider that this window can describe; without kinds for one that it cannot.
ProviderHelp providerHelp(const QString &provider);

/// The word for a step of a connection test: "Sign-in" for "sign_in".
QString stepLabel(const QString &step);
/// The steps of a test in their order.
QStringList testSteps();

} // namespace syncline::ui
