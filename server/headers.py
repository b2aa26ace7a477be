"""Security headers: the page may use what this server gives it, and nothing else."""

from typing import Final

from flask import Flask, Response

# p5 (2.3.4) adds one style element, the turning of its loading sign. This is that text's hash; when
# another p5 brings another text, the browser's console names the hash to put here.
P5_STYLE: Final = "'sha256-PmUnfxNLN1UfoJC2U19QX897emzGgojOx/9QxMkPonw='"

POLICY: Final = {
    "default-src": "'self'",
    "script-src": "'self'",
    "worker-src": "'self' blob:",  # Tone's clock is a worker made from a blob; without it no tick
    "style-src": f"'self' {P5_STYLE}",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}

HEADERS: Final = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def register_headers(app: Flask) -> None:
    """Send the security headers with every answer, errors too."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response
