"""Publishing a version from the command line: one way for all commands that do it."""

import getpass

from carbonpeak.data import own_versions
from carbonpeak.data.own_versions import SHIPPED
from carbonpeak.words import Lang, say


def who(given: str | None) -> str:
    """Return who does it: the name given, else that of the person at this machine."""
    return given or getpass.getuser()


def publish(version: str, before: str, by: str, why: str, lang: Lang) -> None:
    """Let every reader see a version from now on, nothing for the shipped one, and say so.

    ``before`` is what was published when this was asked for; PublishError where it no longer is.
    """
    own_versions.publish(version, before, by, why)
    print(say("cli.published", lang, version=version or SHIPPED, before=before or SHIPPED))
