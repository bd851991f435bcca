"""The headers that every answer carries."""


def security(uploads: str, shown: str = "") -> dict[str, str]:
    """`uploads`: the one foreign origin that pages may post scans to; `shown`: those, with spaces
    between them, that scans are shown from.

    A scan comes up in a frame, whose form asks Loket first, and is then sent on: a browser asks
    the policy for forms again. No page of ours is shown in a frame.
    """
    policy = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        f"img-src 'self' {shown}".rstrip(),
        f"frame-src 'self' {shown}".rstrip(),
        f"connect-src {uploads}" if uploads else "connect-src 'none'",
        " ".join(filter(None, ("form-action 'self'", uploads, shown))),
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    return {
        "Content-Security-Policy": "; ".join(policy),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex",
        "Vary": "Accept",
    }
