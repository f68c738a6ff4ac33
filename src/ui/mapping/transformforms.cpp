#include "ui/mapping/transformforms.h"

#include "ui/mapping/optiondelegate.h"
#include "ui/mapping/transformkinds.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::Builtin;
using core::Direction;
using core::FieldMapping;
using core::MappingSide;
using core::Transform;
using core::TransformType;

namespace {

constexpr int denseRow = 28;
constexpr int mostRows = 6;

} // namespace

TransformForm::TransformForm(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_forms(new QStackedWidget(this))
    , m_table(new QTableView)
    , m_lookup(new LookupModel(this))
    , m_otherwise(new QComboBox)
    , m_lookupForm(new QWidget)
    , m_constant(new QLineEdit)
    , m_template(new QLineEdit)
    , m_expression(new QPlainTextEdit)
    , m_inverse(new QPlainTextEdit)
    , m_arguments(new QWidget)
    , m_argumentRows(new QFormLayout(m_arguments))
    , m_help(new QLabel(this))
{
    build();
    connect(m_kind, &QComboBox::activated, this, &TransformForm::chooseKind);
    connect(m_lookup, &LookupModel::edited, this, [this] {
        m_line.transform.table = m_lookup->table();
        emitLine();
    });
    connect(m_otherwise, &QComboBox::activated, this, [this](int index) {
        const QVariant value = m_otherwise->itemData(index);
        m_line.transform.otherwise = value.isValid() ? std::optional(value.toString()) : std::nullopt;
        emitLine();
    });
    connect(m_constant, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_line.transform.constant = Value::text(text);
        emitLine(u"constant"_s);
    });
    connect(m_template, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_line.transform.text = text;
        emitLine(u"template"_s);
    });
    connect(m_expression, &QPlainTextEdit::textChanged, this, [this] {
        m_line.transform.expression = m_expression->toPlainText();
        emitLine(u"expression"_s);
    });
    connect(m_inverse, &QPlainTextEdit::textChanged, this, [this] {
        Transform back;
        back.type = TransformType::Function;
        back.expression = m_inverse->toPlainText();
        m_line.inverse = back.expression.trimmed().isEmpty() ? std::nullopt : std::optional(back);
        emitLine(u"inverse"_s);
    });
}

void TransformForm::build()
{
    const auto name = [](QWidget *widget, const QString &object, const QString &spoken) {
        widget->setObjectName(object);
        widget->setAccessibleName(spoken);
    };
    name(m_kind, u"transformKind"_s, tr("Change it"));
    name(m_table, u"lookupTable"_s, tr("Lookup table"));
    name(m_otherwise, u"lookupOtherwise"_s, tr("If none fits"));
    name(m_constant, u"constantValue"_s, tr("The value"));
    name(m_template, u"templateText"_s, tr("Text with fields in braces"));
    name(m_expression, u"expression"_s, tr("Expression on the way to the CRM"));
    name(m_inverse, u"inverseExpression"_s, tr("Expression on the way to the hub"));
    m_template->setPlaceholderText(u"{first_name} {last_name}"_s);
    m_expression->setPlaceholderText(u"value.trim()"_s);
    m_inverse->setPlaceholderText(tr("The way back, if there is one"));
    for (QPlainTextEdit *edit : {m_expression, m_inverse}) {
        edit->setFont(ui::font(Style::Mono));
        edit->setFixedHeight(64);
        edit->setTabChangesFocus(true);
    }
    m_table->setModel(m_lookup);
    m_table->setItemDelegate(new OptionDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(denseRow);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(LookupModel::Arrow, QHeaderView::Fixed);
    m_table->horizontalHeader()->resizeSection(LookupModel::Arrow, 32);

    auto *lookup = new QFormLayout(m_lookupForm);
    lookup->setContentsMargins(0, 0, 0, 0);
    lookup->addRow(m_table);
    lookup->addRow(tr("If none fits"), m_otherwise);
    auto *expressions = new QWidget;
    auto *rows = new QVBoxLayout(expressions);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_expression);
    rows->addWidget(m_inverse);
    m_argumentRows->setContentsMargins(0, 0, 0, 0);
    for (QWidget *form : {new QWidget, m_lookupForm, static_cast<QWidget *>(m_constant),
                          static_cast<QWidget *>(m_template), expressions, m_arguments})
        m_forms->addWidget(form);
    m_help->setWordWrap(true);
    m_help->setProperty("tone", u"meta"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *first = new QHBoxLayout;
    auto *label = new QLabel(tr("Change it"));
    label->setProperty("tone", u"second"_s);
    label->setBuddy(m_kind);
    first->addWidget(label);
    first->addWidget(m_kind, 1);
    column->addLayout(first);
    column->addWidget(m_forms);
    column->addWidget(m_help);
}

void TransformForm::showLine(const FieldMapping &line, const core::MappingEditor &editor, const QStringList &wanted)
{
    m_isFilling = true;
    m_line = line;
    m_editor = editor;
    fillKinds(line);
    showLookup(wanted);
    const auto setText = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text)
            edit->setText(text);
    };
    const auto setPlain = [](QPlainTextEdit *edit, const QString &text) {
        if (edit->toPlainText() != text)
            edit->setPlainText(text);
    };
    setText(m_constant, line.transform.constant.text());
    setText(m_template, line.transform.text);
    setPlain(m_expression, line.transform.expression);
    setPlain(m_inverse, line.inverse ? line.inverse->expression : QString());
    m_inverse->setVisible(line.direction == Direction::Both);
    showArguments();
    showForm();
    m_isFilling = false;
}

void TransformForm::fillKinds(const FieldMapping &line)
{
    const QSignalBlocker quiet(m_kind);
    const auto hub = m_editor.field(MappingSide::Hub, line.hub),
               remote = m_editor.field(MappingSide::Remote, line.remote);
    m_kind->clear();
    for (int i = 0; i < int(transformKinds().size()); ++i) {
        const TransformKind &kind = transformKinds()[std::size_t(i)];
        const bool isChosen = isOf(kind, line.transform);
        if (!isChosen && hub && remote && !isUseful(kind, hub->type, remote->type))
            continue;
        m_kind->addItem(icon(QString::fromLatin1(kind.icon)), tr(kind.label), i);
        if (isChosen)
            m_kind->setCurrentIndex(m_kind->count() - 1);
    }
}

void TransformForm::chooseKind(int index)
{
    const TransformKind &kind = transformKinds()[m_kind->itemData(index).toUInt()];
    if (isOf(kind, m_line.transform))
        return;
    Transform transform;
    transform.type = kind.type;
    transform.builtin = kind.builtin;
    if (kind.type == TransformType::Lookup)
        transform = m_editor.lookupFor(m_line.hub, m_line.remote);
    if (kind.type == TransformType::Builtin) {
        transform.arguments = core::builtinArguments(kind.builtin);
        // Numbers and flags become text on the way to the side that holds text.
        const auto source = m_editor.field(m_line.direction == Direction::Pull ? MappingSide::Remote : MappingSide::Hub,
                                           m_line.direction == Direction::Pull ? m_line.remote : m_line.hub);
        const bool isText = source && (source->type == FieldType::Text || source->type == FieldType::LongText);
        if (kind.builtin == Builtin::BooleanWords)
            transform.arguments.insert(u"to"_s, isText ? u"boolean"_s : u"words"_s);
        if (kind.builtin == Builtin::Number)
            transform.arguments.insert(u"to"_s, isText ? u"plain"_s : u"local"_s);
    }
    m_line.transform = transform;
    m_line.inverse.reset();
    emitLine();
}

void TransformForm::showForm()
{
    const TransformType type = m_line.transform.type;
    QWidget *form = type == TransformType::Lookup ? m_lookupForm
        : type == TransformType::Constant         ? m_constant
        : type == TransformType::Template         ? m_template
        : type == TransformType::Function         ? m_expression->parentWidget()
        : type == TransformType::Builtin          ? m_arguments
                                                  : m_forms->widget(0);
    m_forms->setCurrentWidget(form);
    const bool isBare = type == TransformType::Direct
        || (type == TransformType::Builtin && core::builtinArguments(m_line.transform.builtin).isEmpty());
    m_forms->setVisible(!isBare);
    for (int i = 0; i < m_forms->count(); ++i) { // the stack is as high as what it shows
        const auto policy = m_forms->widget(i) == form ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_forms->widget(i)->setSizePolicy(QSizePolicy::Preferred, policy);
    }
    m_forms->setMaximumHeight(std::max(0, form->sizeHint().height()));
    QString help;
    if (type == TransformType::Template)
        help = tr("Fields stand in braces: {first_name}. A text made of several fields cannot be read back.");
    if (type == TransformType::Function)
        help = tr("JavaScript with “value” and “record”.");
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

void TransformForm::showLookup(const QStringList &wanted)
{
    const auto hub = m_editor.field(MappingSide::Hub, m_line.hub),
               remote = m_editor.field(MappingSide::Remote, m_line.remote);
    if (!hub || !remote)
        return;
    const bool isPulled = m_line.direction == Direction::Pull;
    m_lookup->setHeads(isPulled ? m_editor.basis().integration : tr("Hub"),
                       isPulled ? tr("Hub") : m_editor.basis().integration);
    m_lookup->setTable(m_line.transform.table, wanted, isPulled ? remote->options : hub->options,
                       isPulled ? hub->options : remote->options,
                       m_line.direction == Direction::Both ? u"aboth"_s : u"aright"_s);
    const int shown = std::min(m_lookup->rowCount(), mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + shown * denseRow + 4);
    const QSignalBlocker quiet(m_otherwise);
    m_otherwise->clear();
    m_otherwise->addItem(tr("Leave it as it is, report it"));
    for (const core::HubOption &option : isPulled ? hub->options : remote->options) {
        if (!option.value.isEmpty())
            m_otherwise->addItem(tr("Write “%1”").arg(option.label), option.value);
    }
    if (const auto &otherwise = m_line.transform.otherwise) {
        int index = m_otherwise->findData(*otherwise);
        if (index < 0) {
            m_otherwise->addItem(tr("Write “%1”").arg(*otherwise), *otherwise);
            index = m_otherwise->count() - 1;
        }
        m_otherwise->setCurrentIndex(index);
    }
}

/// A field per argument; kept while only values change, so that the cursor stays where it is.
void TransformForm::showArguments()
{
    QStringList wanted;
    if (m_line.transform.type == TransformType::Builtin)
        wanted = core::builtinArguments(m_line.transform.builtin).keys();
    if (m_line.transform.builtin == Builtin::BooleanWords || m_line.transform.builtin == Builtin::Number)
        wanted.removeAll(u"to"_s); // which way round is the direction's business
    const QString shape = core::builtinName(m_line.transform.builtin) + u':' + wanted.join(u',');
    if (m_arguments->property("shape").toString() != shape) {
        while (m_argumentRows->rowCount() > 0)
            m_argumentRows->removeRow(0);
        for (const QString &key : wanted) {
            auto *edit = new QLineEdit;
            edit->setObjectName(QString(u"argument_"_s + key));
            edit->setAccessibleName(argumentLabel(key));
            connect(edit, &QLineEdit::textEdited, this, [this, key](const QString &text) {
                m_line.transform.arguments.insert(key, text);
                emitLine(key);
            });
            m_argumentRows->addRow(argumentLabel(key), edit);
        }
        m_arguments->setProperty("shape", shape);
    }
    for (const QString &key : wanted) {
        auto *edit = m_arguments->findChild<QLineEdit *>(QString(u"argument_"_s + key));
        const QString text = m_line.transform.arguments.value(
            key, core::builtinArguments(m_line.transform.builtin).value(key));
        if (edit && edit->text() != text)
            edit->setText(text);
    }
}

void TransformForm::focusTable(const QString &value)
{
    if (m_line.transform.type != TransformType::Lookup)
        return m_kind->setFocus();
    m_table->setFocus();
    for (int row = 0; row < m_lookup->rowCount(); ++row) {
        if (m_lookup->index(row, LookupModel::From).data(Qt::EditRole).toString() == value)
            m_table->setCurrentIndex(m_lookup->index(row, LookupModel::To));
    }
}

void TransformForm::emitLine(const QString &key)
{
    if (!m_isFilling)
        Q_EMIT changed(m_line, key.isEmpty() ? key : QString(key + u':' + m_line.hub + u':' + m_line.remote));
}

} // namespace syncline::ui
