"""The answers for programs: what can be chosen, live solos, and whether the station is well."""

import logging

from flask import Blueprint, Response, jsonify, request

from server.assets import Assets
from server.catalog import CatalogError, load_catalog
from server.errors import ApiError
from server.solo_request import SoloRequest, read_solo_request
from server.solos import Compose

logger = logging.getLogger(__name__)


def create_api(assets: Assets, compose: Compose) -> Blueprint:
    """Return `/api/catalog`, `/api/solo` and `/healthz`."""
    blueprint = Blueprint("api", __name__)

    @blueprint.get("/api/catalog")
    def catalog() -> Response:
        try:
            lists = load_catalog(assets)
        except CatalogError as error:
            raise ApiError(str(error), status=503, slug="no_catalog", hint="Make it: make assets") from error
        return _tagged(jsonify(lists), cache="no-cache")

    @blueprint.get("/api/solo")
    def solo() -> Response:
        wanted = read_solo_request(request.args)
        try:
            written = compose(wanted)
        except ValueError as error:
            raise ApiError(
                str(error), status=400, slug="cannot_compose", hint="Change what it names."
            ) from error
        # Not for ever: the address does not name the model, and a better one may take its place.
        return _tagged(jsonify(written.to_json()), cache="no-cache")

    @blueprint.get("/healthz")
    def health() -> Response:
        try:
            compose(SoloRequest(seed=0, bars=2))
        except ApiError:
            raise
        except Exception as error:
            logger.exception("The composer fails")
            raise ApiError(
                f"The composer fails: {error!r}",
                status=503,
                slug="composer_fails",
                hint="The server's log has the details.",
            ) from error
        return jsonify(status="ok")

    return blueprint


def _tagged(response: Response, *, cache: str) -> Response:
    response.headers["Cache-Control"] = cache
    response.add_etag()
    response.make_conditional(request)
    return response
