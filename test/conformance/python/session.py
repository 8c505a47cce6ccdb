"""The clients of Azure's management SDK for Python on the embedded Azure, and what every case asks of an answer."""

import os
import time

from azure.core.credentials import AccessToken
from azure.core.exceptions import HttpResponseError
from azure.mgmt.authorization import AuthorizationManagementClient
from azure.mgmt.containerregistry import ContainerRegistryManagementClient
from azure.mgmt.keyvault import KeyVaultManagementClient
from azure.mgmt.machinelearningservices import MachineLearningServicesMgmtClient
from azure.mgmt.msi import ManagedServiceIdentityClient
from azure.mgmt.network import NetworkManagementClient
from azure.mgmt.policyinsights import PolicyInsightsClient
from azure.mgmt.privatedns import PrivateDnsManagementClient
from azure.mgmt.resource import (
    ManagementLockClient,
    PolicyClient,
    ResourceManagementClient,
    SubscriptionClient,
)
from azure.mgmt.storage import StorageManagementClient

ORIGIN = os.environ["SANDBOX_ORIGIN"]
CERTIFICATE = os.environ["SANDBOX_CERTIFICATE"]
SUBSCRIPTION = os.environ["SANDBOX_SUBSCRIPTION"]
GROUP = "rg-python"
GROUP_ID = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/{GROUP}"
WORKSPACE_GROUP, WORKSPACE = "rg-ml-prod", "mlw-fraud-prod"
REGION = "westeurope"


class AnyToken:
    def get_token(self, *scopes, **options):
        return AccessToken("any", int(time.time()) + 3600)


COMMON = {
    "base_url": ORIGIN,
    "credential_scopes": [f"{ORIGIN}/.default"],
    "connection_verify": CERTIFICATE,
    # Operations here take a second, so they are asked for as often.
    "polling_interval": 1,
}


def client(of, **more):
    return of(AnyToken(), SUBSCRIPTION, **COMMON, **more)


network = client(NetworkManagementClient)
learning = client(MachineLearningServicesMgmtClient)
resources = client(ResourceManagementClient)
locks = client(ManagementLockClient)
policies = client(PolicyClient)
restrictions = client(PolicyInsightsClient).policy_restrictions
authorization = client(AuthorizationManagementClient)
private_dns = client(PrivateDnsManagementClient)
storage = client(StorageManagementClient)
vaults = client(KeyVaultManagementClient)
registries = client(ContainerRegistryManagementClient)
identities = client(ManagedServiceIdentityClient)
subscriptions = SubscriptionClient(AnyToken(), **COMMON)


def equal(found, wanted):
    if found != wanted:
        raise AssertionError(f"found {found!r}, wanted {wanted!r}")


def refused(call, status, code):
    """The call is refused with exactly this status and code."""
    try:
        call()
    except HttpResponseError as error:
        equal((error.status_code, error.error.code if error.error else None), (status, code))
        return
    raise AssertionError(f"not refused; wanted {status} {code}")


def said(model, *members):
    """Members that Azure always answers are there."""
    equal([name for name in members if getattr(model, name, None) is None], [])


def until(check, seconds=30):
    """What goes on in the background comes to its end."""
    end = time.time() + seconds
    while not check():
        if time.time() > end:
            raise AssertionError("it does not come")
        time.sleep(0.5)
