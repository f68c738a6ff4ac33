#pragma once

#include "ui/backend/backend.h"
#include "ui/mapping/mappingdocument.h"
#include "ui/shell/view.h"

#include <QTimer>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace syncline::ui {

class EmptyState;
class MappingBoard;
class MessageBar;
class PageHeader;
class PairEditor;
class PairTable;
class ProblemList;
class RulesPane;
class StateMark;

/// Which field belongs to which: draw it, see it on real records, know what it costs, save it.
class MappingView final : public View
{
    Q_OBJECT

public:
    MappingView(Backend &backend, QWidget *parent = nullptr);

    void refresh() override;
    QString title() const override { return tr("Mapping"); }
    void goTo(const Place &place) override;
    bool mayLeave() override;
    void focusFilter() override;

    MappingDocument &document() { return m_document; }

Q_SIGNALS:
    void saved(); ///< the workspace has the draft

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Pane { NothingPane, PairPane, RulesPaneIndex };
    void buildHeader();
    void buildFilterBar();
    void buildContent();
    void buildActions();
    void connectPanes();

    void showPlaces(const QList<core::MappingPlace> &places);
    void choosePlace(int index);
    void openPlace(const core::MappingPlace &place);
    void readFields(const core::MappingPlace &place);
    void onOpened(const core::MappingPlace &place, const core::MappingBasis &basis);
    void readSamples(const QString &after);
    void readSamplesInFull();
    void survey();
    void showSurvey(const core::MappingSurvey &survey);
    void save(const std::function<void()> &then = {});
    void onSaved(const core::EntityMapping &draft, const std::function<void()> &then);
    void discard();
    void fail(const Error &error, const QString &meaning);

    void showMakeField();
    void askToMakeField();
    void makeField(const QString &key);
    void showOwnField();
    void askForOwnField();
    void addOwnField(const QString &label, const core::MappingField &remote);

    void updateChrome(); ///< everything that follows the draft
    void updateRules();
    void fitRules();
    void updatePane();
    void showRules(int rule);
    void showTransform(const core::PairId &pair);
    void leadTo(const core::MappingProblem &problem);
    void showCosts();
    void listExamples();
    QString entityName() const;

    Backend &m_backend;
    MappingDocument m_document;
    QList<core::MappingPlace> m_places;
    core::MappingPlace m_place;
    Place m_wanted;
    std::optional<core::MappingSurvey> m_survey;
    std::optional<core::EntityMapping> m_surveyed;
    Task m_surveying, m_reading;
    QTimer m_surveyDelay;
    bool m_isSaving = false;
    core::PairId m_made; ///< with a field that was just made; drawn and chosen as soon as it is here
    int m_round = 0;     ///< answers about an earlier place are dropped

    PageHeader *m_header;
    StateMark *m_dirty;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QPushButton *m_more;
    QPushButton *m_preview;
    QPushButton *m_save;
    QAction *m_listForm;
    QAction *m_makeField;
    QAction *m_ownField;
    QWidget *m_filterBar;
    QComboBox *m_integration;
    QComboBox *m_entity;
    QPushButton *m_rules[4];
    QPushButton *m_moreRules;
    MessageBar *m_message;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    QStackedWidget *m_forms;
    MappingBoard *m_board;
    PairTable *m_table;
    ProblemList *m_problems;
    QStackedWidget *m_pane;
    PairEditor *m_editor;
    RulesPane *m_rulesPane;
    QWidget *m_cost;
    QLabel *m_costText;
    QPushButton *m_which;
};

} // namespace syncline::ui
