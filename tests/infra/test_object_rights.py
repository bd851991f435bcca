"""Who may put, read and destroy what lies in the buckets."""

from tests.infra.rights import HTTP, ROOMS, Rights, places, who_may


def test_who_invites_scans_into_quarantine_cannot_read_them_and_who_examines_them_can(
    rights: Rights,
) -> None:
    """G13: nothing that was not made anew is shown."""
    assert who_may(rights, "s3:PutObject", "StoreScans") & ROOMS == {*HTTP, "Complaints", "Inbound"}
    for action in ("s3:GetObject", "s3:GetObjectVersion"):
        assert who_may(rights, action, "StoreScans") & ROOMS == {"Scans"}


def test_no_room_can_say_that_a_scan_is_free_of_malware(rights: Rights) -> None:
    """The tag is the scanner's to set."""
    tags = {a for room in ROOMS for a, _ in rights.get(room, ()) if "Tagging" in a}
    assert tags <= {"s3:GetObjectVersionTagging"}
    assert who_may(rights, "s3:GetObjectVersionTagging") & ROOMS <= {"Scans"}


def test_clean_scans_are_written_by_what_makes_them_anew_alone(rights: Rights) -> None:
    """G13"""
    assert who_may(rights, "s3:PutObject", "StoreClean") == {"Scans"}
    readers = {"Register", "Verify", "Complaints", "Stamp"}
    assert who_may(rights, "s3:GetObject", "StoreClean") == readers


def test_officers_see_copies_that_are_marked_and_of_the_clean_only_the_signed_letter(
    rights: Rights,
) -> None:
    for action in ("s3:GetObject", "s3:GetObjectVersion"):
        assert places(rights, "Verify", action, "StoreClean") == {"/*/surat/*"}
    assert who_may(rights, "s3:GetObject", "StoreViews") == {"Verify"}
    assert who_may(rights, "s3:PutObject", "StoreViews") == {"Stamp"}


def test_what_makes_copies_may_read_what_is_clean_and_put_copies_and_nothing_else(
    rights: Rights,
) -> None:
    assert {action for action, _ in rights["Stamp"]} == {
        "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject",
    }  # fmt: skip
    assert not any("StoreScans" in r or "StoreArchive" in r for _, r in rights["Stamp"])


def test_who_takes_mails_in_reads_these_alone_and_keeps_nothing_but_what_came_along(
    rights: Rights,
) -> None:
    assert who_may(rights, "s3:GetObject", "StoreInbox") == {"Inbound"}
    assert who_may(rights, "s3:PutObject", "StoreInbox") == set()
    assert places(rights, "Inbound", "s3:PutObject", "StoreScans") == {"/*/lampiran/*"}


def test_each_room_archives_only_what_is_signed_at_its_own_door(rights: Rights) -> None:
    assert who_may(rights, "s3:PutObject", "StoreArchive") == HTTP
    assert places(rights, "Register", "s3:PutObject", "StoreArchive") == {"/*/pernyataan/*"}
    assert places(rights, "Verify", "s3:PutObject", "StoreArchive") == {"/*/surat/*"}


def test_only_the_doors_rooms_show_what_was_archived(rights: Rights) -> None:
    assert who_may(rights, "s3:GetObject", "StoreArchive") == HTTP
    assert who_may(rights, "s3:GetObjectVersion", "StoreArchive") == set()


def test_nobody_but_the_destruction_deletes_an_object_or_lifts_its_lock(rights: Rights) -> None:
    destroying = {"s3:ListBucketVersions", "s3:DeleteObjectVersion"}
    rooms = {a for who in ROOMS for a, _ in rights.get(who, ()) if a.startswith("s3:")}
    using = {"s3:PutObject", "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectVersionTagging"}
    assert rooms - using == destroying | {"s3:BypassGovernanceRetention", "s3:DeleteObject"}
    for action in destroying:
        assert who_may(rights, action) == {"Retention"}
        assert who_may(rights, action, "StoreViews") == {"Retention"}
    assert who_may(rights, "s3:DeleteObject") == {"Retention"}
    assert who_may(rights, "s3:DeleteObject", "StoreArchive") == set()
    assert who_may(rights, "s3:BypassGovernanceRetention") == {"Retention"}
    assert who_may(rights, "s3:BypassGovernanceRetention", "StoreScans") == set()


def test_what_destroys_reads_and_writes_nothing_of_what_is_stored(rights: Rights) -> None:
    assert not {a for a, _ in rights["Retention"] if a.startswith("s3:") and "Object" in a} - {
        "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention",
    }  # fmt: skip
