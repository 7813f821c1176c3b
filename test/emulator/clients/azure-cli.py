"""Runs commands of the Azure CLI in one process: a JSON list of words a line. Answers each with a line of JSON."""

import io
import json
import sys

from azure.cli.core import get_default_cli

cli = get_default_cli()
for line in sys.stdin:
    out = io.StringIO()
    try:
        code = cli.invoke(json.loads(line), out_file=out)
    except SystemExit as ended:
        code = ended.code
    error = cli.result.error if cli.result else None
    answer = {"code": code, "out": out.getvalue(), "error": str(error) if error else ""}
    print(json.dumps(answer), flush=True)
