#pragma once

#include "core/services/integrations.h"
#include "ui/backend/backend.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace syncline::ui {

class ConnectionForm;
class MessageBar;
class SuggestionModel;
class StateMark;
class TestSteps;

/// Signs in to the chosen systems, then shows the suggested pairs of fields, then the recipes. Nothing is stored before a test
/// has passed, nothing is mapped before the pairs were seen, and no recipe is applied before its preview was.
class Assistant final : public QWidget
{
    Q_OBJECT
public:
    Assistant(Backend &backend, const QStringList &providers, QWidget *parent = nullptr);

Q_SIGNALS:
    void finished(); ///< everything is connected and mapped
    void left();     ///< the person goes on without the assistant

private:
    struct System
    {
        ConnectionForm *form = nullptr;
        TestSteps *steps = nullptr;
        StateMark *state = nullptr;
        QPushButton *test = nullptr;
        bool isAdded = false;
        QString name;
        Task task;
    };
    QWidget *signIns(const QStringList &providers);
    QWidget *signIn(System &system, const QString &provider);
    QWidget *check();
    QWidget *business();
    void goOn();
    void signInByBrowser(System &system);
    void test(System &system, const core::Integrations::NewIntegration &wanted);
    void addAfterTest(System &system, const core::Integrations::NewIntegration &wanted);
    void connected();
    void suggest();
    void apply();
    void offerRecipes();
    void tell(const Error &error);

    Backend &m_backend;
    std::vector<std::unique_ptr<System>> m_systems;
    QList<core::MappingFile> m_files;
    QStackedWidget *m_pages;
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_meaning;
    SuggestionModel *m_pairs;
    QTableView *m_table = nullptr;
    QPushButton *m_next;
};

} // namespace syncline::ui
