"""An error says what was given, what was expected and what to do: as JSON, or as a page."""

import logging
from typing import Final

from flask import Flask, json, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response

logger = logging.getLogger(__name__)

FOR_PROGRAMS: Final = ("/api/", "/healthz")
HINTS: Final = {
    404: "GET /api/catalog lists what there is; GET /api/solo?seed=7 composes a solo.",
    405: "Use GET.",
    500: "Try again; the server's log says what happened.",
}


class ApiError(HTTPException):
    """A refusal that a program can read: a status, a `slug` to tell it by, and the remedy."""

    def __init__(self, message: str, *, status: int, slug: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.slug, self.hint = status, slug, hint


def register_errors(app: Flask) -> None:
    """Answer programs with `{error: {code, message, hint}}`, and people with a plain page."""
    app.register_error_handler(HTTPException, _answer)
    app.register_error_handler(Exception, _answer_bug)


def _answer(error: HTTPException) -> Response:
    response = error.get_response()  # keeps the headers of the status: Allow, Content-Range
    if request.path.startswith(FOR_PROGRAMS):
        response.data = json.dumps({"error": _describe(error)})
        response.mimetype = "application/json"
    else:
        response.data = render_template("error.html", title=error.name, message=error.description)
        response.mimetype = "text/html"
    return response


def _describe(error: HTTPException) -> dict[str, str]:
    if isinstance(error, ApiError):
        slug, hint = error.slug, error.hint
    else:
        slug = error.name.lower().replace(" ", "_")
        hint = HINTS.get(error.code or 500, "Look at the address and try again.")
    return {"code": slug, "message": error.description or error.name, "hint": hint}


def _answer_bug(error: Exception) -> Response:
    logger.error("%s %s failed", request.method, request.url, exc_info=error)
    return _answer(InternalServerError())
