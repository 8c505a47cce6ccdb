"""Drives the embedded Azure with Azure's management SDK for Python: writes, reads back, and is refused.

Prints one line of JSON a case: {"case", "ok", "detail"}. Where the sandbox is and what to trust is in the environment.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "python"))

import attached
import computes
import data_services
import governance
import joined_networks
import managed_network
import networks

for module in (networks, joined_networks, computes, attached, managed_network, data_services, governance):
    for case in module.CASES:
        try:
            case()
            detail = ""
        except Exception as error:  # Whatever goes wrong is this case's result; the next one still runs.
            detail = f"{type(error).__name__}: {error}".splitlines()[0]
        name = case.__name__.replace("_", " ")
        print(json.dumps({"case": name, "ok": detail == "", "detail": detail}), flush=True)
