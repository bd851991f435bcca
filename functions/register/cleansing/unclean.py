"""Why a file is not taken, in words for whoever sent it."""

from functions.core.errors import Refused

STRANGE = "Berkas ini bukan PDF, JPG, atau PNG. Unggah berkas yang lain."
BROKEN = "Berkas ini rusak atau tidak lengkap. Pindai atau simpan ulang, lalu unggah lagi."
LOCKED = "PDF ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."
LARGE = "Isi berkas ini terlalu besar untuk dibuka. Pindai ulang dengan resolusi lebih rendah."
PIXELS = "Gambar ini terlalu besar: paling banyak 50 megapiksel. Perkecil, lalu unggah lagi."
PAGES = "PDF ini terlalu banyak halamannya: paling banyak 50. Unggah halaman yang diminta saja."
FORM = "PDF ini formulir yang hanya terbuka di Adobe Reader. Cetak ke PDF, lalu unggah lagi."
JBIG2 = (
    "Pindaian di dalam PDF ini memakai kompresi JBIG2, yang tidak dapat diperiksa di sini."
    " Simpan ulang atau pindai ulang sebagai PDF biasa, lalu unggah lagi."
)
CODING = "Gambar di dalam PDF ini tidak dapat dibuka di sini. Simpan sebagai JPG, lalu unggah lagi."


class Unclean(Refused):
    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
