"""A photograph of a telephone: made smaller before it is sent, where scripts run."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from infra.demo.walk import Walk
from tests.e2e.browsing import PHONE
from tests.e2e.conftest import Tell

LIMIT = 5_000_000
TELLING = """id => new MutationObserver(([{target}]) => console.log(target.textContent)).observe(
  document.querySelector(`#${id} [role=status]`), {childList: true})"""


def _photo(width: int, height: int) -> dict[str, str | bytes]:
    out = BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(out, "JPEG", quality=80)
    return {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def _sent(told: Walk, page: Page, name: str, photo: dict[str, str | bytes]) -> tuple[int, int]:
    """How wide and high what was kept of it is."""
    page.goto(f"{told.applicant.link}/dokumen")
    page.evaluate(TELLING, name)
    page.set_input_files(f"#berkas-{name}", [photo])  # type: ignore[list-item]
    page.locator(f"#{name} button").click()
    expect(page.locator(f"#{name}")).to_contain_text("Diterima", timeout=30_000)
    (scan,) = [scan for scan in told.applicant.scans() if scan["id"] == name]
    return Image.open(BytesIO(told.applicant.client.file(scan["kept"][0]["look"]))).size


def test_a_photograph_too_large_to_be_sent_is_made_smaller_and_that_is_said(
    tell: Tell, browser: Browser
) -> None:
    told, photo = tell("batang-daring"), _photo(3600, 2700)
    told.until_at("apply")
    told.applicant.fill_in()
    assert len(photo["buffer"]) > LIMIT
    context = browser.new_context(viewport=PHONE)
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    assert _sent(told, page, "ktp-direksi", photo) == (2000, 1500)
    for part in ("Foto diperkecil dari 5,", "Mengunggah… ", "Terunggah 100%"):
        assert any(part in words for words in said), part
    preview = page.get_by_role("img", name="Pratinjau berkas 1: KTP Direksi")
    expect(preview).to_have_js_property("complete", True)
    assert preview.evaluate("it => it.naturalWidth") == 320
    context.close()

    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    assert _sent(told, context.new_page(), "npwp-perusahaan", _photo(2400, 1800)) == (2400, 1800)
    context.close()
