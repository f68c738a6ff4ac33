"""Drives the window from outside: finds widgets by accessible name and role, presses real keys and buttons."""
import fnmatch
import os
import subprocess
import time

import pyatspi

PATIENCE = float(os.environ.get('SYNCLINE_PATIENCE', '60'))


class Missing(Exception):
    """Something that a person would look for is not there."""


def until(look, what, patience=PATIENCE):
    """The first true answer of look(); what it waits for is named when it does not come."""
    end = time.monotonic() + patience
    while True:
        try:
            found = look()
        except Exception:  # the tree changes while it is read
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(what)
        time.sleep(0.1)


def shown(node):
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def walk(node, depth=0):
    """What is shown below the node. What a hidden widget holds may call itself shown: it is not looked at."""
    if depth > 40:
        return
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None and shown(child):
            yield child
            yield from walk(child, depth + 1)


def enabled(node):
    return node.getState().contains(pyatspi.STATE_ENABLED)


class App:
    def __init__(self, *arguments):
        self.process = subprocess.Popen([os.environ['SYNCLINE_PROGRAM'], *arguments])
        self.tree = until(self._tree, 'the window in the accessibility tree')

    def _tree(self):
        if self.process.poll() is not None:
            raise SystemExit(f'the program ended with {self.process.returncode}')
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.get_process_id() == self.process.pid and app.childCount:
                return app
        return None

    def nodes(self):
        return walk(self.tree)

    def all(self, name, role=None):
        """The shown widgets of this name, in which * stands for any text."""
        for node in self.nodes():
            if fnmatch.fnmatchcase(node.name, name) and (role is None or node.getRoleName() == role):
                yield node

    def maybe(self, name, role=None):
        return next(self.all(name, role), None)

    def find(self, name, role=None, patience=PATIENCE):
        return until(lambda: self.maybe(name, role), f'{role or "widget"} “{name}”', patience)

    def gone(self, name, role=None):
        until(lambda: self.maybe(name, role) is None, f'“{name}” to go')

    def ready(self, name, role=None):
        """Found and enabled."""
        def look():
            node = self.maybe(name, role)
            return node if node is not None and enabled(node) else None
        return until(look, f'“{name}” to be enabled')

    @staticmethod
    def middle(node):
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, name, role=None):
        node = self.ready(name, role)
        x, y = self.middle(node)
        mouse('mousemove', x, y, 'click', 1)
        return node

    def drag(self, source, target):
        """A real drag in steps, as a hand makes it; the window says when it has the field and when it may be let go."""
        sx, sy = self.middle(source)
        tx, ty = self.middle(target)
        mouse('mousemove', sx, sy, 'mousedown', 1)
        try:
            self.held('Connecting *', lambda beat: (sx + 16 + 8 * (beat % 2), sy))
            for step in range(1, 11):
                mouse('mousemove', sx + (tx - sx) * step // 10, sy + (ty - sy) * step // 10)
            self.held('Let go to *', lambda beat: (tx + beat % 2, ty))
        finally:
            mouse('mouseup', 1)

    def held(self, words, place):
        """The button stays down and the pointer in motion until the window says these words."""
        beat = 0
        def look():
            nonlocal beat
            beat += 1
            mouse('mousemove', *place(beat))
            return self.maybe(words, 'label')
        until(look, f'“{words}” while something is dragged')

    def field(self, name):
        """A line to type into; its label has the same name."""
        return until(lambda: self.maybe(name, 'text') or self.maybe(name, 'password text'), f'field “{name}”')

    def type_into(self, name, text):
        mouse('mousemove', *self.middle(self.field(name)), 'click', 1)
        key('ctrl+a')
        if text:
            typed(text)
        else:
            key('Delete')

    def nameless(self):
        """Shown controls that say nothing about themselves."""
        roles = ('push button', 'text', 'check box', 'combo box', 'list', 'table', 'tree', 'radio button', 'toggle button')
        return [f'{node.getRoleName()} in {node.parent.name}' for node in self.nodes()
                if node.getRoleName() in roles and node.getState().contains(pyatspi.STATE_FOCUSABLE)
                and not node.name and not node.description]

    def screenshot(self, file):
        subprocess.run(['scrot', '-o', file], check=False)

    def close(self):
        key('ctrl+q')
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Missing('the program to end after Ctrl+Q')
        if self.process.returncode:
            raise Missing(f'a good end; it ended with {self.process.returncode}')


def mouse(*words):
    subprocess.run(['xdotool', *map(str, words)], check=True)


def key(*keys):
    subprocess.run(['xdotool', 'key', *keys], check=True)


def typed(text):
    subprocess.run(['xdotool', 'type', '--delay', '5', text], check=True)


def dump(app):
    for node in app.nodes():
        if node.name:
            print(f'{node.getRoleName():16} {node.name[:100]}')
