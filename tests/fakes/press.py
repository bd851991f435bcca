"""The press in memory: it keeps the papers, and prints their words where a test can read them."""

from functions.core.paper import Paper


class MemoryPress:
    def __init__(self) -> None:
        self.papers: list[Paper] = []

    def pdf(self, paper: Paper) -> bytes:
        self.papers.append(paper)
        return b"%PDF-1.4\n" + paper.model_dump_json().encode() + b"\n%%EOF\n"
