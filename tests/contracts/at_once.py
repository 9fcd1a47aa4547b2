"""What the contracts share: doing things at once, failing amid, and words that strangers write."""

from concurrent.futures import ThreadPoolExecutor

from tests.builders import a_message

HOSTILE_TEXTS = [
    "",
    " ",
    "Robert'); DROP TABLE messages;--",
    "\u202egnp.tnerefni\u202c",
    "👮‍♀️🏳️‍🌈 Danke!",
    "ž" * 100_000,
    "a\u0300\u0301\u0302",
    "مرحبا بالشرطة",
    "zeile\r\nzeile\u2028zeile\x1b[31m",
    "\u2400 \ufffd \ufeff",
]


def in_threads(*jobs):
    """Run jobs at once; hand back what each raised, or `None`."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.exception(60) for future in [pool.submit(job) for job in jobs]]


def fail_after_writing(store):
    with store.begin() as work:
        a_message(work)
        work.record("kira", "read", "message:1")
        raise RuntimeError
