"""What the stage's processes see of this machine's environment."""

import os
from pathlib import Path

from infra.local.claim import MARK

REGION = "ap-southeast-3"
ACCOUNT = "000000000000"
UNWANTED = {"PYTHONDONTWRITEBYTECODE", "FORCE_COLOR"}


def endpoint(port: int) -> str:
    return f"http://localhost:{port}"


def environment(folder: Path, port: int) -> dict[str, str]:
    """Nothing of any real AWS account gets in; nothing gets out but to the emulator."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("AWS_") and name not in UNWANTED
    }
    return inherited | {
        MARK: str(folder),
        "AWS_ENDPOINT_URL": endpoint(port),
        "AWS_ACCESS_KEY_ID": "local",
        "AWS_SECRET_ACCESS_KEY": "local",
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "NO_PROXY": "localhost,127.0.0.1",
        "TMPDIR": str(folder / "scratch"),
    }
