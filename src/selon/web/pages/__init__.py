"""The pages: one module for each sort, rendered on the server, in the language of who reads."""

from fastapi import APIRouter

from selon.web.pages import (
    actors,
    adding,
    articles,
    claims,
    copies,
    entry,
    history,
    searching,
    sorting,
    statements,
    stories,
)

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
for _part in (entry, stories, sorting, claims, articles, copies, statements, actors, searching, history, adding):
    router.include_router(_part.router)
