#pragma once

#include "core/services/recordexport.h"
#include "ui/records/words.h"
#include "ui/shell/view.h"

#include <QTimer>

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace syncline::ui {

class Backend;
class EmptyState;
class MessageBar;
class PageHeader;
class RecordsDelegate;
class RecordsModel;

/// The hub's records: filter, table, and what can be done with the chosen ones.
class RecordsView final : public View
{
    Q_OBJECT
public:
    RecordsView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override { return tr("Records"); }
    /// id: an entity; filter: "conflict", "duplicate", "held", "delete", "waiting", "insync", else words to search.
    void goTo(const Place &place) override;
    void focusFilter() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Setting
    {
        QList<core::SystemRef> systems;
        QMap<QString, int> counts;
        core::RecordList::Opening opening;
    };
    void build();
    void buildTable(QWidget *page);
    void connectParts();
    core::RecordQuery query() const;
    void read(bool isNew);
    void take(const Setting &setting, const core::RecordQuery &query, bool isNew);
    void prepare(const QString &after);
    void showEntities(const QMap<QString, int> &counts);
    void showSystems(const QList<core::SystemRef> &systems);
    void showEmpty(const Setting &setting, const core::RecordQuery &query);
    void showFoot();
    void clearFilter();
    QStringList chosen() const;
    void openCurrent();
    void makeRecord();
    void syncChosen();
    void chooseFile();
    void exportTo(const QString &file);
    core::RecordSheet sheet() const;

    Backend &m_backend;
    PageHeader *m_header;
    MessageBar *m_message;
    QHBoxLayout *m_entityRow;
    QButtonGroup *m_entities;
    QLineEdit *m_search;
    QComboBox *m_state;
    QComboBox *m_system;
    QPushButton *m_columns;
    QPushButton *m_export;
    QPushButton *m_new;
    QStackedWidget *m_stack;
    QTableView *m_table;
    RecordsModel *m_model;
    RecordsDelegate *m_delegate;
    EmptyState *m_empty;
    QLabel *m_chosen;
    QPushButton *m_open;
    QPushButton *m_sync;
    QLabel *m_rows;
    QTimer m_typing;
    QString m_entity = QStringLiteral("contact");
    core::RecordQuery m_shown;
    int m_asked = 0;
    QString m_preparing; ///< the entity whose records are being made findable; "" for none
    int m_prepared = 0;  ///< of them
};

} // namespace syncline::ui
