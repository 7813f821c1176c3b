"""Signs in to a demo cloud with MSAL for Python. Reads a line of JSON, answers with two: the device code, then all tokens."""

import json
import ssl
import sys
import urllib.request

import msal

given = json.loads(sys.stdin.readline())


def app(kind, client_id, credential=None):
    return kind(
        client_id,
        authority=given["authority"],
        client_credential=credential,
        # The authority is not one of Microsoft's, which MSAL would ask about it.
        instance_discovery=False,
        verify=given["caFile"],
        timeout=20,
    )


def for_client(credential):
    confidential = app(msal.ConfidentialClientApplication, given["clientId"], credential)
    return confidential.acquire_token_for_client(scopes=[given["scope"]])


# Newer versions of Python verify certificates as strictly as this by default.
strict = ssl.create_default_context(cafile=given["caFile"])
strict.verify_flags |= ssl.VERIFY_X509_STRICT
urllib.request.urlopen(given["authority"] + "/v2.0/.well-known/openid-configuration", context=strict).close()

public = app(msal.PublicClientApplication, given["publicClientId"])
flow = public.initiate_device_flow(scopes=[given["scope"]])
print(json.dumps(flow), flush=True)

certificate = {"private_key": given["key"], "thumbprint": given["thumbprint"]}
answers = {
    "secret": for_client(given["secret"]),
    "wrong": for_client("wrong"),
    "certificate": for_client(certificate),
    "chain": for_client({**certificate, "public_certificate": given["certificate"]}),
    "device": public.acquire_token_by_device_flow(flow),
}
account = public.get_accounts()[0]
answers["silent"] = public.acquire_token_silent_with_error([given["otherScope"]], account)
print(json.dumps(answers), flush=True)
