import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest

from digest import model

ROOMS = [
    importlib.import_module(f"{model.__name__}.{room.name}")
    for room in pkgutil.iter_modules(model.__path__)
]
CLASSES = [each for each in map(vars(model).get, model.__all__) if inspect.isclass(each)]


def made_in(room: ModuleType) -> set[str]:
    """Give the public names of a room that it did not get from somewhere else."""
    return {
        name
        for name, value in vars(room).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == room.__name__
    }


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_every_public_type_of_a_room_is_at_the_door(room: ModuleType) -> None:
    names = made_in(room)

    assert names
    assert names <= set(model.__all__)
    assert all(getattr(model, name) is getattr(room, name) for name in names)


@pytest.mark.parametrize("each", CLASSES)
def test_nothing_that_crosses_a_stage_boundary_can_be_changed(each: type) -> None:
    made = getattr(each, "__dataclass_params__", None)

    assert made.frozen if made else issubclass(each, tuple)
