"""Batang's SOP over HTTP, every row, on the deployed stack."""

import secrets
from collections.abc import Callable
from typing import Any

import pytest

from infra.demo.client import Client, Refusal
from infra.demo.inbox import until
from infra.demo.papers import company, png, sole_trader
from infra.demo.people import Vendor, Verifier
from infra.demo.story import by_video, demand_rows, face_to_face, vendor
from infra.local.stage import Stage

Walk = Callable[[Client, str, str], dict[str, Any]]


@pytest.fixture
def trader(stage: Stage, client: Client) -> Vendor:
    return vendor(client, stage.mailbox, sole_trader(secrets.randbits(32)))


@pytest.fixture
def applicant(stage: Stage, client: Client) -> Vendor:
    return vendor(client, stage.mailbox, company(secrets.randbits(32)))


@pytest.mark.parametrize(
    ("walk", "rows"),
    [(face_to_face, [1, 2, 3, 5, 6, 7, 8]), (by_video, [1, 2, 3, 4, 5, 6, 7, 8])],
    ids=["tatap-muka", "daring"],
)
def test_every_row_of_the_paper_happens(
    stage: Stage, client: Client, walk: Walk, rows: list[int]
) -> None:
    status = walk(client, stage.mailbox, stage.staff[0]["email"])
    demand_rows(status, rows)
    assert status["standing"]["state"] == "Selesai"


def test_an_applicant_may_ask_for_another_time(applicant: Vendor, verifier: Verifier) -> None:
    applicant.register()
    applicant.fill_in("daring")
    applicant.send_scans()
    applicant.submit()
    verifier.schedule(applicant.number)
    applicant.link = applicant.inbox.link("Jadwal panggilan video", "/p/")
    applicant.until_kind("verify")
    applicant.client.post(f"{applicant.link}/jadwal-ulang", wish="Rabu siang")
    task = verifier.inbox.link(f"Penjadwalan panggilan video, {applicant.number}", "/t/")
    assert applicant.client.view(task)["dossier"]["wish"] == "Rabu siang"


def test_a_rejected_case_says_why(trader: Vendor, verifier: Verifier) -> None:
    trader.register()
    trader.fill_in("tatap-muka")
    trader.submit()
    task = verifier.check_task(trader.number)
    trader.client.post(f"{task}/periksa", outcome="ditolak", message="Usaha sudah punya akun.")
    assert trader.until_done("Ditolak")["standing"]["reason"] == "Usaha sudah punya akun."
    assert "Usaha sudah punya akun." in trader.inbox.next("tidak dapat disetujui")["text"]


def test_a_used_task_link_opens_nothing_more(trader: Vendor, verifier: Verifier) -> None:
    """G4."""
    trader.register()
    trader.fill_in("tatap-muka")
    trader.submit()
    task = verifier.check_task(trader.number)
    verdict = {"outcome": "ditolak", "message": "Data tidak cocok."}
    trader.client.post(f"{task}/periksa", **verdict)
    trader.until_done("Ditolak")
    with pytest.raises(Refusal) as refused:
        trader.client.post(f"{task}/periksa", **verdict)
    assert refused.value.answer.status == 410
    assert trader.inbox.address not in refused.value.answer.body.decode()


def test_the_second_of_two_officers_is_told_politely(
    stage: Stage, trader: Vendor, verifier: Verifier
) -> None:
    """G3: both holders of the role get the task; one decision counts."""
    trader.register()
    trader.fill_in("tatap-muka")
    trader.submit()
    other = Verifier(trader.client, type(verifier.inbox)(
        trader.client, stage.mailbox, stage.staff[1]["email"]))  # fmt: skip
    tasks = [v.check_task(trader.number) for v in (verifier, other)]
    verdict = {"outcome": "ditolak", "message": "Data tidak cocok."}
    trader.client.post(f"{tasks[0]}/periksa", **verdict)
    with pytest.raises(Refusal) as refused:
        trader.client.post(f"{tasks[1]}/periksa", **verdict)
    assert refused.value.answer.status in {409, 410}


def test_a_user_id_is_given_once(stage: Stage, client: Client, verifier: Verifier) -> None:
    """G12."""
    user_id = f"sama.{secrets.token_hex(4)}"
    first = _approvable(stage, client, verifier)
    verifier.approve(first.number, user_id, "rahasia-awal-1")
    second = _approvable(stage, client, verifier)
    with pytest.raises(Refusal) as refused:
        verifier.approve(second.number, user_id.upper(), "rahasia-awal-2")
    assert refused.value.answer.status == 422
    assert "user_id" in refused.value.answer.view["problems"]


def _approvable(stage: Stage, client: Client, verifier: Verifier) -> Vendor:
    trader = vendor(client, stage.mailbox, sole_trader(secrets.randbits(32)))
    trader.register()
    trader.fill_in("tatap-muka")
    trader.submit()
    verifier.find_in_order(trader.number)
    return trader


def test_the_initial_password_is_shown_once(
    stage: Stage, client: Client, verifier: Verifier
) -> None:
    """G6."""
    trader = _approvable(stage, client, verifier)
    verifier.approve(trader.number, f"u.{secrets.token_hex(4)}", "rahasia-awal-3")
    assert trader.read_password() == "rahasia-awal-3"
    with pytest.raises(Refusal) as refused:
        client.post(f"{trader.link}/akun", fact=trader.answers["penanggung-jawab"]["nik"])
    assert refused.value.answer.status == 410


def test_a_program_named_pdf_is_not_accepted(applicant: Vendor) -> None:
    applicant.register()
    applicant.fill_in("daring")
    scan = applicant.client.view(f"{applicant.link}/dokumen")["scans"][0]
    applicant.send_scan(scan, b"MZ\x90\x00 this is a program")
    scan = applicant.client.view(f"{applicant.link}/dokumen")["scans"][0]
    assert scan["state"] == "refused"
    assert "bukan PDF" in scan["problem"]


@pytest.mark.parametrize("content", [b"", b"x" * 5_000_001], ids=["empty", "a byte too many"])
def test_the_store_itself_refuses_a_scan_of_the_wrong_size(
    applicant: Vendor, content: bytes
) -> None:
    applicant.register()
    applicant.fill_in("daring")
    form = applicant.client.view(f"{applicant.link}/dokumen")["scans"][0]["form"]
    assert applicant.client.upload(form, "besar.png", content).status in {400, 403}


@pytest.mark.parametrize("change", [{"key": "lain/ktp-direksi/x"}, {"Content-Type": "text/html"}])
def test_the_store_itself_refuses_another_key_or_type(
    applicant: Vendor, change: dict[str, str]
) -> None:
    applicant.register()
    applicant.fill_in("daring")
    form = applicant.client.view(f"{applicant.link}/dokumen")["scans"][0]["form"]
    form["fields"] |= change
    assert applicant.client.upload(form, "pindai.png", png()).status in {400, 403}


def test_what_the_stream_lost_the_sweep_sends(stage: Stage, trader: Vendor) -> None:
    """A letter put into the outbox long ago, of which no relay ever heard."""
    trader.register()
    dynamodb, table = stage.client("dynamodb"), stage.outputs["CasesTable"]
    key = {"pk": {"S": trader.number}, "sk": {"S": "mail#lost"}}
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
    assert trader.inbox.link("Tautan permohonan", "/p/")


def test_the_machine_knows_nothing_but_the_case(stage: Stage, trader: Vendor) -> None:
    """G8: neither input nor history of an execution holds personal data or a token."""
    trader.register()
    machines = stage.client("stepfunctions")
    arn = machines.list_state_machines()["stateMachines"][0]["stateMachineArn"]

    def execution() -> str | None:
        found = machines.list_executions(stateMachineArn=arn)["executions"]
        return next((e["executionArn"] for e in found if e["name"] == trader.number), None)

    described = machines.describe_execution(executionArn=until(execution, "the execution"))
    assert described["input"] == f'{{"case": "{trader.number}", "step": "permohonan"}}'
