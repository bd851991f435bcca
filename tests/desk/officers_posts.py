"""Every command of the officers' room."""

from collections.abc import Mapping

from tests.desk.mailman import tell
from tests.desk.office import SITI
from tests.desk.people import CALL, PASSWORD
from tests.desk.post import Fields, Good, Post, at, folder, judges, queued, says, several, task
from tests.desk.rights import TOLD, Correction, Erasure, InPerson, OwnData, TooEarly
from tests.desk.samples import GUEST
from tests.desk.walks import Babel, Batang, Kemenperin, Melawi, Unanswered, Walk

V, PDP = "verifikator", "pejabat-pdp"
TEAM, LPSE, UKPBJ = "tim-pengelola", "kepala-lpse", "kepala-ukpbj"
LINE = {"name": 200, "company": 200, "address": 500, "phone": 15, "email": 200, "purpose": 200}
WRONG = {"permintaan": "perbaikan", "uraian": "Keliru."}
GAP = {"outcome": "belum-lengkap", "message": "Mohon diganti.", "confirmed": "ya"}


def _elsewhere(walk: Walk) -> str:
    return f"{walk.officer(V).queue}/jeda"


def _searching(walk: Walk) -> str:
    return f"{walk.officer(V).queue}/cari"


def _recall(walk: Walk) -> str:
    case = walk.desk.case()
    return f"{walk.officer(V).seat}/tugas/{case.id}.{case.rounds}/tarik"


def _another(field: str = "number", **said: str) -> Good:
    return lambda walk: {field: walk.desk.case().id, **said}


def _asking(walk: Walk) -> str:
    return f"{walk.officer(V).seat}/loket/data-pribadi"


def _ticked(walk: Walk) -> Fields:
    assert isinstance(walk, InPerson)
    return {"outcome": "dipenuhi", **walk.tick("penanggung-jawab", "ktp-direksi")}


def _accounts(walk: Walk) -> Fields:
    assert isinstance(walk, Kemenperin)
    return walk.accounts


def _noting(walk: Walk) -> str:
    return f"{walk.officer(V).seat}/penyimpangan/catat/{walk.desk.case().id}"


def _unreached(walk: Walk) -> str:
    """The newest mail to the applicant came back."""
    tell(walk.desk, "bounced", walk.desk.mails(walk.applicant.address)[-1])
    return f"{walk.officer(V).file}/telepon"


def _owing(walk: Walk) -> str:
    """The deviation that was recorded last."""
    told = walk.desk.history("deviated")[-1]
    return f"{walk.officer(V).seat}/penyimpangan/jelaskan/{walk.desk.case().id}/{told.seq}"


def _letting_go(walk: Walk) -> str:
    """Of a case that somebody holds back."""
    officer = walk.officer(V)
    path = f"{officer.file}/penahanan"
    if not walk.desk.case().hold:
        officer.at(path, {"act": "tahan", "reason": "Gugatan di pengadilan."})
    return path


OFFICERS: Mapping[str, Post] = {
    "door": Post(Batang, "scheduling", at("/petugas"), says(email=SITI.email), {"email": 254}),
    "take": Post(Batang, "scheduling", task(V, "/pelaksana"), says(act="ambil"), {}),
    "hand over": Post(Batang, "scheduling", task(V, "/pelaksana"), says(act="serahkan", to="siti"),
                      {}),
    "look at a scan": Post(Batang, "checking", task(V, "/dokumen/ktp-direksi"), says(), {}),
    "visit": Post(Melawi, "visiting", queued("helpdesk", "/buku-tamu"), lambda _: GUEST, LINE,
                  several("address")),
    "schedule": Post(Batang, "scheduling", task(V, "/jadwal"),
                     says(date="2026-03-12", time="10:00", url=CALL), {"url": 500}),
    "complete": Post(Melawi, "receiving", task("helpdesk", "/periksa"),
                     judges("helpdesk", outcome="lengkap", originals="ya", copies="ya"), {}),
    "in order": Post(Melawi, "verifying", task(V, "/periksa"), judges(V, outcome="sesuai"), {}),
    "return": Post(Batang, "checking", task(V, "/periksa"),
                   judges(V, "tidak-jelas", **{"note.pajak": "Buram.", **GAP}),
                   {"note.pajak": 300, "message": 1000}, several("note.pajak", "message")),
    "return for several": Post(Kemenperin, "receiving", task(TEAM, "/periksa"),
                               judges(TEAM, "tidak-jelas", **{"note.sk-ppk.h1": "Buram.", **GAP}),
                               {"note.sk-ppk.h1": 300}, several("note.sk-ppk.h1")),
    "refuse": Post(Batang, "checking", task(V, "/periksa"),
                   judges(V, outcome="ditolak", message="Palsu.", confirmed="ya"),
                   {"message": 1000}, several("message")),
    "preview a return": Post(Batang, "checking", task(V, "/periksa"),
                             judges(V, "tidak-jelas", outcome="belum-lengkap"), {}, looks=True),
    "change a return": Post(Melawi, "receiving", task("helpdesk", "/periksa"),
                            judges("helpdesk", "tidak-jelas", outcome="belum-lengkap",
                                   confirmed="ubah"), {}, looks=True),
    "recall": Post(Batang, "mending", _recall, says(), {}),
    "dispose": Post(Babel, "at the bureau", task("kepala-biro", "/disposisi"),
                    says(instruction="Tindak lanjuti hari ini juga."), {}),
    "dispose in own words": Post(Babel, "at the bureau", task("kepala-biro", "/disposisi"),
                                 says(own="Segera buatkan."), {"own": 500}, several("own")),
    "pause": Post(Babel, "at the bureau", task("kepala-biro", "/jeda"),
                  says(act="jeda", cause="listrik", reason="Padam sejak pagi."), {"reason": 300},
                  several("reason")),
    "resume": Post(Babel, "paused", task("kepala-biro", "/jeda"), says(act="lanjut"), {}),
    "pause at another's desk": Post(Babel, "at the bureau", _elsewhere,
                                    _another(act="jeda", cause="listrik", reason="Padam."),
                                    {"reason": 300}, several("reason")),
    "resume at another's desk": Post(Babel, "paused", _elsewhere, _another(act="lanjut"), {}),
    "approve": Post(Batang, "approving", task(V, "/akun"),
                    says(outcome="disetujui", user_id="maju", password=PASSWORD),
                    {"user_id": 60, "password": 100}),
    "activate": Post(Melawi, "approving", task(V, "/akun"),
                     says(outcome="disetujui", user_id="Maju.Jaya"), {"user_id": 60}),
    "approve as": Post(Babel, "approving", task("admin-lpse", "/akun"),
                       says(outcome="disetujui", user_id="rahma", capacity="System",
                            outside="Diserahkan di loket, tanda terima 7."),
                       {"user_id": 60, "outside": 200}),
    "approve several": Post(Kemenperin, "approving", task(TEAM, "/akun"), _accounts,
                            {"user_id.h1": 60, "password.h1": 100, "outside.h3": 200}),
    "disapprove": Post(Batang, "approving", task(V, "/akun"),
                       says(outcome="ditolak", message="Palsu.", confirmed="ya"),
                       {"message": 1000}, several("message")),
    "preview a rejection": Post(Batang, "approving", task(V, "/akun"),
                                says(outcome="ditolak", message="Palsu."), {}, looks=True),
    "draft": Post(Kemenperin, "drafting", task(TEAM, "/konsep"),
                  says(outcome="dikonsep", text="Surat pemberitahuan."), {"text": 8000},
                  several("text")),
    "correct": Post(Kemenperin, "correcting", task(LPSE, "/konsep"),
                    says(outcome="dikoreksi", text="Surat yang dikoreksi."), {"text": 8000},
                    several("text")),
    "give back a draft": Post(Kemenperin, "correcting", task(LPSE, "/konsep"),
                              says(outcome="dikembalikan", message="Sebutkan nomornya."),
                              {"message": 1000}, several("message")),
    "sign": Post(Kemenperin, "uploaded", task(UKPBJ, "/tanda-tangan"),
                 lambda walk: {"outcome": "ditandatangani", "sha256": walk.officer(UKPBJ).seen},
                 {}),
    "give back unsigned": Post(Kemenperin, "signing", task(UKPBJ, "/tanda-tangan"),
                               says(outcome="dikembalikan", message="Tanggalnya keliru."),
                               {"message": 1000}, several("message")),
    "archive": Post(Kemenperin, "archiving", task(TEAM, "/arsip"), says(number="B/12/2026"),
                    {"number": 100}),
    "send": Post(Kemenperin, "sending", task(TEAM, "/kirim"), says(), {}),
    "close": Post(Batang, "following", queued(V, "/tindak-lanjut"),
                  says(reason="Tidak menjawab."), {"reason": 1000}, several("reason")),
    "close a statement": Post(Melawi, "signing", queued(V, "/tindak-lanjut"),
                              says(reason="Tidak menjawab."), {"reason": 1000},
                              several("reason")),
    "search": Post(Batang, "closed", _searching, says(what="contoh sejahtera"), {"what": 100},
                   looks=True),
    "look for a reason": Post(Melawi, "closed", folder(V, "/dokumen/pernyataan"), says(why="audit"),
                              {}),
    "note a deviation": Post(Batang, "checking", _noting,
                             says(what="outside", **{"row.4": "ya"}, date="2026-03-09",
                                  time="08:30", text="Jaringan kantor mati."), {"text": 1000},
                             several("text")),
    "explain": Post(Unanswered, "given up", _owing, says(text="Sudah diingatkan empat kali."),
                    {"text": 1000}, several("text")),
    "send a copy": Post(OwnData, "asked", task(PDP, "/data-pribadi"), says(outcome="dipenuhi"), {}),
    "ask in person": Post(Batang, "closed", _asking,
                          _another(field="nomor", **{**TOLD, **WRONG}),
                          {"nama": 200, "uraian": 5000}, several("uraian")),
    "send a copy of some parts": Post(InPerson, "asked", task(PDP, "/data-pribadi"), _ticked, {}),
    "correct data": Post(Correction, "asked", task(PDP, "/data-pribadi"),
                         says(outcome="dipenuhi", **{"value.nama-usaha": "CV Contoh Makmur",
                                                     "value.alamat": "Jalan Lain 2"}),
                         {"value.nama-usaha": 200, "value.alamat": 500}, several("value.alamat")),
    "erase data": Post(Erasure, "asked", task(PDP, "/data-pribadi"), says(outcome="dipenuhi"), {}),
    "refuse a request on data": Post(TooEarly, "asked", task(PDP, "/data-pribadi"),
                                     says(outcome="ditolak", message="Masih wajib disimpan.",
                                          confirmed="ya"),
                                     {"message": 1000}, several("message")),
    "preview a refusal on data": Post(OwnData, "asked", task(PDP, "/data-pribadi"),
                                      says(outcome="ditolak", message="Tidak cocok."), {},
                                      looks=True),
    "hold back": Post(Batang, "closed", folder(V, "/penahanan"),
                      says(act="tahan", reason="Gugatan di pengadilan."), {"reason": 500},
                      several("reason")),
    "let go": Post(Batang, "closed", _letting_go, says(act="lepas", reason="Gugatan dicabut."),
                   {"reason": 500}, several("reason")),
    "moved, says the phone": Post(Batang, "mending", _unreached,
                                  says(outcome="alamat-baru", email="wulan@baru.co.id"),
                                  {"email": 254}),
    "told by phone": Post(Batang, "mending", _unreached, says(outcome="sudah-tahu", works="ya"),
                          {}),
    "nobody answers the phone": Post(Batang, "mending", _unreached,
                                     says(outcome="tidak-terhubung"), {}),
    "reissue": Post(Batang, "following", folder(V, "/sandi"), says(password="Baru-Sekali-88"),
                    {"password": 100}),
    "reissue to a holder": Post(Kemenperin, "drafting", folder(TEAM, "/sandi"),
                                says(password="Baru-Sekali-88", holder="h2"), {"password": 100}),
}  # fmt: skip
