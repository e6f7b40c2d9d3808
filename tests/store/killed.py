"""Writers that are killed: ``python -m tests.store.killed URL ROUNDS`` prints what they told."""

import os
import random
import signal
import sys

from sqlalchemy import make_url

from carbonpeak.store import audit
from carbonpeak.store.opening import open_store, writing

HASH_BYTES = 64


def write_on(url, told):
    """Add entries until killed; tell the hash of each once it is kept."""
    store = open_store(make_url(url))
    while True:
        with writing(store) as connection:
            kept = audit.append(connection, "writer", "entered", "report 1")
        os.write(told, kept.encode())


def one_round(url, acknowledged):
    """Kill a writer after so many entries; return every hash it told."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        write_on(url, told)
    os.close(told)
    with os.fdopen(heard, "rb") as pipe:
        text = pipe.read(HASH_BYTES * acknowledged)
        os.kill(child, signal.SIGKILL)
        text += pipe.read()
    os.waitpid(child, 0)
    return [text[at : at + HASH_BYTES].decode() for at in range(0, len(text), HASH_BYTES)]


if __name__ == "__main__":
    chance = random.Random(7)
    for _ in range(int(sys.argv[2])):
        print("\n".join(one_round(sys.argv[1], chance.randint(0, 5))))
