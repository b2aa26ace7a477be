"""The Flask half of Lofi Station: it serves the page, the shelf of assets and live solos."""

from flask import Flask

from server.api import create_api
from server.assets import Assets, create_asset_route
from server.errors import register_errors
from server.headers import register_headers
from server.pages import create_pages
from server.settings import ROOT, Settings
from server.solos import Composer, compose_cached, open_composer


def create_app(settings: Settings | None = None, *, composer: Composer | None = None) -> Flask:
    """Return the whole app, wired.

    Without `settings` they are read from the environment; without `composer` the model that the
    settings name writes the solos.
    """
    settings = settings or Settings.from_env()
    assets = Assets(settings.static)
    compose = compose_cached(composer or open_composer(settings.models))

    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.jinja_env.globals["asset_url"] = assets.url
    app.register_blueprint(create_asset_route(assets))
    app.register_blueprint(create_pages(assets))
    app.register_blueprint(create_api(assets, compose))
    register_errors(app)
    register_headers(app)
    return app
