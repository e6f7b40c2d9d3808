"""What is written into PNG and PDF beside the picture, read again by other programs."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from carbonpeak.export.picture import stamp

TEXTS = {"Title": "能耗强度 <b>&", "Passport": "glide@df275964.1-abcd"}


def png(size=(20, 10)):
    content = io.BytesIO()
    Image.new("RGB", size, "#12436D").save(content, "PNG")
    return content.getvalue()


def pdf():
    writer = PdfWriter()
    writer.add_blank_page(width=442.08, height=300.24)
    writer.metadata = {"/Title": "about", "/CreationDate": "D:20261121080000+00'00'"}
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


@pytest.mark.parametrize("dpi", [300, 600])
def test_a_png_keeps_its_pixels_and_knows_its_resolution(dpi):
    stamped = stamp.png(png(), dpi, TEXTS)
    with Image.open(io.BytesIO(stamped)) as picture, Image.open(io.BytesIO(png())) as before:
        picture.load()
        assert picture.tobytes() == before.tobytes()
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.01)
        assert {name: picture.info[name] for name in TEXTS} == TEXTS


def test_a_pdf_says_what_it_is_and_not_when():
    stamped = stamp.pdf(pdf(), {**TEXTS, "Language": "zh-CN"})
    reader = PdfReader(io.BytesIO(stamped), strict=True)
    assert reader.metadata["/Title"] == TEXTS["Title"]
    assert reader.metadata["/Passport"] == TEXTS["Passport"]
    assert "/CreationDate" not in reader.metadata
    assert reader.root_object["/Lang"] == "zh-CN"
    assert len(reader.pages) == 1


def test_a_title_the_browser_knows_is_kept():
    reader = PdfReader(io.BytesIO(stamp.pdf(pdf(), {"Producer": "carbonpeak"})))
    assert reader.metadata["/Title"] == "about"
    assert reader.metadata["/Producer"] == "carbonpeak"


def test_the_page_of_a_pdf_is_exactly_as_large_as_the_figure():
    reader = PdfReader(io.BytesIO(stamp.pdf(pdf(), TEXTS, (156, 105.9))))
    box = reader.pages[0].mediabox
    assert float(box.width) == pytest.approx(156 / 25.4 * 72, abs=0.001)
    assert float(box.height) == pytest.approx(105.9 / 25.4 * 72, abs=0.001)
    assert float(box.top) == pytest.approx(300.24)


def test_a_pdf_can_be_stamped_twice():
    twice = stamp.pdf(stamp.pdf(pdf(), TEXTS), {"Title": "neu"})
    assert PdfReader(io.BytesIO(twice), strict=True).metadata["/Title"] == "neu"


def test_the_info_of_a_figure_has_the_names_readers_show():
    facts = stamp.info(
        {
            "Title": "t",
            "Description": "d",
            "Source": "s",
            "Passport": "p",
            "DataVersion": "v",
            "Language": "en",
            "Software": "carbonpeak",
        }
    )
    assert (facts["Subject"], facts["Keywords"], facts["Creator"]) == ("d", "p", "carbonpeak")
    assert "Description" not in facts
