# SPDX-License-Identifier: MIT
"""Pictures made for the tests, good ones and hostile ones; nothing binary is kept."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw


def screenshot(width: int = 360, height: int = 640, seed: int = 0) -> Image.Image:
    picture = Image.new("RGB", (width, height), "#ededed")
    draw = ImageDraw.Draw(picture)
    for row in range(0, height, 60):
        draw.rectangle((40, row + 10, width // 2 + seed % 90, row + 50), fill="#95ec69")
        draw.text((50, row + 20), f"message {row} {seed}", fill="black")
    return picture


def noise(width: int, height: int) -> Image.Image:
    return Image.effect_noise((width, height), 80).convert("RGB")


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb_png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (png_chunk(b"IHDR", header), png_chunk(b"IDAT", body), png_chunk(b"IEND", b""))
    )


def animation(kind: str) -> bytes:
    frames = [screenshot(seed=number) for number in (1, 40)]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
