"""Files of every kind that holds an id, small but real: ``python -m tests.whole_files FOLDER``."""

import io
import sys
import zipfile
from pathlib import Path

import docx
import pypdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from carbonpeak.export.report import slides, web, word
from carbonpeak.export.rows import writers
from tests.export import samples

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def png(text):
    """Return a picture that says an id in its texts, as ours do."""
    content, said = io.BytesIO(), PngInfo()
    said.add_itxt("Passport", text)
    Image.effect_noise((60, 40), 50).save(content, "PNG", pnginfo=said)
    return content.getvalue()


def pdf(text):
    """Return a document that says an id as another program would."""
    content, writer = io.BytesIO(), pypdf.PdfWriter()
    writer.add_blank_page(width=100, height=100)
    writer.add_metadata({"/Keywords": text})
    writer.write(content)
    return content.getvalue()


def document_with(picture):
    """Return a document of another hand with a picture in it."""
    content, document = io.BytesIO(), docx.Document()
    document.add_picture(io.BytesIO(picture))
    document.save(content)
    return content.getvalue()


def zipped(files):
    """Return files by name in an archive, each packed in another way."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for place, (name, data) in enumerate(files.items()):
            archive.writestr(name, data, compress_type=METHODS[place % len(METHODS)])
    return content.getvalue()


def every():
    """Return files by name."""
    one = samples.printable(samples.figure(chart=False))
    text = one.passport.id
    single = {"a.png": png(text), "a.pdf": pdf(text), "a.xlsx": writers.xlsx(one)}
    return single | {
        "a.parquet": writers.parquet(one),
        "a.csv": writers.csv(one),
        "a.json": writers.json(one),
        "a.docx": word.write(samples.whole(), samples.png),
        "a.pptx": slides.write(samples.whole(), samples.png),
        "a.html": web.write(samples.whole(), samples.svg),
        "b.docx": document_with(png(text)),
        "a.zip": zipped(single | {"a.svg": f"<svg><text>{text}</text></svg>".encode()}),
    }


if __name__ == "__main__":
    for name, content in every().items():
        (Path(sys.argv[1]) / name).write_bytes(content)
