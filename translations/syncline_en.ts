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
</TS>
