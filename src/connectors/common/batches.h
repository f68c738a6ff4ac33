#pragma once

#include <QList>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace syncline::connectors {

/// Items in batches of at most `most`, in their order. No key of an item (its id, a unique value of it) occurs twice in one
/// batch: CRMs refuse such a batch, or make two records of one.
template<class Item, class KeysOf>
QList<QList<Item>> splitBatches(const QList<Item> &items, qsizetype most, KeysOf keysOf)
{
    QList<QList<Item>> list;
    QSet<QString> taken;
    for (const Item &item : items) {
        const QStringList keys = keysOf(item);
        const bool clashes = std::ranges::any_of(keys, [&](const QString &key) { return taken.contains(key); });
        if (list.isEmpty() || list.last().size() >= most || clashes) {
            list.append(QList<Item>());
            taken.clear();
        }
        list.last().append(item);
        for (const QString &key : keys)
            taken.insert(key);
    }
    return list;
}

/// Bytes of a text in a body, or percent-encoded in an address, with quotes and a comma.
qsizetype lengthInBody(const QString &text);
qsizetype lengthInAddress(const QString &text);

/// Texts in parts of at most `most`, and of at most `longest` bytes together.
QList<QStringList> splitTexts(const QStringList &texts, qsizetype most, qsizetype longest,
                              qsizetype (*lengthOf)(const QString &));

} // namespace syncline::connectors
