"""The headers that every answer carries."""


def security(uploads: str) -> dict[str, str]:
    """`uploads`: the one foreign origin that pages may post scans to and show them from.

    A scan comes up in a frame, whose form asks Loket first. No page of ours is shown in one.
    """
    policy = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        f"img-src 'self' {uploads}".rstrip(),
        f"frame-src 'self' {uploads}".rstrip(),
        f"connect-src {uploads}" if uploads else "connect-src 'none'",
        f"form-action 'self' {uploads}".rstrip(),
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
