"""The bytes of a .zip: only what its directory lists, one entry behind the other, and nothing hidden between.

Programs that read a .zip from its start meet the entries themselves, others its directory (APPNOTE.TXT,
4.3.6): where both do not say the same, two people unpack two packages from one file.
"""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from casework.visible import visible

LOCAL = struct.Struct("<4s5H3L2H")
END = struct.Struct("<4s4H2LH")
END_64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR_64 = struct.Struct("<4sLQL")
CENTRAL_SIZE = 46
AT_THE_END, UTF_8 = 0x8, 0x800
FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF  # "see the ZIP64 field"
ZIP64, OTHER_NAME = 0x0001, 0x7075
BLOCK = 1 << 20
LONGEST_SHOWN = 300
STRAY_END = "bytes stand before or behind the directory of the .zip, or it has a comment"


def fault(path: Path, archive: ZipFile) -> str:
    """The first place where the bytes are not what the directory lists; "" where all is as it should be.

    Raises OSError where the file cannot be read, zlib.error where an entry's bytes are no deflate stream.
    """
    members = sorted(archive.infolist(), key=lambda m: m.header_offset)
    ends = [*(m.header_offset for m in members[1:]), archive.start_dir]
    with path.open("rb") as file:
        if members and members[0].header_offset:
            return f"{members[0].header_offset} bytes stand before the first entry of the .zip"
        for member, end in zip(members, ends, strict=False):
            if wrong := _entry(file, member, end):
                return f"{visible(member.orig_filename[:LONGEST_SHOWN])}: {wrong}"
        return _tail(file, archive, members)


def _entry(file: BinaryIO, member: ZipInfo, end: int) -> str:
    """One entry with its bytes, up to where the next one begins."""
    file.seek(member.header_offset)
    head = file.read(LOCAL.size)
    if len(head) < LOCAL.size or not head.startswith(b"PK\3\4"):
        return "no entry of the .zip where its directory says"
    _, _, flags, method, _, _, crc, packed, size, name, further = LOCAL.unpack(head)
    if (flags, method, file.read(name)) != (member.flag_bits, member.compress_type, _name(member)):
        return "its entry and the directory of the .zip name it or its packing differently"
    fields = dict(_fields(file.read(further)))
    if OTHER_NAME in fields or OTHER_NAME in dict(_fields(member.extra)) or member.comment:
        return "carries a comment or another name beside its own"
    if member.is_dir() and member.file_size:
        return "a folder with bytes of its own"
    sizes = _sizes(packed, size, fields.get(ZIP64, b""))
    if not _agree(member, (crc, *sizes)):
        return "its entry and the directory of the .zip tell different sizes or sums"
    return _data(file, member, end)


def _agree(member: ZipInfo, told: tuple[int, int, int]) -> bool:
    """CRC and sizes; they may stand behind the bytes instead, and then not before them."""
    true = (member.CRC, member.compress_size, member.file_size)
    if member.compress_type == ZIP_STORED and true[1] != true[2]:
        return False
    late = bool(member.flag_bits & AT_THE_END)
    return told == true or (late and all(t in (0, FULL_32, is_) for t, is_ in zip(told, true, strict=True)))


def _data(file: BinaryIO, member: ZipInfo, end: int) -> str:
    """The packed bytes, and sizes behind them where the entry says so; nothing else up to the next one."""
    start, expected = file.tell(), {b""}
    if member.flag_bits & AT_THE_END:
        if not _is_whole(file, member):
            return "its end in the .zip cannot be told from its bytes alone"
        expected = set(_descriptors(member))
    file.seek(start + member.compress_size)
    behind = end - file.tell()
    if not 0 <= behind <= max(map(len, expected)) or file.read(behind) not in expected:
        return "the next entry does not begin where this one ends; bytes between are in no directory"
    return ""


def _is_whole(file: BinaryIO, member: ZipInfo) -> bool:
    """Whether the deflate stream fills its place: who reads from the start goes on where it ends."""
    if member.compress_type != ZIP_DEFLATED:
        return False
    stream, left = zlib.decompressobj(-zlib.MAX_WBITS), member.compress_size
    while left and not stream.eof and (block := file.read(min(BLOCK, left))):
        left -= len(block)
        while block and not stream.eof:
            stream.decompress(block, BLOCK)
            block = stream.unconsumed_tail
    stream.flush()
    return stream.eof and not left and not stream.unused_data


def _descriptors(member: ZipInfo) -> Iterator[bytes]:
    """The forms in which CRC and sizes may stand behind the bytes (APPNOTE.TXT, 4.3.9)."""
    true = (member.CRC, member.compress_size, member.file_size)
    for form in ("<LLL", "<LQQ") if max(true) <= FULL_32 else ("<LQQ",):
        told = struct.pack(form, *true)
        yield from (told, b"PK\7\x08" + told)


def _tail(file: BinaryIO, archive: ZipFile, members: list[ZipInfo]) -> str:
    """The directory and its end, once, without comment, and nothing behind."""
    size = sum(CENTRAL_SIZE + len(_name(m)) + len(m.extra) for m in members)
    true = (len(members), len(members), size, archive.start_dir)
    file.seek(archive.start_dir + size)
    tail = file.read(END_64.size + LOCATOR_64.size + END.size + 1)
    plain = len(members) <= FULL_16 and max(size, archive.start_dir) <= FULL_32
    if plain and tail == END.pack(b"PK\5\6", 0, 0, *true, 0):
        return ""
    return "" if _is_end_64(tail, true) else STRAY_END


def _is_end_64(tail: bytes, true: tuple[int, int, int, int]) -> bool:
    if len(tail) != END_64.size + LOCATOR_64.size + END.size:
        return False
    kind, length, _, _, *numbers = END_64.unpack_from(tail)
    locator = LOCATOR_64.pack(b"PK\6\7", 0, true[3] + true[2], 1)
    last, *told = END.unpack_from(tail, END_64.size + LOCATOR_64.size)
    full = (FULL_16, FULL_16, FULL_16, FULL_16, FULL_32, FULL_32, 0)
    short = all(t in (is_, most) for t, is_, most in zip(told, (0, 0, *true, 0), full, strict=True))
    same = (kind, length, numbers, last) == (b"PK\6\6", END_64.size - 12, [0, 0, *true], b"PK\5\6")
    return same and short and tail[END_64.size : END_64.size + LOCATOR_64.size] == locator


def _name(member: ZipInfo) -> bytes:
    return member.orig_filename.encode("utf-8" if member.flag_bits & UTF_8 else "cp437")


def _sizes(packed: int, size: int, zip64: bytes) -> tuple[int, int]:
    """Packed and whole size; where they do not fit in, both stand in a field, the whole one first."""
    if len(zip64) < 16:
        return packed, size
    whole, less = struct.unpack_from("<QQ", zip64)
    return (less if packed == FULL_32 else packed), (whole if size == FULL_32 else size)


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        yield kind, extra[4 : 4 + length]
        extra = extra[4 + length :]
