"""The one table from refusals to HTTP."""

from collections.abc import Mapping

from functions.core import errors
from functions.web import body

STATUS: Mapping[type[Exception], int] = {
    errors.NotFound: 404,
    errors.NotAllowed: 403,
    errors.SignedOut: 401,
    errors.Gone: 410,
    errors.Stale: 409,
    errors.BadOutcome: 422,
    errors.Taken: 409,
    errors.Invalid: 422,
    errors.TooMany: 429,
    errors.Unavailable: 503,
    body.TooLarge: 413,
    body.WrongType: 415,
    body.Unreadable: 400,
    body.WrongMethod: 405,
}
TITLES = {
    401: "Anda belum masuk",
    403: "Anda tidak berwenang",
    404: "Tidak ditemukan",
    405: "Cara ini tidak tersedia",
    409: "Sudah berubah",
    410: "Tautan tidak berlaku lagi",
    429: "Terlalu banyak percobaan",
    500: "Ada gangguan",
    503: "Layanan sedang terganggu",
}
UNAVAILABLE = "Layanan sedang terganggu. Data Anda tidak hilang; coba lagi sebentar lagi."


def status_of(error: Exception) -> int:
    return next((STATUS[t] for t in type(error).__mro__ if t in STATUS), 500)


def patience(error: Exception) -> dict[str, str]:
    """After how many seconds to try again, where that may help."""
    if isinstance(error, errors.TooMany):
        return {"Retry-After": str(error.wait)}
    return {"Retry-After": "10"} if status_of(error) == 503 else {}
