"""The applicant sends scans of the required documents."""

from functions.core.errors import Decided
from functions.core.place import kind_here
from functions.register.room import applicant, room
from functions.web.documents import Documents, Place, documents_page
from functions.world import world


@room.page("/p/<token>/dokumen")
def documents(token: str) -> Documents:
    """Forms for every scan asked for; `?unggah=ID.UPLOAD` waits for that one to be examined."""
    case, sop = applicant(token)
    if kind_here(case, sop) not in {"apply", "complete"}:
        raise Decided
    place = Place(world().scans, room.outside(), f"/p/{token}", room.asked("unggah"))
    return documents_page(case, sop, place)
