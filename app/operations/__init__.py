"""Everything a facilitator can do to a library, one small function each."""

from app.operations.base import OPERATIONS, Operation, operation

__all__ = ["OPERATIONS", "Operation", "operation"]
