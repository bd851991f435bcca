"""Every command by which officers hear complaints."""

from collections.abc import Callable, Mapping

from tests.desk.hearing import ANSWER, RULING, STORY, Heard, HeardAbove, Listener
from tests.desk.office import SITI
from tests.desk.people import WULAN
from tests.desk.post import Path, Post, says, several
from tests.desk.walk import Walk
from tests.desk.walks import Batang

Finder = Callable[[Heard], Listener]


def _task(of: Finder, page: str) -> Path:
    def path(walk: Walk) -> str:
        assert isinstance(walk, Heard)
        return of(walk).task + page

    return path


def _entry(walk: Walk) -> str:
    return Listener(walk.desk, SITI.email).entry


def _attached(walk: Walk) -> str:
    return f"{_entry(walk)}/{walk.desk.case().id}/dokumen/lampiran/hapus"


def _yuni(walk: Heard) -> Listener:
    return walk.yuni


def _chief(walk: Heard) -> Listener:
    return walk.chief


TOLD = {"channel": "surat", "date": "2026-03-06", "time": "10:00", **STORY,
        "nama-terlapor": "Bapak Anonim", "surel": WULAN}  # fmt: skip
HEARING: Mapping[str, Post] = {
    "enter a complaint": Post(Batang, "registered", _entry, says(**TOLD),
                              {"perihal": 200, "uraian": 5000, "nama-terlapor": 200, "nama": 200,
                               "kuasa": 200}, several("uraian")),
    "take an attachment back": Post(Heard, "attached", _attached, says(), {}),
    "handle a complaint": Post(Heard, "weighing", _task(_yuni, "/telaah"),
                               says(outcome="ditangani", grade="berat", **{"tentang.siti": "ya"}),
                               {}),
    "pass a complaint up": Post(Heard, "weighing", _task(_yuni, "/telaah"),
                                says(outcome="diteruskan", message="Menyangkut saya.",
                                     **{"tentang.yuni": "ya"}),
                                {"message": 500}, several("message")),
    "lead a complaint elsewhere": Post(Heard, "weighing", _task(_yuni, "/telaah"),
                                       says(outcome="dialihkan", card="sanggah", confirmed="ya",
                                            message="Paket ini milik dinas lain."),
                                       {"message": 1000}, several("message")),
    "preview a card": Post(Heard, "weighing", _task(_yuni, "/telaah"),
                           says(outcome="dialihkan", card="sanggah"), {}, looks=True),
    "reject a complaint": Post(HeardAbove, "weighing above", _task(_chief, "/telaah"),
                               says(outcome="ditolak", message="Sudah dijawab.", confirmed="ya"),
                               {"message": 1000}, several("message")),
    "answer a complaint": Post(Heard, "answering", _task(_yuni, "/jawaban"),
                               says(outcome="dijawab", text=ANSWER, confirmed="ya"),
                               {"text": 5000}, several("text")),
    "preview an answer": Post(Heard, "answering", _task(_yuni, "/jawaban"),
                              says(outcome="dijawab", text=ANSWER), {}, looks=True),
    "write to a complainant": Post(Heard, "answering", _task(_yuni, "/pesan"),
                                   says(text="Hari apa itu terjadi?"), {"text": 2000},
                                   several("text")),
    "rule on an objection": Post(Heard, "ruling", _task(_chief, "/jawaban"),
                                 says(outcome="diputus", text=RULING, confirmed="ya"),
                                 {"text": 5000}, several("text")),
}  # fmt: skip
