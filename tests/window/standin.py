"""What people do in the CRMs themselves, by the stand-ins' control interface."""
import json
import urllib.request


class StandIn:
    def __init__(self, address):
        self.address = address

    def ask(self, path, command=None):
        request = urllib.request.Request(
            f'{self.address}/_sandbox/{path}',
            data=None if command is None else json.dumps(command).encode(),
            headers={'Authorization': 'Bearer demo', 'Content-Type': 'application/json'})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or 'null')

    def records(self, entity):
        return self.ask(f'records/{entity}')

    def find(self, entity, field, value):
        """The first record whose field has this value."""
        return next((record for record in self.records(entity) if record.get(field) == value), None)

    def create(self, entity, **fields):
        return self.ask('edit', {'action': 'create', 'entity': entity, 'fields': fields})

    def edit(self, entity, record, **fields):
        return self.ask('edit', {'action': 'update', 'entity': entity, 'id': str(record['id']), 'fields': fields})

    def remove(self, entity, record):
        return self.ask('edit', {'action': 'delete', 'entity': entity, 'id': str(record['id'])})

    def configure(self, **switches):
        return self.ask('configure', switches)
