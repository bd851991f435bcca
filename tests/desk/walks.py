"""The walks of the four SOPs, each with a return."""

from tests.desk.office import Desk
from tests.desk.officer import PASSWORD, Officer
from tests.desk.people import COMPANY, Vendor, Verifier
from tests.desk.people import SOP as BATANG
from tests.desk.samples import BUREAU, FIRM, GUEST, PEOPLE, PROXY, UNIT
from tests.desk.walk import Walk

GAPS = {"verdict.npwp-perusahaan": "tidak-jelas", "verdict.pajak": "tidak-jelas"}
OUTSIDE = "Diserahkan langsung pada 9 Maret 2026, tanda terima nomor 7."


class Batang(Walk):
    """A company, by video."""

    sop, office = BATANG, "batang"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.applicant: Vendor = Vendor(desk, answers=COMPANY)
        self.siti = Verifier(desk)

    def fill_in(self) -> None:
        self.applicant.fill_in("daring")
        self.applicant.send_scans()

    def lack(self) -> None:
        self.siti.find("belum-lengkap", GAPS)

    def prove(self) -> None:
        self.applicant.do("/perbaikan", {"done": "ya"})
        self.siti.keep_screenshot()
        self.siti.find("sesuai")

    def mend(self) -> None:
        self.applicant.send_scans()
        self.applicant.answer("/data/pajak")

    acts = {
        "registered": lambda w: w.applicant.register(),
        "filled": fill_in,
        "scheduling": lambda w: w.applicant.submit(),
        "checking": lambda w: w.siti.schedule(),
        "mending": lack,
        "mended": mend,
        "approving": prove,
        "following": lambda w: w.siti.approve(),
        "closed": lambda w: w.applicant.do("/sikap", {"done": "ya"}),
    }


class Unanswered(Batang):
    """A company that never fills in SIKaP: the officer ends the reminders."""

    def give_up(self) -> None:
        task = f"{self.siti.queued}/tindak-lanjut"
        self.siti.at(task, {"reason": "Tidak menjawab."})

    acts = {**{name: act for name, act in Batang.acts.items() if name != "closed"},
            "given up": give_up}  # fmt: skip


class Melawi(Walk):
    """A vendor who comes to the office, is sent back once, and signs the statement."""

    sop, office, usual = "melawi-akun-spse", "melawi", FIRM

    def arrive(self) -> None:
        helpdesk = self.officer("helpdesk")
        helpdesk.at(f"{helpdesk.queued}/buku-tamu", GUEST)

    def lack(self) -> None:
        self.officer("helpdesk").find("belum-lengkap", {"verdict.ktp": "tidak-jelas"})

    def activate(self) -> None:
        self.officer("verifikator").approve("Maju.Jaya", "")

    def sign(self) -> None:
        self.applicant.do("/pernyataan", {"way": "ketik", "name": "Dewi Lestari", "consent": "ya"})

    acts = {
        "registered": lambda w: w.applicant.register(),
        "filled": Walk.fill_in,
        "visiting": lambda w: w.applicant.submit(),
        "receiving": arrive,
        "mending": lack,
        "receiving again": lambda w: w.applicant.mend(),
        "verifying": lambda w: w.officer("helpdesk").find("lengkap"),
        "approving": lambda w: w.officer("verifikator").find("sesuai"),
        "signing": activate,
        "uploaded": lambda w: w.applicant.upload_statement(),
        "closed": sign,
    }


class ByProxy(Melawi):
    """Somebody with a power of attorney registers, and brings it along."""

    usual = PROXY


class Babel(Walk):
    """A civil servant's letter goes down the chain of heads."""

    sop, office, usual = "babel-user-id", "babel", UNIT

    def lack(self) -> None:
        self.officer("verifikator").find("belum-lengkap", {"verdict.sk": "kedaluwarsa"})

    def hand_over(self) -> None:
        self.officer("admin-lpse").do(
            {"outcome": "disetujui", "user_id": "RAHMA", "password": PASSWORD, "capacity": "PPE"}
        )

    acts = {
        "registered": lambda w: w.applicant.register(),
        "filled": Walk.fill_in,
        "receiving": lambda w: w.applicant.submit(),
        "mending": lack,
        "receiving again": lambda w: w.applicant.mend(),
        "at the bureau": lambda w: w.officer("verifikator").find("lengkap"),
        "paused": lambda w: w.officer("kepala-biro").pause(),
        "resumed": lambda w: w.officer("kepala-biro").resume(),
        "at the division": lambda w: w.officer("kepala-biro").dispose(),
        "at the subdivision": lambda w: w.officer("kepala-bagian").dispose(),
        "approving": lambda w: w.officer("kepala-subbag").dispose(own="Buatkan segera."),
        "closed": hand_over,
    }


class Kemenperin(Walk):
    """One letter for three people, and the office's own letter in answer."""

    sop, office, usual, people = "kemenperin-ppk", "kemenperin", BUREAU, len(PEOPLE)

    @property
    def accounts(self) -> dict[str, str]:
        """Two to be opened by their holders, one handed over outside."""
        names = {f"user_id.h{n}": p["surel"].split("@")[0].upper() for n, p in enumerate(PEOPLE, 1)}
        sealed = {f"password.h{n}": f"{PASSWORD}-{n}" for n in (1, 2)}
        return {"outcome": "disetujui", **names, **sealed, "outside.h3": OUTSIDE}

    def holder(self, n: int) -> str:
        """The link of the nth person's own account."""
        return self.desk.link(PEOPLE[n - 1]["surel"], "h")

    def lack(self) -> None:
        gaps = {"verdict.sk-ppk.h1": "tidak-jelas", "verdict.h2": "tidak-jelas"}
        self.team.find("belum-lengkap", gaps)

    def archive(self) -> None:
        self.team.do({"number": "B/12/UKPBJ/III/2026"})

    @property
    def team(self) -> Officer:
        return self.officer("tim-pengelola")

    @property
    def lpse(self) -> Officer:
        return self.officer("kepala-lpse")

    @property
    def ukpbj(self) -> Officer:
        return self.officer("kepala-ukpbj")

    acts = {
        "registered": lambda w: w.applicant.register(),
        "filled": Walk.fill_in,
        "at the unit": lambda w: w.applicant.submit(),
        "at the centre": lambda w: w.ukpbj.dispose(),
        "receiving": lambda w: w.lpse.dispose(),
        "mending": lack,
        "receiving again": lambda w: w.applicant.mend(),
        "approving": lambda w: w.team.find("lengkap"),
        "drafting": lambda w: w.team.do(w.accounts),
        "correcting": lambda w: w.team.word("dikonsep"),
        "drafting again": lambda w: w.lpse.word("dikembalikan", message="Sebutkan nomor surat."),
        "correcting again": lambda w: w.team.word("dikonsep", "Konsep kedua.\nBaris dua."),
        "signing": lambda w: w.lpse.word("dikoreksi", "Konsep ketiga.\nBaris dua."),
        "correcting last": lambda w: w.ukpbj.do({"outcome": "dikembalikan", "message": "Tanggal?"}),
        "signing last": lambda w: w.lpse.word("dikoreksi", "Konsep keempat.\nBaris dua."),
        "uploaded": lambda w: w.ukpbj.upload_letter(),
        "archiving": lambda w: w.ukpbj.do({"outcome": "ditandatangani"}),
        "sending": archive,
        "closed": lambda w: w.team.do({}),
    }


WALKS: tuple[type[Walk], ...] = (Batang, Melawi, Babel, Kemenperin)
