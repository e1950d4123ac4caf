"""The network of `selon.annotation.statements.network`, in the form in which it learns."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from selon.annotation.statements.features import FLAGS, PARTS, RELATIONS
from selon.annotation.statements.network import CONTENT, SOURCE
from selon.annotation.statements.surroundings import (
    BEFORE,
    BRANCHES,
    DISTANCES,
    MEASURES,
    NO_QUOTATION,
    SENTENCES,
)
from selon.annotation.statements.words import STANCES, Vocabulary

ROLES = 4


class Learner(nn.Module):
    """Weights that can be trained. `shared` is the width of the language model's own vectors of tokens."""

    def __init__(self, vocabulary: Vocabulary, vectors: npt.NDArray[np.float32], shared: int, settings: Any) -> None:
        super().__init__()
        width, inner, drop = settings.width, settings.window_width, settings.dropout
        self.words = nn.Embedding(len(vocabulary.words) + 1, 32, padding_idx=0)
        self.lemmas = nn.Embedding(len(vocabulary.lemmas) + 1, 48, padding_idx=0)
        self.parts, self.relations = nn.Embedding(len(PARTS), 16), nn.Embedding(len(RELATIONS), 24)
        self.register_buffer("vectors", torch.tensor(np.concatenate([vectors, np.zeros((1, vectors.shape[1]), "f4")])))
        self.rows = nn.Linear(vectors.shape[1], 64, bias=False)
        entry = 32 + 48 + 16 + 24 + 64 + len(FLAGS) + shared
        self.own, self.above = nn.Linear(entry, width), nn.Linear(entry, width, bias=False)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(width, width, 3, padding=2**k, dilation=2**k) for k in range(settings.layers)
        )
        self.graphs = nn.ModuleList(nn.Linear(width, width, bias=False) for _ in range(settings.layers))
        self.dependents = nn.ModuleList(nn.Linear(width, width, bias=False) for _ in range(settings.layers))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(settings.layers + 1))
        self.anchor_inner, self.anchor_out = nn.Linear(width, width), nn.Linear(width, 1)
        self.token, self.anchor = nn.Linear(width, inner, bias=False), nn.Linear(width, inner)
        sizes = (BRANCHES, DISTANCES, 2 * SENTENCES + 1, NO_QUOTATION + 1)
        self.around = nn.ModuleList(nn.Embedding(size, inner) for size in sizes)
        self.measures = nn.Linear(len(MEASURES) + 1, inner, bias=False)
        self.window_convolutions = nn.ModuleList(
            nn.Conv1d(inner, inner, 3, padding=2**k, dilation=2**k) for k in range(settings.window_layers)
        )
        self.window_norms = nn.ModuleList(nn.LayerNorm(inner) for _ in range(settings.window_layers + 1))
        self.pool, self.out = nn.Linear(inner, inner), nn.Linear(inner, ROLES)
        self.stance_inner, self.stance_out = nn.Linear(width + 3 * inner, inner), nn.Linear(inner, len(STANCES))
        self.valid = nn.Linear(width + 3 * inner, 1)
        self.transitions = nn.Parameter(torch.zeros(ROLES, ROLES))
        self.dropout, self.word_dropout = nn.Dropout(drop), settings.word_dropout

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        words, lemmas, rows, shared = batch["words"], batch["lemmas"], batch["rows"], batch["shared"]
        if self.training:  # now and then a word goes unknown, so that its surroundings have to tell
            kept = torch.rand(words.shape) > self.word_dropout
            words, lemmas = words * kept, lemmas * kept
            rows = torch.where(kept | (torch.rand(words.shape) > 0.5), rows, -1)
            shared = shared * (torch.rand(words.shape) > self.word_dropout)[:, None]
        parts = [
            self.words(words), self.lemmas(lemmas), self.parts(batch["parts"]), self.relations(batch["relations"]),
            self.rows(self.vectors[rows]), batch["flags"], shared,
        ]  # fmt: skip
        entered, heads = self.dropout(torch.cat(parts, dim=-1)), batch["heads"]
        out = self.norms[0](functional.relu(self.own(entered) + self.above(entered)[heads]))
        own = torch.nonzero(heads != torch.arange(len(heads)))[:, 0]
        counts = torch.zeros(len(heads)).index_add(0, heads[own], torch.ones(len(own))).clamp(min=1)[:, None]
        layers = zip(self.convolutions, self.graphs, self.dependents, list(self.norms)[1:], strict=True)
        for convolution, graph, dependents, norm in layers:
            gathered = torch.zeros_like(out).index_add(0, heads[own], out[own]) / counts
            seen = convolution(out.t()[None])[0].t() + graph(out[heads]) + dependents(gathered)
            out = norm(out + self.dropout(functional.relu(seen)))
        return out

    def anchors(self, encoded: Tensor) -> Tensor:
        return self.anchor_out(self.dropout(functional.relu(self.anchor_inner(encoded))))[:, 0]

    def roles(self, encoded: Tensor, likely: Tensor, around: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        tokens, there = around["tokens"], around["measures"][:, :, 1:2]
        measures = torch.cat([around["measures"], likely[tokens][:, :, None]], dim=2)
        seen = self.token(encoded)[tokens] + self.anchor(encoded[around["anchors"]])[:, None] + self.measures(measures)
        for table, name in zip(self.around, ("branches", "distances", "sentences", "quotations"), strict=True):
            seen = seen + table(around[name])
        seen = self.window_norms[0](functional.relu(seen)) * there
        for convolution, norm in zip(self.window_convolutions, list(self.window_norms)[1:], strict=True):
            found = convolution(seen.transpose(1, 2)).transpose(1, 2)
            seen = norm(seen + self.dropout(functional.relu(found))) * there
        seen = seen + self.pool(seen.mean(1))[:, None]
        scores = self.out(self.dropout(seen))
        share = scores.softmax(-1)
        gathered = [
            torch.einsum("awd,aw->ad", seen, share[:, :, role]) / (share[:, :, role].sum(1, keepdim=True) + 1e-3)
            for role in (CONTENT, SOURCE)
        ]
        whole = self.dropout(torch.cat([encoded[around["anchors"]], *gathered, seen[:, BEFORE]], dim=-1))
        stances = self.stance_out(self.dropout(functional.relu(self.stance_inner(whole))))
        return scores, stances, self.valid(whole)[:, 0]

    def sequence_loss(self, scores: Tensor, wanted: Tensor, there: Tensor) -> Tensor:
        """Return the negative log-likelihood of the wanted roles of each window (conditional random field)."""
        scores = scores * there[:, :, None]
        total, reached = scores[:, 0], scores[:, 0].gather(1, wanted[:, :1])[:, 0]
        for at in range(1, scores.shape[1]):
            total = torch.logsumexp(total[:, :, None] + self.transitions, dim=1) + scores[:, at]
            reached = reached + self.transitions[wanted[:, at - 1], wanted[:, at]]
            reached = reached + scores[:, at].gather(1, wanted[:, at : at + 1])[:, 0]
        return torch.logsumexp(total, dim=1) - reached


def exported(learner: Learner) -> dict[str, npt.NDArray[np.float16]]:
    """Return the weights under the names that the package reads, in half precision."""
    held: dict[str, Tensor] = {
        "transitions": learner.transitions,
        "encode.words": learner.words.weight,
        "encode.lemmas": learner.lemmas.weight,
        "encode.parts": learner.parts.weight,
        "encode.relations": learner.relations.weight,
        "encode.vectors": learner.rows.weight.t(),
        "encode.entry": _entry(learner),
        "encode.bias": learner.own.bias,
        "roles.token": learner.token.weight.t(),
        "roles.anchor": learner.anchor.weight.t(),
        "roles.bias": learner.anchor.bias,
        "roles.measures": learner.measures.weight.t(),
    }
    layers = {"anchors.inner": learner.anchor_inner, "anchors.out": learner.anchor_out, "roles.pool": learner.pool,
              "roles.out": learner.out, "valid.out": learner.valid}  # fmt: skip
    for name, layer in layers.items():
        held |= {name: layer.weight.t(), f"{name}.bias": layer.bias}
    for name, table in zip(("branches", "distances", "sentences", "quotations"), learner.around, strict=True):
        held[f"roles.{name}"] = table.weight
    for step, convolutions in (("encode", learner.convolutions), ("roles", learner.window_convolutions)):
        for number, layer in enumerate(convolutions):
            held |= {f"{step}.convolution{number}": layer.weight.permute(2, 1, 0), f"{step}.bias{number}": layer.bias}
    for step, norms in (("encode", learner.norms), ("roles", learner.window_norms)):
        for number, layer in enumerate(norms):
            held |= {f"{step}.norm{number}.scale": layer.weight, f"{step}.norm{number}.shift": layer.bias}
    for number, layer in enumerate(learner.graphs):
        held[f"encode.graph{number}"] = layer.weight.t()
    for number, layer in enumerate(learner.dependents):
        held[f"encode.dependents{number}"] = layer.weight.t()
    return {name: tensor.detach().numpy().astype(np.float16) for name, tensor in held.items()}


def _entry(learner: Learner) -> Tensor:
    """Return the first layer's weights, a row for each input in the package's order, both halves side by side."""
    return torch.cat([learner.own.weight, learner.above.weight]).t()
