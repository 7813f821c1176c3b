"""Signs in with ADAL for Python, which knows the older endpoint alone, and by user name with MSAL. What it is told stands in its argument."""

import json
import sys

import adal
import msal

given = json.loads(sys.argv[1])
authority = "https://login.microsoftonline.com/" + given["tenant"]
resource = given["environment"]


def refused(call):
    try:
        call()
    except adal.AdalError as error:
        return error.error_response
    return {}


def context():
    """One that remembers no token."""
    return adal.AuthenticationContext(authority)


secret = context().acquire_token_with_client_credentials(resource, given["clientId"], given["secret"])
certificate = context().acquire_token_with_client_certificate(
    resource, given["clientId"], given["key"], given["thumbprint"]
)
wrong = refused(lambda: context().acquire_token_with_client_credentials(resource, given["clientId"], "wrong"))
# ADAL and MSAL ask who the person's home is before they send a password.
password = refused(
    lambda: context().acquire_token_with_username_password(
        resource, given["person"], "wrong", given["publicClientId"]
    )
)
public = msal.PublicClientApplication(given["publicClientId"], authority=authority)
by_msal = public.acquire_token_by_username_password(given["person"], "wrong", [resource + "/.default"])
print(
    json.dumps(
        {
            "secret": secret,
            "certificate": certificate,
            "wrong": wrong,
            "password": password,
            "passwordByMsal": by_msal,
        }
    )
)
