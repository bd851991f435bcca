"""Lambda packages, built on this machine: no Docker."""

import compileall
import py_compile
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsii
from aws_cdk import (
    AssetHashType,
    BundlingOptions,
    DockerImage,
    FileSystem,
    IgnoreMode,
    ILocalBundling,
)
from aws_cdk import aws_lambda as lambda_

ROOT = Path(__file__).parent.parent
LIBRARIES = ROOT / "functions" / "requirements.lock"
PRESS = ROOT / "functions" / "press.lock"
SCANS = ROOT / "functions" / "scans.lock"
RUNTIME = lambda_.Runtime(f"python3.{sys.version_info.minor}", lambda_.RuntimeFamily.PYTHON)
UNSHIPPED = "reportlab/fonts/DarkGarden*"
"""A font under the GPL, which nothing here prints with."""
PLATFORM = "aarch64-manylinux_2_28"


@jsii.implements(ILocalBundling)
class Libraries:
    """The libraries of a lock file for Lambda's own platform, with their bytecode."""

    def __init__(self, lock: Path) -> None:
        self._lock = lock

    def try_bundle(self, output_dir: str, options: Any) -> bool:
        install(self._lock, Path(output_dir) / "python", PLATFORM)
        return True


def install(lock: Path, target: Path, platform: str) -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--require-hashes"]
    where = ["--target", str(target), "--python-version", version, "--python-platform", platform]
    wheels = ["--only-binary", ":all:", "--requirement", str(lock)]
    subprocess.run([*uv, *where, *wheels], check=True)
    for font in target.glob(UNSHIPPED):
        font.unlink()
    compiled(target)


def compiled(target: Path) -> None:
    """Give everything its bytecode. Not by time stamps: a zip does not keep them, and what looks
    stale is compiled anew at every start."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(target, quiet=1, invalidation_mode=mode)


def code() -> lambda_.Code:
    return lambda_.Code.from_asset(
        str(ROOT),
        exclude=[
            "*",
            "!functions",
            "!functions/**",
            "!docs",
            "!docs/openapi.json",
            "**/__pycache__",
        ],
        ignore_mode=IgnoreMode.GIT,
    )


def libraries(lock: Path) -> lambda_.Code:
    local: Any = Libraries(lock)
    return lambda_.Code.from_asset(
        str(ROOT / "functions"),
        asset_hash_type=AssetHashType.CUSTOM,
        asset_hash=FileSystem.fingerprint(str(lock)),
        bundling=BundlingOptions(image=DockerImage.from_registry("unused"), local=local),
    )
