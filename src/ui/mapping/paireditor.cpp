#include "ui/mapping/paireditor.h"

#include "ui/components/panels.h"
#include "ui/mapping/realrecords.h"
#include "ui/mapping/segments.h"
#include "ui/mapping/transformforms.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::Direction;
using core::FieldMapping;

PairEditor::PairEditor(Backend &backend, MappingDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(textLabel({}, Style::PanelTitle, "", this))
    , m_remove(iconButton(u"trash"_s, tr("Remove this line"), this))
    , m_direction(new Segments)
    , m_problem(textLabel({}, Style::Body, "bad"))
    , m_transform(new TransformForm)
    , m_required(new QCheckBox(tr("Required")))
    , m_mayClear(new QCheckBox(tr("An empty value may clear it")))
    , m_default(new QLineEdit)
    , m_enforce(new QCheckBox(tr("Put back what is changed in the CRM")))
    , m_records(new RealRecords(backend, document))
{
    setObjectName(u"pairEditor"_s);
    build();
    connect(m_remove, &QPushButton::clicked, this, [this] { m_document.remove(m_document.selected()); });
    connect(m_direction, &Segments::chose, this,
            [this](int id) { m_document.setDirection(m_document.selected(), Direction(id)); });
    connect(m_transform, &TransformForm::changed, this,
            [this](const FieldMapping &line, const QString &key) { m_document.changeLine(line, key); });
    const auto changeFlag = [this](bool FieldMapping::*flag, bool isOn) {
        if (const FieldMapping *line = m_document.selectedLine(); line && !m_isFilling) {
            FieldMapping changed = *line;
            changed.*flag = isOn;
            m_document.changeLine(changed);
        }
    };
    connect(m_required, &QCheckBox::toggled, this,
            [changeFlag](bool isOn) { changeFlag(&FieldMapping::required, isOn); });
    connect(m_enforce, &QCheckBox::toggled, this,
            [changeFlag](bool isOn) { changeFlag(&FieldMapping::enforce, isOn); });
    connect(m_mayClear, &QCheckBox::toggled, this, [this](bool isOn) {
        if (m_isFilling)
            return;
        m_default->setVisible(!isOn);
        if (isOn)
            changeDefault({});
        else
            m_default->setFocus();
    });
    connect(m_default, &QLineEdit::textEdited, this, &PairEditor::changeDefault);
    connect(&document, &MappingDocument::changed, this, &PairEditor::refresh);
    connect(&document, &MappingDocument::selectionChanged, this, &PairEditor::refresh);
    refresh();
}

void PairEditor::build()
{
    m_title->setWordWrap(true);
    m_title->setObjectName(u"pairTitle"_s);
    m_remove->setObjectName(u"removePair"_s);
    m_direction->setObjectName(u"direction"_s);
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->add(int(Direction::Push), tr("Push"), u"aright"_s, tr("Push: from the hub to the CRM"));
    m_direction->add(int(Direction::Pull), tr("Pull"), u"aleft"_s, tr("Pull: from the CRM to the hub"));
    m_direction->add(int(Direction::Both), tr("Both"), u"aboth"_s, tr("Both ways"));
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"pairProblem"_s);
    m_required->setObjectName(u"required"_s);
    m_mayClear->setObjectName(u"mayClear"_s);
    m_enforce->setObjectName(u"enforce"_s);
    m_default->setObjectName(u"defaultValue"_s);
    m_default->setAccessibleName(tr("Written in place of an empty value"));
    m_default->setPlaceholderText(tr("Write this instead"));
    m_required->setToolTip(tr("A record without a value is held and not created in the CRM."));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::cardPadding, 6, metrics::gap, 6);
    head->addWidget(m_title, 1);
    head->addWidget(m_remove);
    auto *headBox = new QWidget;
    headBox->setLayout(head);
    headBox->setMinimumHeight(43);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::cardPadding, 10, metrics::cardPadding, 10);
    column->setSpacing(metrics::gap);
    auto *direction = new QHBoxLayout;
    direction->addWidget(textLabel(tr("Direction"), Style::Body, "second"));
    direction->addWidget(m_direction);
    direction->addStretch();
    column->addLayout(direction);
    column->addWidget(m_problem);
    column->addWidget(m_transform);
    auto *flags = new QGridLayout;
    flags->setHorizontalSpacing(16);
    flags->setVerticalSpacing(4);
    flags->addWidget(m_required, 0, 0);
    flags->addWidget(m_mayClear, 0, 1);
    flags->addWidget(m_default, 1, 0, 1, 2);
    flags->addWidget(m_enforce, 2, 0, 1, 2);
    flags->setColumnStretch(1, 1);
    column->addLayout(flags);
    column->addWidget(m_records, 1);
    column->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(headBox);
    all->addWidget(rule());
    all->addWidget(scroll, 1);
}

void PairEditor::refresh()
{
    const FieldMapping *line = m_document.selectedLine();
    if (!line)
        return;
    m_isFilling = true;
    const core::MappingEditor &editor = m_document.editor();
    const QString sign = line->direction == Direction::Both ? u"⇄"_s
        : line->direction == Direction::Push                ? u"→"_s
                                                            : u"←"_s;
    m_title->setText(QStringList{editor.label(core::MappingSide::Hub, line->hub), sign,
                                 editor.label(core::MappingSide::Remote, line->remote)}
                         .join(u' '));
    showDirections(*line);
    m_transform->showLine(*line, editor, wantedValues());
    m_required->setChecked(line->required);
    m_enforce->setVisible(line->direction == Direction::Push);
    m_enforce->setChecked(line->enforce);
    const bool hasDefault = !line->defaultValue.isBlank();
    const bool isTyping = m_default->hasFocus() && !m_mayClear->isChecked();
    m_mayClear->setChecked(!hasDefault && !isTyping);
    m_default->setVisible(!m_mayClear->isChecked());
    if (m_default->text() != line->defaultValue.text())
        m_default->setText(line->defaultValue.text());
    m_isFilling = false;
}

/// What cannot be is struck out, with the reason; a problem of the line stands below in words.
void PairEditor::showDirections(const FieldMapping &line)
{
    const core::PairId pair{line.hub, line.remote};
    QString problem;
    for (const core::MappingProblem &one : m_document.problems()) {
        if (one.pair == pair && one.severity == core::Severity::Problem && problem.isEmpty())
            problem = QStringList{one.text, one.remedy}.join(u' ');
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    for (const Direction direction : {Direction::Push, Direction::Pull, Direction::Both}) {
        const bool isPossible = direction == line.direction || m_document.editor().allows(pair, direction);
        m_direction->setPossible(int(direction), isPossible, tr("These two fields do not allow it."));
    }
    m_direction->setChosen(int(line.direction));
}

/// Hub values that the table lacks.
QStringList PairEditor::wantedValues() const
{
    QStringList values;
    const auto *line = m_document.selectedLine();
    if (!line || line->direction == Direction::Pull)
        return values;
    for (const core::MappingSample &sample : m_document.samples())
        values += sample.hub.value(line->hub).members();
    values.removeDuplicates();
    values.removeAll(QString());
    return values;
}

void PairEditor::changeDefault(const QString &text)
{
    const FieldMapping *line = m_document.selectedLine();
    if (!line || m_isFilling)
        return;
    FieldMapping changed = *line;
    changed.defaultValue = text.isEmpty() ? Value::null() : Value::text(text);
    m_document.changeLine(changed, QString(u"default:"_s + line->hub + u':' + line->remote));
}

void PairEditor::focusTransform(const QString &value)
{
    m_transform->focusTable(value);
}

void PairEditor::focusDefault()
{
    m_mayClear->setChecked(false);
    m_default->setFocus();
}

} // namespace syncline::ui
