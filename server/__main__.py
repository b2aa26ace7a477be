"""Serve the station: `python -m server`."""

import logging
import sys
from typing import Final

from waitress import create_server

from server import create_app
from server.settings import Settings

THREADS: Final = 8  # a browser opens six connections at once


def main() -> None:
    """Serve until interrupted; say where, or why not."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        settings = Settings.from_env()
    except ValueError as error:
        sys.exit(str(error))
    try:
        server = create_server(create_app(settings), host=settings.host, port=settings.port, threads=THREADS)
    except OSError as error:
        sys.exit(f"Cannot listen on {settings.host}:{settings.port} ({error}); try another PORT")
    server.print_listen("Lofi Station is on http://{}:{}")
    server.run()


if __name__ == "__main__":
    main()
