"""Every scene of the station, by the id of its ambience.

A new scene is one module in this folder with a `SCENE`; it is found by itself.
"""

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from training.studio.paint.files import SceneFiles, render_scene
from training.studio.paint.scene import Scene

__all__ = ["SCENES", "Scene", "SceneFiles", "find_scenes", "render_scene"]


def find_scenes(package: str, folders: list[str]) -> dict[str, Scene]:
    """Return the `SCENE` of every module of a package, by scene id, in the modules' order.

    Raises:
        ValueError: when two modules claim the same id.
    """
    scenes: dict[str, Scene] = {}
    for module in pkgutil.iter_modules(folders):
        scene: Scene = import_module(f"{package}.{module.name}").SCENE
        if scene.id in scenes:
            raise ValueError(f"two scenes are called {scene.id!r}: rename the one in {module.name}")
        scenes[scene.id] = scene
    return scenes


SCENES: Final[Mapping[str, Scene]] = MappingProxyType(find_scenes(__name__, list(__path__)))
