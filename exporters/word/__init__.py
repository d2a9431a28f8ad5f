"""Word: a document as a .docx with real styles, outline, numbering, links and alternative text."""

from exporters.word.writer import write_word

__all__ = ["write_word"]
