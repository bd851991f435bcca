"""Templates of an SOP file: `{name}` becomes a value of the case, and nothing else happens."""

import re
from collections.abc import Collection, Mapping

OWN = {"nomor", "tanggal", "pemegang"}
_NAME = re.compile(r"\{([a-z0-9-]+)\}")


def unknown_names(text: str, fields: Collection[str]) -> list[str]:
    return sorted(set(_NAME.findall(text)) - OWN - set(fields))


def acting_for(title: str, name: str, style: str) -> tuple[str, str]:
    """Capacity and name as a paper has them; `style`: "Plh." or "Plt." in another's stead."""
    return (f"a.n. {title}", f"{style} {name}") if style else (title, name)


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with each name's value; what has none stays a dotted line to be filled in."""
    return _NAME.sub(lambda found: values.get(found[1]) or "……………", text)
