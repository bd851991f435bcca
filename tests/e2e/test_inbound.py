"""A complaint by e-mail, from the bucket that mails arrive in to an officer's desk."""

from infra.demo.client import Client
from infra.demo.inbox import until
from infra.demo.papers import png
from infra.local.stage import Stage
from tests.complaints.mails import mail
from tests.e2e.conftest import Seat

SUBJECT = "Antrean loket pada hari Senin"


def test_a_mail_in_the_bucket_is_a_complaint_on_the_desk_with_what_came_along(
    stage: Stage, seat: Seat
) -> None:
    sent = mail(Subject=SUBJECT, From="Rahma <rahma-surel@contoh.test>")
    sent.add_attachment(png(), "image", "png", filename="antrean.png")
    s3 = stage.client("s3")
    s3.put_object(Bucket=stage.outputs["InboxBucket"], Key="batang/m1", Body=sent.as_bytes())
    desk = next(
        p["email"] for p in stage.staff
        if p["office"] == "batang" and "pejabat-pengaduan" in p["roles"]
    )  # fmt: skip
    line = until(lambda: _line(seat(desk)), "the complaint on the desk")
    assert line["step"] == "Penelaahan laporan"
    officer, file = seat(desk), f"/berkas/{line['number']}"
    assert "Antrean di loket terlalu lama." in str(officer.view(file))
    until(lambda: _attached(officer, file), "what came along")


def _attached(client: Client, file: str) -> bool | None:
    """Whether the attachment was examined and may be looked at."""
    return any(paper["href"] for paper in client.view(file)["papers"]) or None


def _line(client: Client) -> dict[str, str] | None:
    lines = client.view("/antrean")["lines"]
    return next((line for line in lines if line["name"] == SUBJECT), None)
