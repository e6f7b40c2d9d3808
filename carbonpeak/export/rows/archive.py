"""ZIP archives whose bytes depend on their content alone."""

import io
import zipfile
from collections.abc import Mapping

# The first moment a ZIP archive can say.
DATED = (1980, 1, 1, 0, 0, 0)


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return files by name as a compressed archive, in their order, all with one date."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, DATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, data)
    return content.getvalue()


def undated(content: bytes) -> bytes:
    """Return an archive with the dates of its files taken out."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        return archive({one.filename: old.read(one) for one in old.infolist()})
