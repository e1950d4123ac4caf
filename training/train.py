"""Train the network that reads statements: python -m training.train [--output WEIGHTS].

The same articles, settings and seed give the same weights on the same machine. Progress goes to standard error; the
last lines say how well the weights do on gold/dev and gold/seeds, which were not trained on.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

try:
    import torch
except ImportError as error:
    msg = "training needs PyTorch, which is not installed: pip install torch"
    raise ImportError(msg) from error
from torch.nn import functional

from selon.annotation.parse import load_model
from selon.annotation.statements.features import FLAGS, PROPOSED
from selon.annotation.statements.surroundings import MEASURES, surroundings_of
from selon.annotation.statements.words import Vocabulary, Words
from selon.lexicon import load
from training.corpus import annotated, gold
from training.examples import LANGUAGE, Example, drafted, example, vocabulary_of
from training.measuring import measured
from training.network import Learner, exported

WEIGHTS = Path(__file__).parents[1] / "src/selon/annotation/statements/weights"
PADDING = 8  # empty tokens between the articles of a batch: further than a convolution reaches
_PROPOSED = [FLAGS.index(f"proposed {part}") for part in PROPOSED]
_MEASURED = [number for number, name in enumerate(MEASURES) if name.endswith("proposed")]
_NAMES = ("words", "lemmas", "rows", "parts", "relations", "heads", "flags", "shared")


def settings() -> SimpleNamespace:
    """Return what `settings.toml` says."""
    return SimpleNamespace(**tomllib.loads(Path(__file__).with_name("settings.toml").read_text(encoding="utf-8")))


def batch_of(examples: list[Example]) -> tuple[dict[str, torch.Tensor], list[int]]:
    """Return the features of some articles one behind the other, and where each starts."""
    columns: dict[str, list[Any]] = {name: [] for name in _NAMES}
    starts, at = [], 0
    for one in examples:
        starts.append(at)
        count = len(one.words)
        for name in _NAMES:
            column = getattr(one.features, name)
            filler = np.zeros((PADDING, *column.shape[1:]), column.dtype)
            if name == "heads":
                column, filler = column + at, np.arange(at + count, at + count + PADDING)
            columns[name] += [column, filler - (name == "rows")]
        at += count + PADDING
    return {name: torch.tensor(np.concatenate(column)) for name, column in columns.items()}, starts


class Trainer:
    """One run of training over the examples."""

    def __init__(self, learner: Learner, examples: list[Example], chosen: SimpleNamespace) -> None:
        self.learner, self.examples, self.chosen = learner, examples, chosen
        self.batches = -(-len(examples) // chosen.batch)
        self.optimizer = torch.optim.AdamW(learner.parameters(), lr=chosen.rate, weight_decay=chosen.decay)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, chosen.rate, total_steps=self.batches * chosen.epochs, pct_start=0.15
        )

    def epoch(self) -> list[float]:
        """Go once over the examples. Return the losses for each statement: anchors, roles, stances, validity."""
        self.learner.train()
        order = list(range(len(self.examples)))
        random.shuffle(order)
        totals, statements = np.zeros(4), 0
        for at in range(0, len(order), self.chosen.batch):
            some = [self.examples[i] for i in order[at : at + self.chosen.batch]]
            losses = self.losses(some)
            count = sum(len(one.anchors) for one in some)
            self.optimizer.zero_grad()
            (sum(losses) / max(count, 1)).backward()
            torch.nn.utils.clip_grad_norm_(self.learner.parameters(), 2.0)
            self.optimizer.step()
            self.schedule.step()
            totals += [float(loss.detach()) for loss in losses]
            statements += count
        return (totals / max(statements, 1)).tolist()

    def losses(self, some: list[Example]) -> list[torch.Tensor]:
        """Return the losses of a batch of articles."""
        learner, weigh = self.learner, self.chosen
        batch, starts = batch_of(some)
        if blind := random.random() < weigh.blind:
            batch["flags"][:, _PROPOSED] = 0
        encoded = learner.encode(batch)
        scores = learner.anchors(encoded)
        wanted = torch.zeros(len(scores))
        for one, start in zip(some, starts, strict=True):
            wanted[[a + start for a in one.anchors]] = 1
        chances = torch.sigmoid(scores).detach()
        windows, right = self._windows(some, starts, chances.numpy())
        if blind:
            windows["measures"][:, :, _MEASURED] = 0
        roles, stances, valid = learner.roles(encoded, chances, windows)
        count = len(right)
        sequences = torch.tensor(np.concatenate([one.roles for one in some]))
        named = torch.tensor([s for one in some for s in one.stances], dtype=torch.long)
        there = windows["measures"][:count, :, 1]
        truth = torch.cat([torch.ones(count), torch.zeros(len(valid) - count)])
        return [
            functional.binary_cross_entropy_with_logits(scores, wanted, reduction="sum") * weigh.anchors,
            learner.sequence_loss(roles[:count], sequences, there).sum() * weigh.roles,
            functional.cross_entropy(stances[:count], named, reduction="sum") * weigh.stances,
            functional.binary_cross_entropy_with_logits(valid, truth, reduction="sum") * weigh.valid,
        ]

    def _windows(
        self, some: list[Example], starts: list[int], chances: Any
    ) -> tuple[dict[str, torch.Tensor], list[int]]:
        """Return the windows of the right anchors, then of wrong ones that seem likely to the network so far."""
        right, wrong = [], []
        for one, start in zip(some, starts, strict=True):
            own = chances[start : start + len(one.words)].copy()
            own[one.anchors] = 0
            worst = np.argsort(-own, kind="stable")[: self.chosen.wrong_anchors]
            right.append((one, start, np.array(one.anchors, dtype=np.int64)))
            wrong.append((one, start, worst[own[worst] > self.chosen.wrong_from]))
        columns: dict[str, list[Any]] = {}
        for one, start, anchors in (*right, *wrong):
            for name, column in surroundings_of(one.features, anchors)._asdict().items():
                columns.setdefault(name, []).append(column + start if name in {"anchors", "tokens"} else column)
        stacked = {name: torch.tensor(np.concatenate(column)) for name, column in columns.items()}
        return stacked, [a for _, _, anchors in right for a in anchors]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=WEIGHTS / f"{LANGUAGE}.npz")
    parser.add_argument("--articles", type=int, help="train on the first so many articles only, to try it out")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="another value of a setting")
    arguments = parser.parse_args()
    chosen = settings()
    for change in arguments.set:
        name, value = change.split("=")
        setattr(chosen, name, type(getattr(chosen, name))(value))
    torch.set_num_threads(chosen.threads)
    for module in (random, np.random, torch):
        getattr(module, "manual_seed" if module is torch else "seed")(chosen.seed)
    articles = list(annotated())[: arguments.articles]
    drafts = [drafted(article) for article in articles]
    vocabulary = vocabulary_of(drafts, chosen.least)
    words = Words(load(LANGUAGE), vocabulary)
    examples = [example(a, d, words) for a, d in zip(articles, drafts, strict=True)]
    tests = {name: [example(a, drafted(a), words) for a in gold(name)] for name in ("dev", "seeds")}
    vectors = load_model(LANGUAGE).vocab.vectors.data.astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-6)
    learner = Learner(vocabulary, vectors, examples[0].features.shared.shape[1], chosen)
    statements, weights = sum(len(e.anchors) for e in examples), sum(p.numel() for p in learner.parameters())
    _tell(f"{len(examples)} articles, {statements} statements, {len(vocabulary.words)} words; {weights:,} weights")
    trainer = Trainer(learner, examples, chosen)
    for number in range(chosen.epochs):
        begun = time.perf_counter()
        losses = " ".join(f"{loss:.3f}" for loss in trainer.epoch())
        _tell(f"epoch {number}: {losses} ({time.perf_counter() - begun:.0f} s)")
        if number % 3 == 2 or number == chosen.epochs - 1:
            _write(arguments.output, vocabulary, exported(learner))
            _tell("  dev: " + measured(exported(learner), words, vectors, tests["dev"]))
    found = exported(learner)
    for name, texts in tests.items():
        print(f"{name}:", measured(found, words, vectors, texts))
    _write(arguments.output, vocabulary, found)


def _write(path: Path, vocabulary: Vocabulary, weights: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    known = {name: "\n".join(numbers) for name, numbers in vocabulary._asdict().items()}
    np.savez_compressed(path, flags="\n".join(FLAGS), **known, **weights)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
