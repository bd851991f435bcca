"""The headers that every answer carries."""


def security(uploads: str) -> dict[str, str]:
    """`uploads`: the one foreign origin that pages may post scans to and show them from.

    A page may frame another of Loket's: there a scan comes up, or why it does not.
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
        "frame-ancestors 'self'",
    ]
    return {
        "Content-Security-Policy": "; ".join(policy),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "X-Robots-Tag": "noindex",
        "Vary": "Accept",
    }
