#pragma once

#include "core/services/mappingeditor.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace syncline::ui {

class ElidedLabel;

/// Above a field list: whose fields, how many are used, and the search.
class ListHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ListHeader(core::MappingSide side, QWidget *parent = nullptr);
    void setTitle(const QString &title, const QString &provider);
    void setCounts(int used, int all);
    QLineEdit *search() const { return m_search; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retint();

    core::MappingSide m_side;
    QString m_provider;
    QLabel *m_tile;
    ElidedLabel *m_title;
    QLabel *m_count;
    QLineEdit *m_search;
};

} // namespace syncline::ui
