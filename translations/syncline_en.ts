<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>syncline::core::Conversion</name>
    <message numerus="yes">
        <source>%n value(s) do not fit into a field that holds one.</source>
        <translation>
            <numerusform>%n value does not fit into a field that holds one.</numerusform>
            <numerusform>%n values do not fit into a field that holds one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::Formula</name>
    <message numerus="yes">
        <source>%n values are needed.</source>
        <translation>
            <numerusform>%n value is needed.</numerusform>
            <numerusform>%n values are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::MappingDesk</name>
    <message numerus="yes">
        <source>Longer than the %n character(s) that fit.</source>
        <translation>
            <numerusform>Longer than the %n character that fits.</numerusform>
            <numerusform>Longer than the %n characters that fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::MappingProblems</name>
    <message numerus="yes">
        <source>is required in %1; %n record(s) have none</source>
        <translation>
            <numerusform>is required in %1; %n record has none</numerusform>
            <numerusform>is required in %1; %n records have none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” has no value in %2 (%n record(s))</source>
        <translation>
            <numerusform>“%1” has no value in %2 (%n record)</numerusform>
            <numerusform>“%1” has no value in %2 (%n records)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::Noticing</name>
    <message numerus="yes">
        <source>%n new conflict(s)</source>
        <translation>
            <numerusform>%n new conflict</numerusform>
            <numerusform>%n new conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are gone in a system</source>
        <translation>
            <numerusform>%n record is gone in a system</numerusform>
            <numerusform>%n records are gone in a system</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were not written</source>
        <translation>
            <numerusform>%n change was not written</numerusform>
            <numerusform>%n changes were not written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have made %n change(s).</source>
        <translation>
            <numerusform>It would have made %n change.</numerusform>
            <numerusform>It would have made %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were written.</source>
        <translation>
            <numerusform>%n change was written.</numerusform>
            <numerusform>%n changes were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::Scheduler</name>
    <message numerus="yes">
        <source>It would have made %n change(s).</source>
        <translation>
            <numerusform>It would have made %n change.</numerusform>
            <numerusform>It would have made %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) failed.</source>
        <translation>
            <numerusform>%n change failed.</numerusform>
            <numerusform>%n changes failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were written.</source>
        <translation>
            <numerusform>%n change was written.</numerusform>
            <numerusform>%n changes were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::WebhookReceiver</name>
    <message numerus="yes">
        <source>So were %n more.</source>
        <translation>
            <numerusform>So was %n more.</numerusform>
            <numerusform>So were %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::Assistant</name>
    <message numerus="yes">
        <source>%n fields were paired. Take out what you do not want; details can wait.</source>
        <translation>
            <numerusform>%n field was paired. Take it out if you do not want it; details can wait.</numerusform>
            <numerusform>%n fields were paired. Take out what you do not want; details can wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::IntegrationsView</name>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n connected</numerusform>
            <numerusform>%n connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n needs you</source>
        <translation>
            <numerusform>, %n needs you</numerusform>
            <numerusform>, %n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::MappingBoard</name>
    <message numerus="yes">
        <source>Accept %n</source>
        <translation>
            <numerusform>Accept %n</numerusform>
            <numerusform>Accept %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestion(s)</source>
        <translation>
            <numerusform>Accept %n suggestion</numerusform>
            <numerusform>Accept %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::MappingDocument</name>
    <message numerus="yes">
        <source>Accept %n suggestion(s)</source>
        <translation>
            <numerusform>Accept %n suggestion</numerusform>
            <numerusform>Accept %n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::MappingView</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>Save %n change</numerusform>
            <numerusform>Save %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the mapping are not saved.</source>
        <translation>
            <numerusform>%n change of the mapping is not saved.</numerusform>
            <numerusform>%n changes of the mapping are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::NextHours</name>
    <message numerus="yes">
        <source>%1: %n run(s)</source>
        <translation>
            <numerusform>%1: %n run</numerusform>
            <numerusform>%1: %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::RealRecords</name>
    <message numerus="yes">
        <source>All %n fit</source>
        <translation>
            <numerusform>It fits</numerusform>
            <numerusform>All %n fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 fit, %n do(es) not</source>
        <translation>
            <numerusform>%1 of %2 fit, %n does not</numerusform>
            <numerusform>%1 of %2 fit, %n do not</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::SafetyCards</name>
    <message numerus="yes">
        <source>%n field(s) have a rule of their own</source>
        <translation>
            <numerusform>%n field has a rule of its own</numerusform>
            <numerusform>%n fields have a rule of their own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::ScheduleWords</name>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Every day</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed %n time(s)</source>
        <translation>
            <numerusform>Failed once</numerusform>
            <numerusform>Failed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::Tray</name>
    <message numerus="yes">
        <source>%n system(s) need you</source>
        <translation>
            <numerusform>%n system needs you</numerusform>
            <numerusform>%n systems need you</numerusform>
        </translation>
    </message>
</context>
</TS>
