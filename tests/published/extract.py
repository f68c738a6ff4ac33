#!/usr/bin/env python3
"""Takes out of a CRM's published OpenAPI descriptions what the tests hold requests and answers against.

    extract.py FOLDER >hubspot.json

FOLDER holds HubSpot's descriptions (HubSpot/HubSpot-public-api-spec-collection, dated version 2026-03) under the names
that `operations` gives. Only shapes are kept: no texts, no examples.
"""
import json
import pathlib
import sys

OBJECTS = ["GET /crm/objects/2026-03/{0}", "GET /crm/objects/2026-03/{0}/{{{1}}}",
           "POST /crm/objects/2026-03/{0}/search", "POST /crm/objects/2026-03/{0}/batch/read",
           "POST /crm/objects/2026-03/{0}/batch/create", "POST /crm/objects/2026-03/{0}/batch/update",
           "POST /crm/objects/2026-03/{0}/batch/archive"]
OPERATIONS = {
    "contacts-2026-03.json": [path.format("contacts", "contactId") for path in OBJECTS],
    "companies-2026-03.json": [path.format("companies", "companyId") for path in OBJECTS],
    "deals-2026-03.json": [path.format("0-3", "dealId") for path in OBJECTS],
    "tasks-2026-03.json": [path.format("tasks", "taskId") for path in OBJECTS],
    "notes-2026-03.json": [path.format("notes", "noteId") for path in OBJECTS],
    "associations-2026-03.json": ["POST /crm/associations/2026-03/{fromObjectType}/{toObjectType}/batch/" + each
                                  for each in ("read", "associate/default", "archive")],
    "owners-2026-03.json": ["GET /crm/owners/2026-03"],
    "pipelines-2026-03.json": ["GET /crm/pipelines/2026-03/{objectType}"],
    "properties-2026-03.json": ["GET /crm/properties/2026-03/{objectType}", "POST /crm/properties/2026-03/{objectType}"],
    "account-info-v3.json": ["GET /account-info/v3/details"],
    "lists-v3.json": ["POST /crm/v3/lists/search", "POST /crm/v3/lists/records/memberships/batch/read",
                      "PUT /crm/v3/lists/{listId}/memberships/add-and-remove"],
}
KEPT = ["type", "format", "required", "properties", "additionalProperties", "items", "enum", "nullable", "$ref", "oneOf",
        "allOf", "anyOf"]


def shape(schema):
    """A schema without its texts. Members of "properties" are names, not keywords."""
    if isinstance(schema, bool):
        return schema
    kept = {}
    for key in KEPT:
        if key not in schema:
            continue
        value = schema[key]
        if key == "properties":
            value = {name: shape(part) for name, part in value.items()}
        elif key in ("items", "additionalProperties"):
            value = shape(value)
        elif key in ("oneOf", "allOf", "anyOf"):
            value = [shape(part) for part in value]
        elif key == "$ref":
            value = value.rsplit("/", 1)[-1]
        kept[key] = value
    return kept


def names_in(schema):
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                yield value
            else:
                yield from names_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from names_in(value)


def body_of(part):
    content = (part or {}).get("content") or {}
    for media in content.values():
        if "schema" in media:
            return shape(media["schema"])
    return None


def operation(description, method, path):
    described = description["paths"][path][method.lower()]
    return {
        "method": method,
        "path": path,
        "query": sorted(p["name"] for p in described.get("parameters", []) if p["in"] == "query"),
        "body": body_of(described.get("requestBody")),
        "answers": {status: body_of(answer) for status, answer in described["responses"].items()},
    }


def extract(folder):
    operations, schemas = [], {}
    for file, wanted in OPERATIONS.items():
        description = json.loads((folder / file).read_text())
        known = {name: shape(schema) for name, schema in description["components"]["schemas"].items()}
        mine = [operation(description, *each.split(" ", 1)) for each in wanted]
        operations += mine
        open_names = set(names_in(mine))
        while open_names:
            name = open_names.pop()
            if schemas.get(name, known[name]) != known[name]:
                raise SystemExit(f"{name} of {file} is not that of another description")
            if name not in schemas:
                schemas[name] = known[name]
                open_names |= set(names_in(known[name]))
    return {"operations": operations, "schemas": dict(sorted(schemas.items()))}


if __name__ == "__main__":
    json.dump(extract(pathlib.Path(sys.argv[1])), sys.stdout, indent=1, sort_keys=True)
    print()
