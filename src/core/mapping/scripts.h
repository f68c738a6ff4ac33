#pragma once

#include "core/mapping/transform.h"

#include <QHash>
#include <QList>

namespace syncline::core {

/// One evaluation of a `function` transform: the same job always has the same result within a run.
struct ScriptJob
{
    QString expression;
    Value value;
    QMap<QString, Value> record; ///< what `record` shows to the expression; empty unless it asks for it

    QByteArray key() const;   ///< identity for the memo table
    QByteArray input() const; ///< one line of JSON for the child
};

ScriptJob scriptJob(const Transform &function, const Value &value, const QMap<QString, Value> &record);

/// Evaluates `function` transforms when their results are asked for.
class ScriptSource
{
public:
    ScriptSource() = default;
    ScriptSource(const ScriptSource &) = delete;
    ScriptSource &operator=(const ScriptSource &) = delete;
    virtual ~ScriptSource() = default;
    virtual Transformed result(const ScriptJob &job) = 0;
};

/// Results of scripts, by job. Filled before mapping by ScriptRunner, then only read (any thread).
class ScriptResults
{
public:
    bool contains(const ScriptJob &job) const { return m_results.contains(job.key()); }
    void insert(const ScriptJob &job, Transformed result) { m_results.insert(job.key(), std::move(result)); }
    /// The result; a sentence where the job was never run.
    Transformed result(const ScriptJob &job) const;
    int size() const { return int(m_results.size()); }

private:
    QHash<QByteArray, Transformed> m_results;
};

} // namespace syncline::core
