#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace syncline::ui {

namespace {

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, Token token) : m_name(std::move(name)), m_token(token) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int size = std::min(rect.width(), rect.height());
        const QPixmap picture = iconPixmap(m_name, size, colorOf(mode, state), painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, picture);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // `size` is in device pixels.
        const int side = int(std::min(size.width(), size.height()) / scale);
        return iconPixmap(m_name, side, colorOf(mode, state), scale);
    }
    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_token); }
    QString key() const override { return u"syncline"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colorOf(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return color(Token::Text3);
        return color(mode == QIcon::Selected || (state == QIcon::On && m_token == Token::Text2) ? Token::Accent
                                                                                                : m_token);
    }
    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(const QString &name, Token token)
{
    return QIcon(new LineIconEngine(name, token));
}

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio)
{
    static const bool ready = (initIconResources(), true);
    Q_UNUSED(ready)
    const QString key = u"syncline/%1/%2/%3/%4"_s.arg(name).arg(size).arg(color.name()).arg(ratio);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap(QSize(size, size) * ratio);
    picture.fill(Qt::transparent);
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (file.open(QIODevice::ReadOnly)) {
        QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
        QPainter painter(&picture);
        renderer.render(&painter);
    }
    picture.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, picture);
    return picture;
}

} // namespace syncline::ui
