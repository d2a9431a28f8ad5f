"""What an operation is: a named change to the library, ready to be run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy.orm import Session

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Operation(Generic[T]):
    """One change, with the words of the undo menu.

    Consecutive operations with the same `merge_key` become one undo step. `name` and `arguments`
    let a text that could not be stored be written down in a rescue file and run again later.
    """

    text: str
    run: Callable[[Session], T]
    merge_key: object | None = None
    name: str = ""
    arguments: tuple[Any, ...] = field(default=(), repr=False)


OPERATIONS: dict[str, Callable[..., Operation[Any]]] = {}
"""Every operation by its name, `module.function`."""


def operation(
    text: str, *, merge: bool = False
) -> Callable[[Callable[Concatenate[Session, P], T]], Callable[P, Operation[T]]]:
    """Turn a function on a session into a factory of operations.

    With `merge`, consecutive calls with the same arguments but the last become one undo step:
    a text that is being typed is passed last.
    """

    def decorate(body: Callable[Concatenate[Session, P], T]) -> Callable[P, Operation[T]]:
        name = f"{body.__module__.rpartition('.')[2]}.{body.__name__}"

        @wraps(body)
        def prepare(*args: P.args, **kwargs: P.kwargs) -> Operation[T]:
            key = (name, args[:-1]) if merge else None
            arguments = () if kwargs else args
            return Operation(
                text, lambda session: body(session, *args, **kwargs), key, name, arguments
            )

        OPERATIONS[name] = prepare
        return prepare

    return decorate
