"""What a complaint says, by the fields that Loket itself reads; an SOP may ask for more."""

from collections.abc import Mapping

from functions.core.errors import Invalid

WHAT, SUBJECT, STORY = "jenis", "perihal", "uraian"
ABOUT, WHOM, ACCUSED = "nomor", "terlapor", "nama-terlapor"
IDENTITY, NAME, MAILBOX, PHONE, PROXY = "identitas", "nama", "surel", "telepon", "kuasa"
FIELDS = (WHAT, SUBJECT, STORY, ABOUT, WHOM, ACCUSED, IDENTITY, NAME, MAILBOX, PHONE, PROXY)
COMPLAINT, SERVICE = "pengaduan", "layanan"
"""What a mail is taken for: a complaint, about nobody."""
WHO = (NAME, MAILBOX, PHONE, PROXY)
"""What tells who complains."""
OPEN, SECRET, ANONYMOUS = "terbuka", "rahasia", "anonim"
OFFICER, DESK, CHIEF = "petugas", "pejabat", "pimpinan"
"""Whom it is about, if about a person: whoever served, who hears complaints, or the head."""
HIDDEN = "Identitas dirahasiakan"
"""What officers read where it would say who complains in secret."""
ATTACHED = "lampiran"
"""The requirement under which all that is attached is kept."""
VEILED = "Tersimpan, tidak ditampilkan di sini"
NAMELESS = "Isi nama Anda, atau pilih tanpa identitas."
UNREACHABLE = "Isi alamat email atau nomor telepon, agar kami dapat mengabari Anda."
Answers = Mapping[str, str]


def secret(answers: Answers) -> bool:
    """Whether no officer may learn who complains."""
    return answers.get(IDENTITY) == SECRET


def shown(answers: Answers) -> Answers:
    """As officers may read them."""
    if not secret(answers):
        return answers
    return {name: HIDDEN if said and name in WHO else said for name, said in answers.items()}


def veiled(answers: Answers) -> dict[str, str]:
    """As whoever holds number and secret may read them: a slip of paper can be found."""
    return {name: VEILED if said and name in WHO else said for name, said in answers.items()}


def reported(answers: Answers) -> dict[str, str]:
    """What history says of it: of what kind it is."""
    return {"matter": answers[WHAT]} if WHAT in answers else {}


def known(answers: Answers) -> dict[str, str]:
    """What may be kept: of somebody without identity, nothing that tells who it is; in secret, no
    telephone, as nobody could call there.

    Invalid for a name that was promised and not given.
    """
    if answers.get(IDENTITY) != OPEN:
        dropped = WHO if answers.get(IDENTITY) == ANONYMOUS else (PHONE,)
        return {name: "" if name in dropped else said for name, said in answers.items()}
    problems = {} if answers.get(NAME) else {NAME: NAMELESS}
    if not (answers.get(MAILBOX) or answers.get(PHONE)):
        problems[MAILBOX] = UNREACHABLE
    if problems:
        raise Invalid(problems)
    return dict(answers)
