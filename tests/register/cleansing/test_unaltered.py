"""A signed letter is kept to the byte, and refused if anything in it could act."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from functions.register.cleansing import Unclean, cleansed
from functions.register.cleansing.unaltered import ACTING, unaltered
from infra.demo.papers import PDF
from tests.register.cleansing.evil import Change, attached, coded, noted, pdf, script
from tests.register.cleansing.pictures import png


def root(**keys: Any) -> Change:
    def change(made: Any) -> None:
        for key, value in keys.items():
            made.Root[f"/{key}"] = value(made) if callable(value) else value

    return change


def _files(made: Any) -> Dictionary:
    spec = Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=attached(made)))
    return Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), spec])))


def _launch(_: Any) -> Dictionary:
    return Dictionary(S=Name.Launch, F=String("calc.exe"))


SIGNATURE = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String("30820"))
STILL = {
    "plain": pdf(),
    "of our own press": PDF,
    "signed": pdf(noted("/Widget", FT=Name.Sig, V=SIGNATURE, T=String("BSrE"))),
    "with a link": pdf(noted("/Link", A=Dictionary(S=Name.URI, URI=String("https://bsre.test")))),
    "opening at a page": pdf(root(OpenAction=lambda made: Array([made.pages[0].obj, Name.Fit]))),
    "with words behind its end": pdf() + b"% signed by hand\n",
}
ACTS = {
    "script at opening": pdf(root(OpenAction=script)),
    "script by name": pdf(root(Names=lambda made: Dictionary(JavaScript=script(made)))),
    "attachment": pdf(root(Names=_files)),
    "program": pdf(noted("/Link", A=_launch(None))),
    "script of a field": pdf(noted("/Widget", AA=Dictionary(K=script(None)))),
    "fax like a program": pdf(root(Berbisa=lambda made: coded(made, b"x", "JBIG2Decode"))),
    "sending a form": pdf(noted("/Widget", A=Dictionary(S=Name.SubmitForm, F=String("https://x")))),
}


@pytest.mark.parametrize("content", STILL.values(), ids=STILL)
def test_what_cannot_act_is_kept_to_the_byte(content: bytes) -> None:
    """G13: a certified signature holds for exactly these."""
    kept = unaltered(content)
    assert (kept.type, kept.content) == ("application/pdf", content)
    assert kept.pages == 1


@pytest.mark.parametrize("content", ACTS.values(), ids=ACTS)
def test_what_could_act_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Unclean) as refused:
        unaltered(content)
    assert refused.value.problem == ACTING


@pytest.mark.parametrize("content", [b"", b"MZ", b"%PDF-1.7", b"\xff\xd8\xff"])
def test_what_would_not_be_made_anew_is_not_kept_either(content: bytes) -> None:
    with pytest.raises(Unclean):
        unaltered(content)


def test_a_picture_can_hold_no_signature_and_is_made_anew() -> None:
    assert unaltered(png()) == cleansed(png())
