#pragma once

#include <QAbstractButton>

class QPushButton;

namespace syncline::ui {

/// A provider to choose: tile, name, and whether it is taken.
class ProviderTile final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ProviderTile(const QString &provider, QWidget *parent = nullptr);
    QString provider() const { return m_provider; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_provider;
};

/// What a person sees before there is a workspace: try the demo, or begin with their own systems.
class FirstStart final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstStart(const QStringList &providers, QWidget *parent = nullptr);

Q_SIGNALS:
    void demoWanted();
    void connectWanted(const QStringList &providers);
    void openWanted();

private:
    QWidget *tiles(const QStringList &providers);
    QWidget *foot();
    void chosen();
    QStringList choice() const;
    QList<ProviderTile *> m_tiles;
    QPushButton *m_connect = nullptr;
};

} // namespace syncline::ui
