"""PDF files: the text of their pages, a blank line between pages.

The day a PDF file was made is not the day its report was published, so no date is taken from its
properties: the report's own first lines are asked for one.
"""

from __future__ import annotations

import io
import logging

from figures.errors import UnreadableInput
from figures.reading.documents import Article

#: Bytes.
LARGEST = 200_000_000


def parse(content: bytes, name: str) -> Article:
    """The text of a PDF file; UnreadableInput where it is locked, broken or only scanned images."""
    if len(content) > LARGEST:
        raise UnreadableInput(name, f"larger than {LARGEST // 1_000_000} MB; split it")
    import pypdf

    silent = logging.NullHandler()  # its warnings about a file are no business of the terminal
    logging.getLogger("pypdf").addHandler(silent)
    pages: list[str] = []
    unread: list[int] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableInput(name, "a PDF locked with a password; unlock it first")
        for number, page in enumerate(reader.pages, start=1):
            try:
                pages.append(page.extract_text())
            except Exception:  # one broken page is no reason to lose the others
                unread.append(number)
        title = reader.metadata.title if reader.metadata is not None else None
    except UnreadableInput:
        raise
    except Exception as error:  # hostile files find new ways to break a parser
        raise UnreadableInput(
            name, f"a PDF that cannot be parsed ({type(error).__name__}); nothing was read"
        ) from None
    finally:
        logging.getLogger("pypdf").removeHandler(silent)
    text = "\n\n".join(page.strip("\n") for page in pages if page.strip())
    if not text:
        raise UnreadableInput(name, "a PDF without text (scanned pages?); run it through OCR first")
    listed = ", ".join(map(str, unread[:10])) + (", …" if len(unread) > 10 else "")
    return Article(
        text=text.replace("\r\n", "\n"),
        title=title if isinstance(title, str) else None,
        notes=(f"page {listed} could not be read",) if unread else (),
    )
