"""Cases that end otherwise than well, or not at once."""

import pytest

from infra.demo.client import Refusal
from infra.demo.inbox import until
from infra.demo.story import Turn
from infra.demo.walk import Status, Walk
from infra.local.stage import Stage
from tests.e2e.conftest import Tell, together

REASON = "Data tidak cocok dengan dokumen."


def sweep(stage: Stage, number: str, times: int = 1) -> None:
    """As if the time until the next look at the case were over, so many times."""
    key = {"pk": {"S": number}, "sk": {"S": "case"}}
    for _ in range(times):
        stage.client("dynamodb").update_item(
            TableName=stage.outputs["CasesTable"],
            Key=key,
            UpdateExpression="SET wake_due = :long_ago",
            ExpressionAttributeValues={":long_ago": {"S": "2026"}},
        )
        stage.client("lambda").invoke(FunctionName=stage.outputs["SweepFunction"])


def ended(walk: Walk, state: str) -> Status:
    def there() -> Status | None:
        status = walk.applicant.status()
        return status if status["standing"]["state"] == state else None

    return until(there, f"case {state}")


REJECTIONS = [
    ("batang-tatap-muka", "periksa"),
    ("batang-daring", "setujui"),
    ("melawi-perorangan", "kelengkapan"),
    ("melawi-kuasa", "verifikasi"),
    ("babel-pejabat-pengadaan", "verifikasi"),
    ("babel-pejabat-pengadaan", "akun"),
    ("kemenperin-satu-ppk", "periksa"),
]


@pytest.fixture(scope="module")
def rejected(tell: Tell) -> dict[tuple[str, str], Walk]:
    """Each story, rejected at that step."""
    said = {"outcome": "ditolak", "message": REASON}
    return together({(n, at): tell(n, turns=(Turn(at=at, **said),)) for n, at in REJECTIONS})


@pytest.mark.parametrize("at", REJECTIONS, ids=" ".join)
def test_a_rejected_case_says_why(
    rejected: dict[tuple[str, str], Walk], at: tuple[str, str]
) -> None:
    standing = rejected[at].applicant.status()["standing"]
    assert standing["state"] == "Ditolak"
    assert standing["reason"] == REASON
    assert REASON in rejected[at].applicant.inbox.next("tidak dapat disetujui")["text"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("batang-tatap-muka", "apply"),
        ("melawi-perorangan", "visit"),
        ("babel-jeda", "complete"),
        ("kemenperin-satu-ppk", "apply"),
    ],
)
def test_silence_is_reminded_of_and_then_ends_the_case(
    stage: Stage, tell: Tell, name: str, kind: str
) -> None:
    walk = tell(name)
    step = walk.until_at(kind)
    sweep(stage, walk.applicant.number, len(step.reminders))
    for _ in step.reminders:
        reminder = walk.applicant.inbox.next(REMINDERS[kind])
        assert walk.applicant.number in reminder["subject"]
    sweep(stage, walk.applicant.number)
    assert "akan ditutup" in walk.applicant.inbox.next("akan ditutup")["subject"]
    assert walk.applicant.status()["standing"]["yours"]
    sweep(stage, walk.applicant.number)
    assert ended(walk, "Kedaluwarsa")["standing"]["reason"]
    assert walk.applicant.inbox.next("kedaluwarsa")


REMINDERS = {
    "apply": "belum dikirim",
    "visit": "menunggu kedatangan Anda",
    "complete": "masih menunggu perbaikan",
}


def test_after_an_expired_case_one_may_come_again(stage: Stage, tell: Tell) -> None:
    walk = tell("batang-tatap-muka")
    step = walk.until_at("apply")
    sweep(stage, walk.applicant.number, len(step.reminders) + 2)
    ended(walk, "Kedaluwarsa")
    before = walk.applicant.number
    walk.applicant.register()
    assert walk.applicant.number != before


@pytest.mark.parametrize(
    ("name", "kind", "row"),
    [("melawi-perorangan", "statement", 7), ("batang-daring", "follow-up", 8)],
)
def test_an_account_stays_though_its_holder_says_no_more(
    stage: Stage, tell: Tell, name: str, kind: str, row: int
) -> None:
    walk = tell(name)
    step = walk.until_at(kind)
    sweep(stage, walk.applicant.number, len(step.reminders) + 2)
    rows = {e["no"]: e["state"] for e in ended(walk, "Selesai")["timeline"]}
    assert rows[row] == "skipped"


@pytest.mark.parametrize(
    ("name", "step"), [("melawi-perorangan", "surat-pernyataan"), ("batang-tatap-muka", "sikap")]
)
def test_an_officer_may_close_what_is_not_answered(tell: Tell, name: str, step: str) -> None:
    walk = tell(name, turns=(Turn(at=step, helper=True, message="Sudah ditelepon tiga kali."),))
    status = walk.run()
    assert status["standing"]["state"] == "Selesai"
    assert status["timeline"][-1]["state"] == "skipped"


def test_an_applicant_may_ask_for_another_time(tell: Tell) -> None:
    walk = tell("batang-daring", turns=())
    step = walk.until_at("verify")
    link = walk.applicant.inbox.link("Jadwal panggilan video", "/p/")
    walk.applicant.client.post(f"{link}/jadwal-ulang", wish="Rabu siang")
    step = walk.until_at("schedule")
    task = walk.officer(step.by).client.view(walk.task(step))
    assert task["dossier"]["wish"] == "Rabu siang"


def test_whoever_misses_the_call_is_called_again(tell: Tell) -> None:
    walk = tell("batang-daring", turns=(Turn(at="periksa", outcome="tidak-hadir"),))
    assert [s.kind for s in walk.waits()].count("schedule") == 2


def test_a_used_task_link_opens_nothing_more(tell: Tell) -> None:
    """G4."""
    walk = tell("babel-pejabat-pengadaan")
    step = walk.until_at("dispose")
    task = walk.task(step)
    officer = walk.officer(step.by)
    officer.act(step.kind, task, Turn(at=step.id))
    with pytest.raises(Refusal) as refused:
        officer.act(step.kind, task, Turn(at=step.id))
    assert refused.value.answer.status == 410


def test_what_the_stream_lost_the_sweep_sends(stage: Stage, tell: Tell) -> None:
    """A letter put into the outbox long ago, of which no relay ever heard."""
    walk = tell("batang-tatap-muka")
    walk.applicant.register()
    dynamodb, table = stage.client("dynamodb"), stage.outputs["CasesTable"]
    key = {"pk": {"S": walk.applicant.number}, "sk": {"S": "mail#lost"}}
    body = '{"name":"tautan-lagi","to":"","step":"","round":0,"due":null}'
    lost = {
        "body": body,
        "status": "pending",
        "wake": "mail",
        "wake_due": "2026",
        "at": "2026-01-01",
    }
    item = {**key, "tries": {"N": "0"}, **{k: {"S": v} for k, v in lost.items()}}
    dynamodb.put_item(TableName=table, Item=item)
    stage.client("lambda").invoke(FunctionName=stage.outputs["SweepFunction"])
    assert walk.applicant.inbox.link("Tautan permohonan", "/p/")
