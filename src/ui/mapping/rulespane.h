#pragma once

#include "ui/mapping/mappingdocument.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace syncline::ui {

/// What holds for the whole entity: taking part, direction, how records meet, which take part, conflicts, deletes.
class RulesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPane(MappingDocument &document, QWidget *parent = nullptr);
    enum class Rule { Match, Filter, Conflicts, Deletes };
    void focusRule(Rule rule);
    /// Below the filter: how many records it lets through, or why it is not understood.
    void showCount(int takePart, int records);
    void showFilterError(const QString &text);

Q_SIGNALS:
    void closed();

private:
    void build();
    void refresh();
    void fillMatch(const core::EntityMapping &mapping);
    void chooseMatch();
    void change(const QString &text, const std::function<void(core::EntityMapping &)> &edit, const QString &key = {});
    static void addRow(QVBoxLayout *column, const QString &label, QWidget *field, QLabel *help);

    MappingDocument &m_document;
    bool m_isFilling = false;
    QCheckBox *m_enabled;
    QComboBox *m_direction;
    QComboBox *m_match;
    QComboBox *m_second;
    QPlainTextEdit *m_filter;
    QLabel *m_count;
    QComboBox *m_conflict;
    QLabel *m_conflictHelp;
    QComboBox *m_deletes;
    QLabel *m_deletesHelp;
};

/// Names of policies as the window says them; `integration` is the one that wins or is asked.
QString conflictWords(core::ConflictPolicy policy);
QString deleteWords(core::DeletePolicy policy);

} // namespace syncline::ui
