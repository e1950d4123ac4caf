"""The API: `/api/v1/…`, one module for each sort of thing."""

from fastapi import APIRouter

from selon.web.api import articles, corrections, ledger, searching, stories

__all__ = ["router"]

router = APIRouter(prefix="/api/v1")
for _part in (ledger, stories, articles, corrections, searching):
    router.include_router(_part.router)
