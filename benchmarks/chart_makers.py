"""The same points drawn by Selon and by libraries that give SVG, each by the means that it has for what pages need."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

from selon.dossier.chart import draw
from selon.dossier.page import environment
from selon.dossier.phrases import Phrases
from selon.dossier.points import WIDE, Point

_GIVEN = (
    (18, 1500, "Le canton"), (18, 12000, "Le canton"), (23, 100000, "un service"), (23, 10000, "Ada Ferré"),
    (23, 1000, "La Vigie"), (23, 1500, "Le canton"), (23, 1500, "une commission"), (23, 3000, "Le canton"),
    (23, 3000, "La préfecture"), (26, 12000, "Le port"), (28, 10000, "La préfecture"), (28, 11000, "Le port"),
)  # fmt: skip
POINTS = tuple(
    Point(
        day=dt.date(2031, 5, day),
        low=value,
        high=value,
        planned=False,
        giver=who,
        who=who,
        text=Phrases("fr").number(value),
        words=f"{value} barques",
        href=f"#p-{number}",
        address=f"x:{number}",
    )
    for number, (day, value, who) in enumerate(_GIVEN)
)


def _rows() -> list[dict[str, object]]:
    return [
        {"day": p.day.isoformat(), "value": p.value, "who": p.who, "href": p.href, "text": f"{p.number} {p.who}"}
        for p in POINTS
    ]


def selon() -> str:
    """Draw them as the dossier does."""
    say = Phrases("fr", 2031)
    template = environment().get_template("chart.html.j2").make_module({"say": say})
    drawn = template.drawn(draw(POINTS, WIDE, say), {"key": "s", "label": "barque", "told": ""})  # type: ignore[attr-defined]
    return str(drawn)


def altair() -> str:
    """Draw them with Vega-Lite, through vl-convert: links by `href`, titles by `tooltip`, colours as variables."""
    import altair as alt  # type: ignore[import-not-found]  # noqa: PLC0415

    base = alt.Chart(alt.Data(values=_rows())).encode(
        x=alt.X("day:T", scale=alt.Scale(type="utc")), y=alt.Y("value:Q", scale=alt.Scale(type="log"))
    )
    marked = base.encode(href="href:N", tooltip="text:N", description="text:N")
    points = marked.mark_point(filled=True, size=110, color="var(--ink)")
    words = marked.mark_text(align="left", dx=8, color="var(--ink)").encode(text="text:N")
    lines = base.mark_line(color="var(--line)").encode(detail="who:N")
    out = io.StringIO()
    (lines + points + words).properties(width=780, height=320, background="transparent").save(out, format="svg")
    return out.getvalue()


def pygal() -> str:
    """Draw them with pygal, asked for no script."""
    import pygal as library  # type: ignore[import-not-found]  # noqa: PLC0415

    chart = library.DateLine(
        width=936, height=400, logarithmic=True, js=[], print_values=True, show_legend=False, no_prefix=True
    )
    for who in dict.fromkeys(p.who for p in POINTS):
        own = [p for p in POINTS if p.who == who]
        values = [
            {"value": (p.day, p.value), "xlink": {"href": p.href, "target": "_self"}, "label": p.who} for p in own
        ]
        chart.add(who, values)
    return str(chart.render(is_unicode=True))


def lets_plot() -> str:
    """Draw them with Lets-Plot, which moves labels apart."""
    import lets_plot as library  # type: ignore[import-not-found]  # noqa: PLC0415

    table = {
        "day": [dt.datetime.combine(p.day, dt.time(), dt.UTC) for p in POINTS],
        "value": [p.value for p in POINTS],
        "who": [p.who for p in POINTS],
        "label": [f'<a href="{p.href}">{p.number}</a>\n{p.who}' for p in POINTS],
    }
    chart = library.ggplot(table, library.aes("day", "value")) + library.geom_line(library.aes(group="who"))
    chart += library.geom_point(size=4) + library.geom_text_repel(library.aes(label="label"))
    return str((chart + library.scale_y_log10() + library.ggsize(936, 400)).to_svg())


def matplotlib() -> str:
    """Draw them with Matplotlib, texts as texts."""
    import matplotlib as mpl  # type: ignore[import-not-found]  # noqa: PLC0415

    mpl.use("svg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "selon"})
    import matplotlib.pyplot as plt  # type: ignore[import-not-found]  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(9.36, 4))
    axes.scatter([p.day for p in POINTS], [p.value for p in POINTS]).set_urls([p.href for p in POINTS])
    axes.set_yscale("log")
    for p in POINTS:
        axes.annotate(f"{p.number}\n{p.who}", (p.day, p.value), url=p.href)
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    plt.close(figure)
    return out.getvalue()


MAKERS: dict[str, Callable[[], str]] = {
    "selon": selon,
    "altair and vl-convert": altair,
    "pygal": pygal,
    "lets-plot": lets_plot,
    "matplotlib": matplotlib,
}
