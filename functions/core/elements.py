"""The nine elements of satisfaction (PermenPANRB 14/2017), as a citizen is asked about them."""

from functions.core.form import Frozen


class Element(Frozen):
    """`answers`: the words for 1, 2, 3 and 4."""

    id: str
    name: str
    question: str
    answers: tuple[str, str, str, str]


def _element(id: str, name: str, question: str, *answers: str) -> Element:
    one, two, three, four = answers
    return Element(id=id, name=name, question=question, answers=(one, two, three, four))


ELEMENTS = (
    _element(
        "u1", "Persyaratan",
        "Seberapa wajar syarat dan dokumen yang kami minta dari Anda?",
        "Tidak wajar", "Kurang wajar", "Wajar", "Sangat wajar",
    ),
    _element(
        "u2", "Sistem, mekanisme, dan prosedur",
        "Seberapa mudah Anda mengikuti alur layanan ini?",
        "Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah",
    ),
    _element(
        "u3", "Waktu penyelesaian",
        "Seberapa cepat permohonan Anda selesai?",
        "Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat",
    ),
    _element(
        "u4", "Biaya/tarif",
        "Layanan ini gratis. Adakah yang meminta biaya dari Anda?",
        "Ya, setiap kali", "Ya, beberapa kali", "Ya, sekali", "Tidak pernah",
    ),
    _element(
        "u5", "Produk spesifikasi jenis pelayanan",
        "Seberapa sesuai hasil yang Anda terima dengan yang dijanjikan?",
        "Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai",
    ),
    _element(
        "u6", "Kompetensi pelaksana",
        "Seberapa paham petugas kami akan pekerjaannya?",
        "Tidak paham", "Kurang paham", "Paham", "Sangat paham",
    ),
    _element(
        "u7", "Perilaku pelaksana",
        "Seberapa sopan dan ramah petugas kami kepada Anda?",
        "Tidak ramah", "Kurang ramah", "Ramah", "Sangat ramah",
    ),
    _element(
        "u8", "Penanganan pengaduan, saran, dan masukan",
        "Seberapa baik kami menanggapi pertanyaan, keluhan, atau saran Anda?",
        "Tidak baik", "Kurang baik", "Baik", "Sangat baik",
    ),
    _element(
        "u9", "Sarana dan prasarana",
        "Seberapa baik sarana layanan kami: halaman ini, surel, panggilan video, atau loket?",
        "Tidak baik", "Kurang baik", "Baik", "Sangat baik",
    ),
)  # fmt: skip
