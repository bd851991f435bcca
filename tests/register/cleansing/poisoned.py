"""Every place in a PDF where something may act, hide or tell."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.register.cleansing.evil import (
    POISON,
    Change,
    attached,
    form,
    noted,
    picture,
    script,
    showing,
)
from tests.register.cleansing.pictures import photo


def root(**keys: Any) -> Change:
    def change(made: Any) -> None:
        for key, value in keys.items():
            made.Root[f"/{key}"] = value(made) if callable(value) else value

    return change


def page(**keys: Any) -> Change:
    def change(made: Any) -> None:
        for key, value in keys.items():
            made.pages[0].obj[f"/{key}"] = value(made) if callable(value) else value

    return change


def embedded(made: Pdf) -> Dictionary:
    spec = Dictionary(Type=Name.Filespec, F=String(f"{POISON}.exe"),
                      EF=Dictionary(F=attached(made)))  # fmt: skip
    files = Dictionary(Names=Array([String(POISON), spec]))
    scripts = Dictionary(Names=Array([String(POISON), script(made)]))
    return Dictionary(EmbeddedFiles=files, JavaScript=scripts)


def outside(made: Pdf) -> Stream:
    """An image whose bytes are in another file."""
    return picture(made, F=String(f"file:///{POISON}"), FFilter=Name.FlateDecode)


def launching(_: Pdf) -> Dictionary:
    return Dictionary(S=Name.Launch, F=String(f"{POISON}.exe"))


def linking(_: Pdf) -> Dictionary:
    return Dictionary(S=Name.URI, URI=String(f"https://{POISON}.test"))


def info(made: Any) -> None:
    made.docinfo[Name.Author] = POISON
    made.trailer.Berbisa = String(POISON)


def hiding(_: Pdf) -> Dictionary:
    return Dictionary(OCGs=Array([Dictionary(Type=Name.OCG, Name=String(POISON))]))


def said(_: Pdf) -> Dictionary:
    return Dictionary(Title=String(POISON), K=Array([String(POISON)]))


def ordered(made: Any) -> Dictionary:
    found = made.pages[0].Resources
    found.Properties = Dictionary(P=hiding(made))
    return found


POISONED: dict[str, Change] = {
    "script at opening": root(OpenAction=script),
    "script at closing": root(AA=lambda m: Dictionary(WC=script(m))),
    "names": root(Names=embedded),
    "a page's action": page(AA=lambda m: Dictionary(O=script(m))),
    "launch": noted("/Link", A=launching),
    "address": noted("/Link", A=linking),
    "field's script": noted("/Widget", AA=lambda m: Dictionary(K=script(m)), T=String(POISON)),
    "attachment": noted("/FileAttachment", FS=lambda m: Dictionary(EF=Dictionary(F=attached(m)))),
    "rich media": noted("/RichMedia", RichMediaContent=said),
    "hidden note": noted("/FreeText", F=2, Contents=String(POISON),
                         AP=lambda m: Dictionary(N=form(m, POISON.encode()))),
    "form in XML": root(AcroForm=lambda m: Dictionary(XFA=attached(m), Fields=Array([said(m)]))),
    "metadata": root(Metadata=attached, Lang=String(POISON)),
    "a page's metadata": page(Metadata=attached, PieceInfo=said),
    "an image's metadata": showing(lambda m: picture(m, Metadata=attached(m), OC=hiding(m))),
    "an image elsewhere": showing(outside),
    "another image": showing(lambda m: picture(m, Alternates=Array([attached(m)]))),
    "another file's page": showing(lambda m: form(m, Ref=said(m))),
    "postscript": showing(lambda m: m.make_stream(
        POISON.encode(), Type=Name.XObject, Subtype=Name.PS)),
    "layers": root(OCProperties=hiding),
    "thumbnail": page(Thumb=attached, B=lambda _: Array([String(POISON)])),
    "outlines": root(Outlines=said, URI=linking),
    "tags": root(StructTreeRoot=said),
    "properties": page(Resources=ordered),
    "information": info,
    "a photograph's place": showing(lambda m: picture_of(m, photo())),
}  # fmt: skip


def picture_of(made: Pdf, content: bytes) -> Stream:
    found = picture(made)
    found.write(content, filter=Name.DCTDecode)
    found.Width, found.Height = 400, 300
    return found
