"""The programs' side of every route, as an OpenAPI document: `python -m functions.openapi`."""

import json
import re
import sys
from collections.abc import Iterable
from types import UnionType
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from functions.complaints.app import handler as complaints
from functions.register.app import handler as register
from functions.verify.app import handler as verify
from functions.web.answer import Done, Going, Problem, View
from functions.web.body import Command
from functions.web.refusals import TITLES
from functions.web.room import Screen

REFUSALS = (403, 404, 409, 410, 429, 503)
BODY_REFUSALS = (400, 413, 415)
SCHEMAS = "#/components/schemas/{model}"
Schema = dict[str, Any]
Model = type[BaseModel]


def document() -> Schema:
    rooms = (register, verify, complaints)
    screens = sorted((s for room in rooms for s in room.screens), key=lambda screen: screen.path)
    refs, definitions = _schemas(screens)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Loket",
            "version": "1",
            "description": "Send `Accept: application/json`. Links in mails are addresses here.",
        },
        "paths": {_path(s): _operations(s, refs) for s in screens},
        "components": {"schemas": definitions},
    }


def _schemas(screens: Iterable[Screen]) -> tuple[dict[Any, Schema], Schema]:
    """The reference to each model's schema, and the schemas themselves by name."""
    shown: set[Model] = {
        Problem,
        Done,
        *(view for s in screens for view in (*_shown(s), *_returned(s.act))),
    }
    models: list[tuple[Model, JsonSchemaMode]] = [
        *((screen.command, "validation") for screen in screens if screen.command),
        *((view, "serialization") for view in shown),
    ]
    models.sort(key=lambda model: f"{model[0].__name__} {model[0].__module__}")
    refs, whole = models_json_schema(models, ref_template=SCHEMAS)
    for schema in whole["$defs"].values():
        schema.get("properties", {}).pop("given", None)  # for the page alone: see Reply.show
    return {model: ref for (model, _), ref in refs.items()}, whole["$defs"]


def _operations(screen: Screen, refs: dict[Any, Schema]) -> Schema:
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"<(\w+)>", screen.path)
    ]
    shown = [refs[view] for view in _shown(screen)] or [refs[Done]]
    found: Schema = {"parameters": parameters, "get": _get(screen, shown, refs)}
    if screen.command:
        found["post"] = _post(screen, screen.command, shown, refs)
    return found


def _get(screen: Screen, shown: list[Schema], refs: dict[Any, Schema]) -> Schema:
    return {
        "summary": _summary(screen.show),
        "responses": {
            "200": _answer("What there is to see", shown),
            **_refused(_refusals(screen), refs),
        },
    }


def _post(
    screen: Screen, command: type[Command], shown: list[Schema], refs: dict[Any, Schema]
) -> Schema:
    body = {"schema": refs[command]}
    kinds = ("application/json", "application/x-www-form-urlencoded")
    return {
        "summary": _summary(screen.act),
        "requestBody": {"required": True, "content": {kind: body for kind in kinds}},
        "responses": {
            **_done(screen.act, refs),
            "422": _answer("What has to be mended, by field", [*shown, refs[Problem]]),
            **_refused((*BODY_REFUSALS, *_refusals(screen)), refs),
        },
    }


def _done(act: Any, refs: dict[Any, Schema]) -> Schema:
    """What a program is told after an act, by status."""
    made = [refs[view] for view in _returned(act) if view.status == 201]
    return {"201": _answer("Made", made)} if made else {"200": _answer("Done", _told(act, refs))}


def _refusals(screen: Screen) -> tuple[int, ...]:
    """Officers, and whoever follows a complaint, may have to come in first."""
    return REFUSALS if screen in register.screens else (401, *REFUSALS)


def _answer(what: str, schemas: list[Schema]) -> Schema:
    schema = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return {"description": what, "content": {"application/json": {"schema": schema}}}


def _refused(statuses: Iterable[int], refs: dict[Any, Schema]) -> Schema:
    return {str(s): _answer(TITLES.get(s, "Refused"), [refs[Problem]]) for s in statuses}


def _shown(screen: Screen) -> list[type[View]]:
    return _returned(screen.show)


def _told(act: Any, refs: dict[Any, Schema]) -> list[Schema]:
    """What a program is told after an act: a view, or where to go on, or either."""
    goes = {str, Going} & {*_kinds(act)}
    return [*(refs[view] for view in _returned(act)), *([refs[Done]] if goes else [])]


def _returned(handler: Any) -> list[type[View]]:
    """The views among what a handler says it returns."""
    return [kind for kind in _kinds(handler) if issubclass(kind, View) and kind is not View]


def _kinds(handler: Any) -> tuple[type, ...]:
    hint = get_type_hints(handler)["return"]
    return get_args(hint) if isinstance(hint, UnionType) else (hint,)


def _summary(handler: Any) -> str:
    words: str = handler.__doc__ or handler.__name__.replace("_", " ")
    return words.strip().split("\n")[0]


def _path(screen: Screen) -> str:
    return re.sub(r"<(\w+)>", r"{\1}", screen.path)


if __name__ == "__main__":
    json.dump(document(), sys.stdout, indent=1, ensure_ascii=False, sort_keys=True)
    sys.stdout.write("\n")
