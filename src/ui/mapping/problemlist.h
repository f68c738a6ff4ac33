#pragma once

#include "ui/mapping/mappingdocument.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace syncline::ui {

class Badge;

/// What stands in the way, each row with its cure. Hidden where there is nothing.
class ProblemList final : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemList(MappingDocument &document, QWidget *parent = nullptr);
    void setCompact(bool isCompact); ///< in a low window: one line and "Show"

Q_SIGNALS:
    /// A cure that needs a person: lead to the place.
    void placeWanted(const syncline::core::MappingProblem &problem);

private:
    void refresh();
    void rebuildRows();
    QWidget *rowOf(const core::MappingProblem &problem);
    void cure(const core::MappingProblem &problem);

    MappingDocument &m_document;
    bool m_isOpen = true;
    QList<core::MappingProblem> m_shown;
    QLabel *m_title;
    Badge *m_problems;
    Badge *m_warnings;
    QLabel *m_first;
    QPushButton *m_fold;
    QWidget *m_rows;
    QVBoxLayout *m_column;
};

} // namespace syncline::ui
