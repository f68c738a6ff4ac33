#!/usr/bin/env python3
"""Copies sources so that lupdate finds every text: translatable.py TARGET SOURCE...

Many sources wrap translate() in a short function or macro of their own, whose context lupdate cannot know. In the copies
each call of such a wrapper is replaced by what stands in it, also where its namespace is named. Wrappers defined in one
file and declared in a header count everywhere; the others in their own file only.
"""
import pathlib
import re
import sys

FUNCTION = re.compile(
    r'QString (\w+)\(const char \*\w+(?:, int \w+(?: = -1)?)?\)\s*\{'
    r'\s*return QCoreApplication::translate\(\s*("[^"]+"|\w+), \w+(?:, nullptr, \w+)?\)')
MACRO = re.compile(r'#define (\w+)\(\w+\) QT_TRANSLATE_NOOP\(("[^"]+"), \w+\)')
CONTEXT = re.compile(r'constexpr (?:const )?(?:char|auto) \*?(\w+)(?:\[\])? = ("[^"]+");')
DECLARED = re.compile(r'^QString (\w+)\(const char \*\w+(?:, int \w+(?: = -1)?)?\);', re.MULTILINE)
LITERAL = r'(?:"(?:[^"\\\n]|\\.)*"\s*)+'


def wrappers(text):
    """Name of each wrapper that the text defines -> its context, quoted."""
    contexts = dict(CONTEXT.findall(text))
    found = dict(FUNCTION.findall(text)) | dict(MACRO.findall(text))
    return {name: contexts.get(context, context) for name, context in found.items()}


def spelt_out(text, names):
    for name, context in names.items():
        def call(found, context=context):
            # A second argument is the number that chooses the plural.
            plural = ', nullptr,' if found[2] else ''
            return f'QCoreApplication::translate({context}, {found[1]}{plural}'
        text = re.sub(rf'(?<![\w:>.])(?:[a-z]\w*::)*{name}\(\s*({LITERAL})(,)?', call, text)
    for name, context in CONTEXT.findall(text):
        call = f'translate({context}, '
        text = re.sub(rf'translate\({name}, (?=")', lambda _, call=call: call, text)
    return text


def main():
    target = pathlib.Path(sys.argv[1])
    texts = {name: pathlib.Path(name).read_text(encoding='utf-8') for name in sys.argv[2:]}
    declared = {name for text in texts.values() for name in DECLARED.findall(text)}
    everywhere = {name: context for text in texts.values() for name, context in wrappers(text).items()
                  if name in declared}
    for name, text in texts.items():
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(spelt_out(text, everywhere | wrappers(text)), encoding='utf-8')


main()
