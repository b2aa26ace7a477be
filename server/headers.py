"""Security headers: the page may use what this server gives it, and nothing else."""

from typing import Final

from flask import Flask, Response

POLICY: Final = {
    "default-src": "'self'",
    "script-src": "'self'",
    "worker-src": "'self' blob:",  # Tone's clock is a worker made from a blob; without it no tick
    "style-src": "'self'",
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
