#pragma once

#include "core/mapping/compiledmapping.h"
#include "core/mapping/mappingbundle.h"

#include <QHash>

namespace syncline::core {

/// What a CompiledMapping shares among its copies. Private to core/mapping.
struct CompiledMapping::Data
{
    EntityMapping mapping;
    MappingOptions options;
    QMap<QString, FieldType> kinds;
    QString matchKey;
    QList<Bundle> bundles; ///< sorted by id
    QHash<QString, qsizetype> byId;
    QStringList remoteFields;
    QStringList missing;
    QList<ReferenceLine> referenceLines;
    QStringList domainSources; ///< bundle ids of website and e-mail, where the domain is derived from them
    QString domainId;
    Filter filter;
    bool hasScripts = false;

    const Bundle *bundle(const QString &id) const
    {
        const auto found = byId.constFind(id);
        return found == byId.cend() ? nullptr : &bundles.at(*found);
    }
    const MappingLine *lineOfHub(const QString &hubField) const;
    void addLine(MappingLine line, const HubSchema &schema);
    void finishBundles();
    void deriveDomain();
    Value bundleToHub(const Bundle &bundle, const QMap<QString, Value> &raw, QList<FieldProblem> *problems,
                      const ScriptResults *scripts, const References *references) const;
    Result<void> lineToRemote(const MappingLine &line, const Value &hubValue, const LineContext &context,
                              QMap<QString, Value> &written) const;
    Result<QMap<QString, Value>> bundleToRemote(const Bundle &bundle, const Value &hubValue,
                                                const QMap<QString, Value> &record, const ScriptResults *scripts,
                                                const References *references) const;
    Value predicted(const Bundle &bundle, const Value &hubValue, const PredictRaw &predict) const;
    QMap<QString, Value> recordFor(const Bundle &bundle, const Value &hubValue,
                                   const QMap<QString, Value> &record) const;
};

} // namespace syncline::core
