#!/usr/bin/env python3
"""Says where a translation that there is does not match its source: translated.py FILE.ts...

What must be the same: placeholders, keys that end in = or start with -- or $, addresses, blanks at the ends, and the kind
of the last mark (full stop, colon, ellipsis, question mark, none).
"""
import collections
import re
import sys
import xml.etree.ElementTree as ElementTree

KEPT = re.compile(r'%L?\d+|%n|--[a-z][a-z-]*|\$[A-Z_]+|https?://[a-z./-]*[a-z]|syncline-[a-z]+|[a-z]+(?:_[a-z0-9]+)+')
MARKS = re.compile(r'([.:…?!;,])?[”“"’)]*$')


def kept(text):
    # A plural form may say "one" instead of the number; that is the caller's to leave out.
    return collections.Counter(KEPT.findall(text))


def ends(text):
    return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]


def mark(text):
    last = MARKS.search(text.rstrip().replace('...', '…').replace('&', '')).group(1)
    return last or ''


def differences(source, text, plural):
    found = kept(source), kept(text)
    if plural:
        found = tuple(counter - collections.Counter({'%n': 1}) for counter in found)
    if found[0] != found[1]:
        missing, added = found[0] - found[1], found[1] - found[0]
        yield 'keeps not the same: ' + ', '.join([f'-{key}' for key in missing] + [f'+{key}' for key in added])
    if ends(source) != ends(text):
        yield 'has other blanks at its ends'
    if mark(source) != mark(text):
        yield f'ends with "{mark(text)}" instead of "{mark(source)}"'
    if re.search(r'(?<!&)&(?=\w)', source) and not re.search(r'(?<!&)&(?=\w)', text):
        yield 'has no mnemonic'
    if source.count('\n') != text.count('\n'):
        yield 'has another number of lines'


def main():
    wrong = 0
    for name in sys.argv[1:]:
        for context in ElementTree.parse(name).getroot().iter('context'):
            for message in context.iter('message'):
                source, translation = message.findtext('source'), message.find('translation')
                plural = message.get('numerus') == 'yes'
                forms = [form.text or '' for form in translation.iter('numerusform')] if plural \
                    else [translation.text or '']
                for text in forms:
                    for difference in differences(source, text, plural) if text else []:
                        wrong += 1
                        print(f'{name}: {context.findtext("name")}: "{source}" -> "{text}" {difference}',
                              file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
