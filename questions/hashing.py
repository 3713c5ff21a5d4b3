"""SHA-256 from the interpreter itself: `hashlib` loads the whole of OpenSSL, which takes longer than a round."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256 as sha256
else:
    # The standard library's `random` does the same, for the same reason.
    try:
        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:
        from hashlib import sha256

__all__ = ["sha256"]
