#pragma once

#include "ui/mapping/mappingdocument.h"

#include <QAbstractTableModel>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace syncline::ui {

/// The table of a lookup: hub value, CRM value. The last row is empty, to add one.
class LookupModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { From, Arrow, To, Columns };

    explicit LookupModel(QObject *parent = nullptr);
    /// `wanted`: values that have no entry yet, shown with "Choose...".
    void setTable(const QMap<QString, QString> &table, const QStringList &wanted,
                  const QList<core::HubOption> &fromOptions, const QList<core::HubOption> &toOptions,
                  const QString &arrow);
    QMap<QString, QString> table() const;
    const QList<core::HubOption> &options(int column) const { return column == From ? m_fromOptions : m_toOptions; }
    void setHeads(const QString &from, const QString &to);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QString from, to;
        bool hasTo = false;
        bool operator==(const Row &) const = default;
    };
    QList<Row> m_rows;
    QList<core::HubOption> m_fromOptions, m_toOptions;
    QString m_arrow, m_heads[2];
};

/// What a line changes on the way: a choice of transform, and the form of the chosen one.
class TransformForm final : public QWidget
{
    Q_OBJECT

public:
    explicit TransformForm(QWidget *parent = nullptr);
    void showLine(const core::FieldMapping &line, const core::MappingEditor &editor, const QStringList &wanted);
    void focusTable(const QString &value);

Q_SIGNALS:
    /// `key` names what is typed in, so that letters of one word are one step.
    void changed(const syncline::core::FieldMapping &line, const QString &key);

private:
    void build();
    void fillKinds(const core::FieldMapping &line);
    void showForm();
    void chooseKind(int index);
    void showLookup(const QStringList &wanted);
    void showArguments();
    void emitLine(const QString &key = {});

    core::FieldMapping m_line;
    core::MappingEditor m_editor;
    bool m_isFilling = false;
    QComboBox *m_kind;
    QStackedWidget *m_forms;
    QTableView *m_table;
    LookupModel *m_lookup;
    QComboBox *m_otherwise;
    QWidget *m_lookupForm;
    QLineEdit *m_constant;
    QLineEdit *m_template;
    QPlainTextEdit *m_expression;
    QPlainTextEdit *m_inverse;
    QWidget *m_arguments;
    QFormLayout *m_argumentRows;
    QLabel *m_help;
};

} // namespace syncline::ui
