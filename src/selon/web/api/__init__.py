"""The API: `/api/v1/…`, one module for each sort of thing."""

from fastapi import APIRouter

from selon.web.api import articles, corrections, ledger, stories

__all__ = ["router"]

router = APIRouter(prefix="/api/v1")
for _part in (ledger, stories, articles, corrections):
    router.include_router(_part.router)
