"""A complaint by e-mail, from the bucket that mails arrive in to an officer's desk."""

from infra.demo.client import Client
from infra.demo.inbox import until
from infra.local.stage import Stage
from tests.complaints.mails import mail
from tests.e2e.conftest import Seat

SUBJECT = "Antrean loket pada hari Senin"


def test_a_mail_in_the_bucket_is_a_complaint_on_the_desk(stage: Stage, seat: Seat) -> None:
    raw = mail(Subject=SUBJECT, From="Rahma <rahma-surel@contoh.test>").as_bytes()
    s3 = stage.client("s3")
    s3.put_object(Bucket=stage.outputs["InboxBucket"], Key="batang/m1", Body=raw)
    desk = next(
        p["email"] for p in stage.staff
        if p["office"] == "batang" and "pejabat-pengaduan" in p["roles"]
    )  # fmt: skip
    line = until(lambda: _line(seat(desk)), "the complaint on the desk")
    assert line["step"] == "Penelaahan laporan"
    page = seat(desk).view(f"{stage.site}/berkas/{line['number']}")
    assert "Antrean di loket terlalu lama." in str(page)


def _line(client: Client) -> dict[str, str] | None:
    lines = client.view("/antrean")["lines"]
    return next((line for line in lines if line["name"] == SUBJECT), None)
