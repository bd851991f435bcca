"""An office's own messenger carries each holder's letter; nobody else's, and each once."""

import pytest

from tests.desk.browser import SITE, program
from tests.desk.office import Desk
from tests.desk.officer import PASSWORD
from tests.desk.samples import NIP, PEOPLE
from tests.desk.walks import Babel, Kemenperin


@pytest.fixture
def carried(desk: Desk) -> Kemenperin:
    """The ministry's messenger is set up, and the accounts are made."""
    desk.world.messenger.offices.add("kemenperin")
    return Kemenperin(desk).to("drafting")


def test_each_holder_gets_a_note_of_their_own(desk: Desk, carried: Kemenperin) -> None:
    notes = list(desk.world.messenger.notes.values())
    assert [(n.address, n.name) for n in notes] == [(p["surel"], p["nama"]) for p in PEOPLE[:2]]
    assert all(desk.mails(p["surel"]) == [] for p in PEOPLE)
    for note, foreign in zip(notes, ("BUNGA", "ANDI"), strict=True):
        assert foreign not in note.text
        assert PASSWORD not in note.text
        assert not [nip for nip in NIP if nip in note.text]


def test_its_link_opens_the_account(desk: Desk, carried: Kemenperin) -> None:
    (note,) = desk.world.messenger.to(PEOPLE[0]["surel"])
    link = next(w for w in note.text.split() if w.startswith(f"{SITE}/h/"))
    assert program("POST", link, {"fact": NIP[0]}).view["password"] == f"{PASSWORD}-1"


def test_everybody_else_is_written_to_by_mail(desk: Desk, carried: Kemenperin) -> None:
    carried.then("correcting", "closed")
    assert len(desk.world.messenger.notes) == 2
    subjects = [m.subject for m in desk.mails(carried.applicant.address)]
    assert any("sudah dibuat" in s for s in subjects)
    assert any("Surat pemberitahuan" in s for s in subjects)


def test_a_messenger_that_is_down_is_tried_again_with_the_same_note(desk: Desk) -> None:
    """G7, G20."""
    desk.world.messenger.offices.add("kemenperin")
    walk = Kemenperin(desk).to("approving")
    desk.world.messenger.down = desk.world.mail.down = True
    walk.team.do(walk.accounts)
    desk.world.messenger.down = desk.world.mail.down = False
    assert desk.world.messenger.notes == {}
    for _ in range(2):
        desk.later(minutes=5)
        desk.sweep()
    assert len(desk.world.messenger.notes) == 2
    assert all(key.startswith(desk.case().id) for key in desk.world.messenger.notes)


def test_what_is_issued_anew_is_another_note(desk: Desk, carried: Kemenperin) -> None:
    team = carried.team
    team.at(f"{team.file}/sandi", {"password": "Baru-Sekali-88", "holder": "h1"})
    assert len(desk.world.messenger.to(PEOPLE[0]["surel"])) == 2
    assert len(desk.world.messenger.to(PEOPLE[1]["surel"])) == 1


def test_an_applicants_own_account_goes_by_mail(desk: Desk) -> None:
    """The messenger reaches account holders; an applicant gave a mailbox."""
    desk.world.messenger.offices.add("babel")
    walk = Babel(desk).to("closed")
    assert desk.world.messenger.notes == {}
    assert desk.mails(walk.applicant.address, "sudah aktif")
