#pragma once

#include "core/services/activity.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace syncline::ui {

class MessageBar;

/// What one operation was, why it failed, what helps, and what was sent and received.
class ActivityDetailPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityDetailPane(QWidget *parent = nullptr);
    void show(const core::ActivityDetail &detail);
    void clear();

Q_SIGNALS:
    void retryWanted();
    void recordWanted(const QString &id);
    void mappingWanted(const QString &integration);

private:
    void save();
    core::ActivityDetail m_detail;
    QLabel *m_title;
    MessageBar *m_message;
    QLabel *m_facts;
    QPushButton *m_retry;
    QPushButton *m_record;
    QPushButton *m_mapping;
    QPlainTextEdit *m_transcript;
    QPushButton *m_copy;
    QPushButton *m_save;
};

} // namespace syncline::ui
