"""MiniStack, mended: a version in S3 is answered with the headers that its reader asked for.

Without this, scans are downloaded locally instead of shown; see docs/aws-differences.md.
"""

from typing import Any

from ministack.app import main
from ministack.services import s3

Answer = tuple[int, dict[str, str], bytes]
_answer = s3.handle_request


async def _as_asked(
    method: str, path: str, headers: Any, body: bytes, query: Any, **signed: Any
) -> Answer:
    answer: Answer = await _answer(method, path, headers, body, query, **signed)
    status, told, _ = answer
    if method == "GET" and status == 200:
        s3._apply_response_overrides(told, query)
    return answer


if __name__ == "__main__":
    s3.handle_request = _as_asked
    main()
