"""An officer gets another mailbox, or their keeper hears that nothing reaches the one they have."""

from tests.desk.browser import Browser, program, seat
from tests.desk.mailman import tell
from tests.desk.office import BUDI, SITI, Desk
from tests.desk.stages import reach
from tests.verify.directory import HERS, LINE, STAF, listed


def test_another_address_is_told_to_both_mailboxes(desk: Desk) -> None:
    line = {"name": SITI.name, "email": "siti.baru@batang.test", "active": "ya",
            "role.verifikator": "ya"}  # fmt: skip
    assert program("POST", f"{seat('batang', 'budi')}/staf/orang/siti", line).status == 200
    desk.settle()
    told = [m.to for m in desk.world.mail.messages if "Alamat surel Anda" in m.subject]
    assert sorted(told) == sorted([SITI.email, "siti.baru@batang.test"])


def _bounced(desk: Desk) -> None:
    reach(desk, "scheduling")
    tell(desk, "bounced", desk.mails(SITI.email)[-1])


def test_keepers_see_whose_mail_comes_back(desk: Desk) -> None:
    _bounced(desk)
    assert [id_ for id_, person in listed(STAF).items() if person["unreachable"]] == ["siti"]
    assert "Surel kembali" in Browser().get(STAF).body
    desk.sign_in("batang", "siti")
    assert not any(person["unreachable"] for person in listed("batang/siti@/staf").values())


def test_nothing_is_sent_to_such_an_officer_until_a_keeper_says_that_it_arrives(desk: Desk) -> None:
    _bounced(desk)
    before = len(desk.mails(SITI.email))
    for sent in (0, 1):
        desk.later(minutes=2)
        Browser().submit("/petugas", {"email": SITI.email})
        desk.settle()
        assert len(desk.mails(SITI.email)) == before + sent
        Browser().submit(f"{HERS}/surel", {}) if not sent else None
    (change,) = [c for c in program("GET", STAF).view["changes"] if "berfungsi" in c["what"]]
    assert (change["by"], change["whom"]) == (BUDI.name, SITI.name)


def test_another_address_of_an_officer_is_written_to(desk: Desk) -> None:
    _bounced(desk)
    program("POST", HERS, {**LINE, "email": "siti.baru@batang.test"})
    desk.settle()
    assert not any(person["unreachable"] for person in listed(STAF).values())
    assert desk.mails("siti.baru@batang.test")


def test_nobody_says_so_of_their_own_address(desk: Desk) -> None:
    budi = desk.world.fingerprints.of("email", BUDI.email)
    desk.world.suppressions.add(budi, "bounced", desk.now)
    assert program("POST", "batang/budi@/staf/orang/budi/surel", {}).status == 403
    assert program("GET", f"{HERS}/surel").status == 409
