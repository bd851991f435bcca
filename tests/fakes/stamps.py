class MemoryStamps:
    def __init__(self):
        self.shown = []

    def show(self, pages, lines):
        self.shown.append((tuple(pages), tuple(lines)))
        return f"https://views.test/{len(self.shown)}"
