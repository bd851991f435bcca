"""A length of office time in Indonesian words."""

from datetime import timedelta


def length(time: timedelta) -> str:
    """2 jam 5 menit; never in days, which differ from office to office."""
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    parts = [f"{amount} {unit}" for amount, unit in ((hours, "jam"), (minutes, "menit")) if amount]
    return " ".join(parts) or "kurang dari 1 menit"
