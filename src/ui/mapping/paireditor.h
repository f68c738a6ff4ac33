#pragma once

#include "ui/backend/backend.h"
#include "ui/mapping/mappingdocument.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace syncline::ui {

class RealRecords;
class Segments;
class TransformForm;

/// Everything about the selected line. Edits go to the document at once, each undoable.
class PairEditor final : public QWidget
{
    Q_OBJECT

public:
    PairEditor(Backend &backend, MappingDocument &document, QWidget *parent = nullptr);
    void focusTransform(const QString &value = {});
    void focusDefault();
    RealRecords &records() { return *m_records; }

private:
    void build();
    void refresh();
    void showDirections(const core::FieldMapping &line);
    void changeDefault(const QString &text);
    QStringList wantedValues() const;

    MappingDocument &m_document;
    bool m_isFilling = false;
    QLabel *m_title;
    QPushButton *m_remove;
    Segments *m_direction;
    QLabel *m_problem;
    TransformForm *m_transform;
    QCheckBox *m_required;
    QCheckBox *m_mayClear;
    QLineEdit *m_default;
    QCheckBox *m_enforce;
    RealRecords *m_records;
};

} // namespace syncline::ui
