"""Random snapshots with the plan that the specification makes of each, one JSON document a line.

    python3 -m model.cases COUNT SEED         {"case": ..., "plan": ...}
    python3 -m model.cases COUNT SEED undo    {"case": ..., "rows": what a run did, "plan": its inverse, "outcomes": row by row}

Small alphabets, so that keys collide, bases agree by chance and sides contradict each other.
"""
import json
import random
import sys

from . import core, oracle

KINDS = {"email": "email", "name": "text", "phone": "text", "tags": "set", "consent": "consent"}
EMAILS = ["a@x.test", "b@x.test", "c@x.test", "A@X.test", " a@x.test", "", None]
TEXTS = ["t1", "t2", "t3", "\u00c4", "A\u0308", "", None]
TAGS = ["k1", "k2", "k3"]
CONSENTS = ["granted", "denied", None, ""]
POLICIES = ["manual", "last_write_wins", "field_merge", "primary_wins", "secondary_wins"]


def value(r, f):
    if f == "email":
        return r.choice(EMAILS)
    if f == "tags":
        return frozenset(t for t in TAGS if r.random() < 0.5)
    return r.choice(CONSENTS if f == "consent" else TEXTS)


def remote_value(r, f):
    x = r.random()
    return core.ABSENT if x < 0.05 else core.FORBIDDEN if x < 0.1 else value(r, f)


def maybe_time(r):
    return None if r.random() < 0.2 else r.randrange(9990, 10000)


def hub_field(r, f, names):
    trail = tuple((r.choice(names), core.canon(KINDS[f], value(r, f)), r.choice([100, 9000, 9500])) for _ in range(r.randrange(4)))
    return core.HubField(value(r, f), r.choice(list(names) + ["person", ""]), maybe_time(r), maybe_time(r), trail)


def link(r, snap, h, n, remote):
    l = core.Link(h, n, remote, r.choice(["live"] * 8 + ["gone", "excluded", "merged", "deleted"]))
    rec = snap.hub[h]
    for fm in snap.systems[n].fields:
        f = fm.hub
        hub_value = core.rec_value(rec, f)
        l.shadow[f] = remote_value(r, f) if r.random() < 0.6 else hub_value
        x = r.random()
        if x < 0.75:
            hub_half = hub_value if r.random() < 0.6 else r.choice([value(r, f), core.NEVER])
            remote_half = l.shadow[f] if r.random() < 0.6 and not isinstance(l.shadow[f], core.Mark) else r.choice([value(r, f), core.NEVER])
            l.base[f] = core.Base(hub_half, remote_half, fm.id if r.random() < 0.95 else "other")
        if r.random() < 0.1:
            l.wrote[f] = value(r, f)
        if r.random() < 0.1:
            l.refused[f] = (core.canon(KINDS[f], hub_value), core.canon(KINDS[f], l.shadow[f]) if not isinstance(l.shadow[f], core.Mark) else None)
        if r.random() < 0.3:
            l.times[f] = r.randrange(9990, 10000)
    l.mtime = maybe_time(r)
    if r.random() < 0.2:
        l.evidence = core.Evidence(r.random() < 0.7, r.random() < 0.5, r.randrange(3))
    return l


def snapshot(r):
    names = ["A", "B", "C"][:r.choice([2, 2, 3])]
    policies = core.Policies(dict(KINDS), conflict=r.choice(POLICIES), primary=r.choice([None, "A", "B"]), order=tuple(names),
                             release_rule=r.random() < 0.3, guard_floor=r.choice([1, 10]))
    snap = core.Snapshot({}, policies, now=10000)
    for n in names:
        fields = [core.FieldMap(f, f, r.choice(["both"] * 6 + ["push", "pull"]) if f != "email" else "both",
                                r.choice([None] * 5 + POLICIES), r.random() < 0.1) for f in KINDS if f == "email" or r.random() < 0.8]
        snap.systems[n] = core.System(n, fields, r.choice(["ignore", "unlink", "archive", "propagate"]), r.random() < 0.9, r.random() < 0.9,
                                      r.choice([1, 60]))
    for i in range(r.randrange(4)):
        h = f"h{i}"
        rec = core.HubRecord(h, {f: hub_field(r, f, names) for f in KINDS if r.random() < 0.8}, r.choice(["live"] * 8 + ["archived", "deleted"]))
        snap.hub[h] = rec
    serial = 0
    for h in list(snap.hub):
        for n in names:
            if r.random() < 0.7:
                serial += 1
                snap.links.append(link(r, snap, h, n, str(serial)))
    for n in names:
        for _ in range(r.randrange(3)):
            serial += 1
            fields = {f.hub: remote_value(r, f.hub) for f in snap.systems[n].fields}
            snap.strangers.append(core.Stranger(n, str(serial), fields, maybe_time(r), {}, r.choice([None, 9990, 9999]), r.choice([None, None, True, False])))
            if r.random() < 0.1:
                snap.graves.add((n, str(serial)))
    for h in snap.hub:
        links = [l for l in snap.links if l.hub == h]
        if links and r.random() < 0.15:
            l = r.choice(links)
            kind = r.choice(["update", "delete"])
            snap.intents.append(core.Intent(len(snap.intents), kind, l.system, h, l.remote, {}, 9995))
        elif r.random() < 0.1:
            n = r.choice(names)
            if not any(l.system == n for l in links):
                snap.intents.append(core.Intent(len(snap.intents), "create", n, h, None, {"email": core.Sent("a@x.test", "a@x.test", None)}, 9995))
        sight = core.fingerprint(snap, snap.hub[h], links)
        if r.random() < 0.15:
            snap.released[h] = sight if r.random() < 0.7 else sight[:-1]
        if r.random() < 0.1:
            snap.hub[h].delete_asked = sight if r.random() < 0.7 else sight[:-1]
        if r.random() < 0.1:
            snap.barred[r.choice(names), h] = "a@x.test"
    return snap


def change(r, f, now):
    """Before and after of a write; mostly it still shows."""
    shown = now if r.random() < 0.85 and not isinstance(now, core.Mark) else value(r, f)
    return value(r, f), shown


def journal(r, snap):
    """What a run may have done that left this snapshot."""
    rows = []
    for h, rec in snap.hub.items():
        links = [l for l in snap.links if l.hub == h]
        made = r.random() < 0.3
        if made:
            rows.append(("hub", "create", h, None, {}))
            rows += [(l.system, "link", h, l.remote, {}) for l in links[:1]]
        fields = [f for f in KINDS if made or r.random() < 0.4]
        if fields:
            rows.append(("hub", "update", h, None, {f: change(r, f, core.rec_value(rec, f)) for f in fields}))
        for l in links:
            x, mapped = r.random(), [fm.hub for fm in snap.systems[l.system].fields]
            if x < 0.2:
                rows.append((l.system, "create", h, l.remote, {f: (None, change(r, f, l.shadow.get(f))[1]) for f in mapped}))
            elif x < 0.7:
                written = {f: change(r, f, l.shadow.get(f)) for f in mapped if r.random() < 0.4}
                if written:
                    rows.append((l.system, "update", h, l.remote, written))
            elif x < 0.75:
                rows.append((l.system, "delete", h, l.remote, {}))
        if r.random() < 0.05:
            rows.append(("hub", r.choice(["delete", "archive"]), h, None, {}))
    return rows


def joined(plan):
    """One operation a record and place, as in any other plan; the specification has one a field."""
    ops = {}
    for o in plan.ops:
        known = ops.setdefault((o.system, o.kind, o.hub, o.remote), o)
        known.fields = {**known.fields, **o.fields}
    plan.ops = list(ops.values())
    return plan


def undo_case(r, snap):
    rows = journal(r, snap)
    plan, outcomes = core.undo(rows, snap)
    encoded = [[system, kind, h, remote, {f: [oracle.enc(a), oracle.enc(b)] for f, (a, b) in fields.items()}]
               for system, kind, h, remote, fields in rows]
    return {"rows": encoded, "plan": oracle.encode_plan(joined(plan)),
            "outcomes": [outcomes[i].split(",")[0] for i in range(len(rows))]}


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    for i in range(count):
        r = random.Random(seed * 1_000_003 + i)
        snap = snapshot(r)
        case = oracle.encode_snapshot(snap)
        if sys.argv[3:] == ["undo"]:
            print(json.dumps({"case": case, **undo_case(r, snap)}, sort_keys=True))
            continue
        plan = oracle.encode_plan(core.plan(oracle.decode_snapshot(json.loads(json.dumps(case)))))
        print(json.dumps({"case": case, "plan": plan}, sort_keys=True))


if __name__ == "__main__":
    main()
