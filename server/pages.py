"""The page."""

from typing import Final

from flask import Blueprint, Response, make_response, render_template

from server.assets import Assets, MissingAssetError

BUNDLE: Final = ("dist/main.js", "dist/main.css")


def create_pages(assets: Assets) -> Blueprint:
    """Return `/`, the station; without its bundle, a page that says how to make it."""
    blueprint = Blueprint("pages", __name__)

    @blueprint.get("/")
    def index() -> Response:
        try:
            for name in BUNDLE:
                assets.path(name)
        except MissingAssetError as missing:
            message = f"The page has not been built: {missing} is not there. Run `make run`."
            return make_response(render_template("error.html", title="Not built yet", message=message), 503)
        response = make_response(render_template("index.html"))
        response.cache_control.no_cache = True
        response.add_etag()
        return response

    return blueprint
