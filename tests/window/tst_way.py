#!/usr/bin/python3
"""The whole way of a newcomer, by mouse and keys only: first start and demo, a further system, a mapping drawn by
dragging, preview, a run that is cancelled and goes on, one decision of each kind, a delete, an undo, and a question."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import App, Missing, dump, enabled, key, typed, until  # noqa: E402
from standin import StandIn  # noqa: E402

passed = 0


def step(what):
    global passed
    passed += 1
    print(f'ok {passed} {what}', flush=True)


class Way:
    def __init__(self, app, sandbox):
        self.app = app
        self.sandbox = sandbox

    def first_start(self):
        self.app.find('First start')
        step('the assistant stands where no workspace is known')
        self.app.click('Open the demo')
        self.app.find('Workspace Demo')
        step('the demo opens')

    def integrations(self):
        app = self.app
        app.click('Integrations')
        listed = app.find('Connected systems')
        until(lambda: listed.childCount == 2, 'two connected systems', 120)
        self.mautic = self.standin('Mautic')
        self.suite = self.standin('SuiteCRM')
        step('both practice systems are connected')
        app.click('Test again')
        until(lambda: not app.maybe('Record kinds: Not tried yet') and not app.maybe('Address: Asking…'),
              'the test to end')
        app.find('Record kinds: *ontacts*')
        step('a test shows its steps')

    def standin(self, system):
        """The address is told in the head of the integration."""
        self.app.click(f'{system}, *', 'list item')
        return StandIn(self.app.find(f'{system}, http*', 'label').name.split(', ')[1])

    def refused_integration(self):
        app = self.app
        app.click('Add integration…')
        app.find('Systems')
        self.fill('Refused', 'http://127.0.0.1:9', 'nobody')
        app.ready('Test again', 'push button')
        if enabled(app.find('Add Mautic', 'push button')):
            raise Missing('Add to stay off after a failing test')
        step('a failing test leaves Add off')
        app.click('Close without adding')
        app.gone('Systems')
        step('closing adds nothing')

    def further_integration(self):
        app = self.app
        app.click('Add integration…')
        app.find('Systems')
        self.fill('Newsletter', self.sandbox, 'demo')
        app.click('Add Mautic', 'push button')
        app.gone('Systems')
        app.find('Newsletter, Mautic, Healthy', 'list item')
        step('a further system is connected')

    def fill(self, name, address, secret):
        self.app.click('Mautic', 'list item')
        for field, text in (('Name', name), ('Address', address), ('Client ID', secret), ('Client secret', secret)):
            self.app.type_into(field, text)
        self.app.click('Test', 'push button')

    def mapping(self):
        app = self.app
        app.click('Open the mapping')
        app.find('Fields of Newsletter: Contacts', 'tree')
        for hub, remote in (('E-mail', 'Email'), ('First name', 'First Name'), ('Last name', 'Last Name')):
            app.drag(app.find(f'{hub}, *', 'table cell'), app.find(f'{remote}, *', 'table cell'))
            app.find(f'Direction of {hub} and {remote}: both ways', 'push button')
        step('three fields are connected by dragging')
        app.click('Direction of Last name and Last Name: both ways')
        app.find('Direction of Last name and Last Name: push only', 'push button')
        step('a click turns a direction')
        app.click('Save', 'push button')
        app.ready('Preview…', 'push button')  # off while something is not saved
        step('the mapping is saved')

    def preview(self):
        app = self.app
        key('ctrl+p')
        app.find('Writes', 'table', 300)
        app.ready('Write * records to *', 'push button')
        step('a preview shows what would be written, and writes nothing')
        app.click('Close without writing')
        app.find('Sync Now', 'push button')

    def cancelled_run(self):
        app = self.app
        self.suite.configure(latency=500)
        before = len(self.suite.records('Contacts'))
        key('F5')
        until(lambda: len(self.suite.records('Contacts')) > before, 'the first record to be written', 180)
        app.click('Cancel', 'push button')
        app.find('Nothing runs', patience=180)
        after = len(self.suite.records('Contacts'))
        step('a run is cancelled on its way')
        self.suite.configure(latency=0)
        self.sync()
        if len(self.suite.records('Contacts')) <= after:
            raise Missing('the rest of the records after going on')
        step('the next run goes on where it ended')
        self.sync()

    def sync(self, everything=False):
        app = self.app
        runs = self.runs()
        if everything:
            app.click('Dashboard')
            app.click('What to sync')
            key('Down', 'Down', 'Return')  # the second: everything, reading all records again
        else:
            key('F5')
        until(lambda: app.maybe('Nothing runs') and self.runs() > runs, 'the run to end', 300)

    def runs(self):
        """How many stand in the dashboard's bars."""
        app = self.app
        if not app.maybe('Dashboard', 'label'):
            app.click('Dashboard')
        bars = app.maybe('Duration of the last runs')
        return int(bars.description.split()[0]) if bars and bars.description else 0

    def decisions(self):
        for name in ('way', 'gone'):
            self.mautic.create('contacts', email=f'{name}@example.org', firstname='Ada', lastname=name.title(),
                               position='Clerk')
        self.sync()
        self.mautic.edit('contacts', self.mautic.find('contacts', 'email', 'way@example.org'), position='Chief')
        self.suite.edit('Contacts', self.suite.find('Contacts', 'email1', 'way@example.org'), title='Manager')
        for name in ('Bo', 'Bob'):
            self.mautic.create('contacts', email='twin@example.org', firstname=name, lastname='Twin')
        self.mautic.create('contacts', firstname='Nobody', lastname='Keyless')
        self.mautic.remove('contacts', self.mautic.find('contacts', 'email', 'gone@example.org'))
        self.sync(everything=True)
        self.sync(everything=True)
        self.conflict()
        self.duplicate()
        self.held()
        self.delete()

    def review(self, tab):
        self.app.click('Review')
        self.app.click(f'{tab}*', 'page tab')

    def conflict(self):
        app = self.app
        self.review('Conflicts')
        app.type_into('Find a person or field', 'Way')
        app.click('Ada Way, *', 'table cell')
        app.find('Job title', 'table cell')
        key('2')
        key('Return')
        until(lambda: not app.maybe('Ada Way, *', 'table cell'), 'the conflict to be settled')
        step('a conflict is settled by two keys')
        app.type_into('Find a person or field', '')

    def duplicate(self):
        app = self.app
        self.review('Possible duplicates')
        app.type_into('Find a person', 'Twin')
        app.click('Bo Twin, *', 'table cell')
        key('n')
        key('Return')
        until(lambda: not app.maybe('Bo Twin, *', 'table cell'), 'the duplicate to be settled')
        step('a possible duplicate is settled')

    def held(self):
        app = self.app
        self.review('Held records')
        app.click('Nobody Keyless, *', 'table cell')
        app.find('Why it is held')
        keyless = self.mautic.find('contacts', 'lastname', 'Keyless')
        self.mautic.edit('contacts', keyless, email='keyless@example.org')  # what the page says helps
        app.click('Try again with the next run')

    def delete(self):
        app = self.app
        self.review('Held deletes')
        app.click('Ada Gone, *', 'table cell')
        key('space')
        app.click('Let the chosen deletes go on')
        self.sync()
        if self.suite.find('Contacts', 'email1', 'gone@example.org'):
            raise Missing('the record to be deleted in SuiteCRM')
        step('a released delete is carried out')
        if not self.suite.find('Contacts', 'email1', 'keyless@example.org'):
            raise Missing('the held record in SuiteCRM, now that it has a key')
        step('a held record goes on with a key')
        settled = self.suite.find('Contacts', 'email1', 'way@example.org')
        if settled['title'] != 'Chief':
            raise Missing(f'the decided job title in SuiteCRM; it is {settled["title"]}')
        step('the decided value arrives')

    def undo(self):
        app = self.app
        person = self.mautic.find('contacts', 'email', 'way@example.org')
        self.mautic.edit('contacts', person, position='Boss')
        self.sync()
        if self.suite.find('Contacts', 'email1', 'way@example.org')['title'] != 'Boss':
            raise Missing('the new job title in SuiteCRM')
        app.click('Undo this run…')
        app.click('Take back *', 'push button')
        until(lambda: self.suite.find('Contacts', 'email1', 'way@example.org')['title'] == 'Chief',
              'the old job title in SuiteCRM', 180)
        app.find('Nothing runs', patience=120)
        step('a run is undone')

    def question(self):
        app = self.app
        app.click('Records')
        key('ctrl+f')
        typed('Way')
        app.click('Way, Ada, *', 'table cell')
        key('Return')
        app.find('Values', 'table')
        app.click('Job title', 'table cell')
        app.find('Why is “Job title” like this?')
        step('a record is found and asked why')

    def settings(self):
        app = self.app
        app.click('Settings')
        app.find('Appearance', 'label')
        key('alt+Left')
        app.find('Values', 'table')
        step('the way back')


def walk(app, sandbox):
    way = Way(app, sandbox)
    for part in (way.first_start, way.integrations, way.refused_integration, way.further_integration, way.mapping,
                 way.preview, way.cancelled_run, way.decisions, way.undo, way.question, way.settings):
        part()
        names = app.nameless()
        if names:
            raise Missing(f'a name for {names}')
    step('every control has a name')
    app.close()
    step('it ends well')


def main():
    os.environ.setdefault('SYNCLINE_DEMO_RECORDS', '40')
    sandbox = subprocess.Popen([os.environ['SYNCLINE_SANDBOX'], '--provider', 'mautic', '--records', '0'],
                               stdout=subprocess.PIPE, text=True)
    app = App()
    try:
        walk(app, sandbox.stdout.readline().split()[1])
    except Missing as missing:
        print(f'FAILED after {passed} steps: missing {missing}', flush=True)
        dump(app)
        app.screenshot(os.environ.get('SYNCLINE_FAILURE_PICTURE', '/dev/null'))
        return 1
    finally:
        sandbox.terminate()
        app.process.kill()
    print(f'{passed} steps passed')
    return 0


if __name__ == '__main__':
    sys.exit(main())
