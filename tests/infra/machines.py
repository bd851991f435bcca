"""SOPs that no office wrote: any sound one, and what becomes of it by one careless change."""

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from functions.core.grievance import FIELDS
from functions.core.kinds import ENDS, KINDS, RETURNED, SENT
from functions.core.sop import HEAD

Data = dict[str, Any]
Table = dict[str, Any]
ROLES = {"warga": "Warga", "petugas": "Petugas", "kepala": "Kepala"}
OFFICERS = ("petugas", "kepala")
FORMS = ("open", "apply")
MIDDLES = sorted(set(KINDS) - set(FORMS))
TIMES = ("", "30 menit", "2 jam", "1 hari")
RETENTION = {end: {"keep": "90 hari", "basis": "ketetapan"} for end in ENDS}
LETTERS = {"statement": "statement", "letter": "draft"}


@st.composite
def sound(draw: st.DrawFn) -> Data:
    """A path from an application to an end, with side ways to anywhere."""
    kinds = [*FORMS, *draw(st.lists(st.sampled_from(MIDDLES), max_size=6)), "account"]
    ways = draw(st.sampled_from(([], ["antar", "kirim"])))
    ids = [f"langkah-{n}" for n in range(len(kinds))]
    steps = [draw(_step(kind, ids, n, ways)) for n, kind in enumerate(kinds)]
    for no, row in enumerate((row for step in steps for row in step["rows"]), start=1):
        row["no"] = no
    for step in steps:
        step["next"] |= draw(_recall(step, steps))
    letters = {what: {"title": "Surat", "text": "{nomor}"}
               for what, kind in LETTERS.items() if kind in kinds}  # fmt: skip
    within = draw(st.sampled_from(({}, {"within": "1 hari kerja"})))
    above = draw(st.sampled_from(({}, {"petugas": "kepala"})))
    options = [{"id": way, "label": way} for way in ways]
    asked = [{"id": f, "label": f, "type": "text"} for f in FIELDS]
    hears = any(KINDS[kind].hears for kind in kinds)
    sections = [{"id": "laporan", "title": "Laporan", "fields": asked}] if hears else []
    return {
        "id": "apa-saja", "revision": "1", "title": "Apa saja", "service": "Apa saja",
        "office": "batang", "product": "Akun", "fee": "-", "start": ids[0], "applicant": "warga",
        "credential": "notice", "roles": ROLES, "above": above, "ways": options,
        "way_question": "Bagaimana?", "sections": sections, "steps": steps, "retention": RETENTION,
        **letters, **within,
    }  # fmt: skip


@st.composite
def _recall(draw: st.DrawFn, step: Table, steps: list[Table]) -> Table:
    """Perhaps taken back by a check that returns to this step."""
    recall = KINDS[step["kind"]].recall
    back = [s["id"] for s in steps if recall and s["next"].get(RETURNED) == step["id"]]
    return {recall: draw(st.sampled_from(back))} if back and draw(st.booleans()) else {}


@st.composite
def changed(draw: st.DrawFn) -> Data:
    """A sound one, with one thing put otherwise, such as somebody might by mistake."""
    data = deepcopy(draw(sound()))
    step: Table = draw(st.sampled_from(data["steps"]))
    places = [*(s["id"] for s in data["steps"]), *ENDS, "entah"]
    outcome = draw(st.sampled_from(sorted(step["next"])))
    table, key, values = draw(
        st.sampled_from(
            [
                (step["next"], outcome, [*places, None]),
                (step, "kind", sorted(KINDS)),
                (step, "by", [*ROLES, HEAD, "siapa"]),
                (step, "helper", [*ROLES, None]),
                (step, "id", places),
                (data, "start", places),
                (data["above"], "petugas", [*ROLES, "siapa", None]),
            ]
        )
    )
    table[key] = draw(st.sampled_from(values))
    if table[key] is None:
        del table[key]
    return data


@st.composite
def _step(draw: st.DrawFn, kind: str, ids: list[str], place: int, ways: list[str]) -> Table:
    known = KINDS[kind]
    mine = bool(known.applicant) and not known.meets
    row = {"by": "warga" if mine else draw(st.sampled_from(OFFICERS)),
           "label": "Baris", "text": "Baris", "within": draw(st.sampled_from(TIMES))}  # fmt: skip
    step = {"id": ids[place], "kind": kind, "title": kind, "by": row["by"],
            "rows": draw(st.sampled_from(([], [{k: v for k, v in row.items() if v}]))),
            "next": draw(_next(kind, ids, place, ways))}  # fmt: skip
    return step | ({"helper": "petugas"} if known.shared else {})


@st.composite
def _next(draw: st.DrawFn, kind: str, ids: list[str], place: int, ways: list[str]) -> Table:
    """At least one of its outcomes leads on along the path."""
    on = ids[place + 1] if place + 1 < len(ids) else "selesai"
    if kind in FORMS:
        outcomes = {"open": ["terdaftar"], "apply": ways or [SENT]}[kind]
        return dict.fromkeys(outcomes, on)
    must = sorted(KINDS[kind].required)
    may = st.sets(st.sampled_from(sorted(KINDS[kind].outcomes - {KINDS[kind].recall})))
    ends = [] if kind == "dispose" else list(ENDS)
    anywhere = st.sampled_from([*ids[1:], *ends])
    return {o: draw(anywhere) for o in {*must, *draw(may)}} | {must[0]: on}
