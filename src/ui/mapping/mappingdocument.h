#pragma once

#include "core/services/mappingdesk.h"

#include <QObject>
#include <QUndoStack>

namespace syncline::ui {

/// The mapping that a window edits: its draft, what is selected, what is known about it, and every step back. All
/// forms of the view (canvas, list, panes) show this one document. Lives in the window's thread.
class MappingDocument final : public QObject
{
    Q_OBJECT

public:
    using Basis = std::shared_ptr<const core::MappingBasis>;

    explicit MappingDocument(QObject *parent = nullptr);
    /// The stack empties itself when it ends, and would tell a view that is half gone.
    ~MappingDocument() override { m_undo.disconnect(); }

    /// Shows another mapping: nothing is edited, nothing can be undone.
    void open(const Basis &basis);
    /// The draft was saved and is now what the workspace has; the steps back stay.
    void rebase(const Basis &basis);
    void close();

    bool isOpen() const { return !m_editor.isEmpty(); }
    const core::MappingEditor &editor() const { return m_editor; }
    Basis basis() const { return m_basis; }
    QUndoStack *undoStack() { return &m_undo; }

    /// One step that can be undone. Steps in a row with the same `key` become one, as letters of a word do.
    void edit(const QString &text, const core::EntityMapping &after, const QString &key = {});
    void connectPair(const core::FieldMapping &line);
    void remove(const core::PairId &pair);
    void turn(const core::PairId &pair);
    void setDirection(const core::PairId &pair, core::Direction direction);
    void changeLine(const core::FieldMapping &line, const QString &key = {});
    void accept(const core::PairId &suggestion);
    void acceptAll();
    void dismiss(const core::PairId &suggestion);

    const core::PairId &selected() const { return m_selected; }
    const core::FieldMapping *selectedLine() const;
    void select(const core::PairId &pair);

    const QList<core::MappingSample> &samples() const { return m_samples; }
    void setSamples(const QList<core::MappingSample> &samples);
    const core::MappingSample *sample() const; ///< whose values stand in the lists; may be null
    void stepSample(int by);
    /// The value that a field of the shown record has, for people.
    QString sampleText(core::MappingSide side, const QString &key) const;

    const QList<core::MappingProblem> &problems() const { return m_problems; }
    bool hasProblem(const core::PairId &pair, core::Severity severity) const;
    void setFacts(const core::MappingFacts &facts);

    QString pairName(const core::PairId &pair) const; ///< "Lifecycle stage and Lead Status"

Q_SIGNALS:
    void opened(); ///< another basis: fields may differ
    void changed();
    void selectionChanged();
    void samplesChanged();

private:
    friend class EditStep;
    struct State
    {
        core::EntityMapping mapping;
        QSet<QString> dismissed;
    };
    State state() const;
    void restore(const State &state);
    void push(const QString &text, const State &after, const QString &key = {});
    void recheck();

    Basis m_basis;
    core::MappingEditor m_editor;
    QUndoStack m_undo;
    core::PairId m_selected;
    QList<core::MappingSample> m_samples;
    int m_sample = 0;
    core::MappingFacts m_facts;
    QList<core::MappingProblem> m_problems;
};

/// "both ways", "push only", "pull only".
QString directionWords(core::Direction direction);
/// The icon of a direction: the hub stands left.
QString directionIcon(core::Direction direction);

} // namespace syncline::ui
