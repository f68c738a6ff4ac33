#!/usr/bin/python3
"""The way of a newcomer: first start, demo, integrations, a further one, a sync, settings, the end."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import App, Missing, dump, enabled, key, until  # noqa: E402

passed = 0


def step(what):
    global passed
    passed += 1
    print(f'ok {passed} {what}', flush=True)


def first_start(app):
    app.find('First start')
    step('the assistant stands where no workspace is known')
    app.click('Open the demo')
    app.find('Workspace Demo')
    step('the demo opens')


def integrations(app):
    app.click('Integrations')
    listed = app.find('Connected systems')
    until(lambda: listed.childCount == 2, 'two connected systems', 120)
    step('both practice systems are connected')
    app.click('Test again')
    app.find('Address: *')
    until(lambda: not app.maybe('Record kinds: Not tried yet') and not app.maybe('Address: Asking…'), 'the test to end')
    step('a test shows its steps')


def refused_integration(app):
    app.click('Add integration…')
    app.find('Systems')
    address = 'http://127.0.0.1:9'
    app.type_into('Address', address)
    app.type_into('Client ID', 'nobody')
    app.type_into('Client secret', 'nothing')
    app.click('Test', 'push button')
    app.ready('Test again', 'push button')
    if enabled(app.find('Add Mautic', 'push button')):
        raise Missing('Add to stay off after a failing test')
    step('a failing test leaves Add off')
    app.click('Close without adding')
    app.gone('Systems')
    step('closing adds nothing')


def sync(app):
    key('F5')
    until(lambda: app.maybe('Nothing runs') is None, 'the run to begin')
    app.find('Nothing runs', patience=180)
    step('Sync Now runs to its end')


def settings(app):
    app.click('Settings')
    app.find('Appearance', 'combo box')
    key('alt+Left')
    app.find('Connected systems')
    step('the way back')


def main():
    app = App()
    try:
        first_start(app)
        integrations(app)
        refused_integration(app)
        sync(app)
        settings(app)
        names = app.nameless()
        if names:
            raise Missing(f'a name for {names}')
        step('every control has a name')
        app.close()
        step('it ends well')
    except Missing as missing:
        print(f'FAILED after {passed} steps: missing {missing}', flush=True)
        dump(app)
        app.screenshot(os.environ.get('SYNCLINE_FAILURE_PICTURE', '/dev/null'))
        app.process.kill()
        return 1
    print(f'{passed} steps passed')
    return 0


if __name__ == '__main__':
    sys.exit(main())
