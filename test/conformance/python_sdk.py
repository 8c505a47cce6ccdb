"""Drives the embedded Azure with Azure's management SDK for Python: writes, reads back, and is refused.

Prints one line of JSON a case: {"case", "ok", "detail"}. Where the sandbox is and what to trust is in the environment.
"""

import json
import os
import time

from azure.core.credentials import AccessToken
from azure.core.exceptions import HttpResponseError
from azure.mgmt.machinelearningservices import MachineLearningServicesMgmtClient
from azure.mgmt.network import NetworkManagementClient
from azure.mgmt.resource import ResourceManagementClient, SubscriptionClient

ORIGIN = os.environ["SANDBOX_ORIGIN"]
CERTIFICATE = os.environ["SANDBOX_CERTIFICATE"]
SUBSCRIPTION = os.environ["SANDBOX_SUBSCRIPTION"]
GROUP = "rg-python"
WORKSPACE_GROUP, WORKSPACE = "rg-ml-prod", "mlw-fraud-prod"
REGION = "westeurope"


class AnyToken:
    def get_token(self, *scopes, **options):
        return AccessToken("any", int(time.time()) + 3600)


COMMON = {
    "base_url": ORIGIN,
    "credential_scopes": [f"{ORIGIN}/.default"],
    "connection_verify": CERTIFICATE,
}
network = NetworkManagementClient(AnyToken(), SUBSCRIPTION, **COMMON)
learning = MachineLearningServicesMgmtClient(AnyToken(), SUBSCRIPTION, **COMMON)
resources = ResourceManagementClient(AnyToken(), SUBSCRIPTION, **COMMON)
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


def subscription_is_listed():
    equal([one.subscription_id for one in subscriptions.subscriptions.list()], [SUBSCRIPTION])
    equal(REGION in [one.name for one in subscriptions.subscriptions.list_locations(SUBSCRIPTION)], True)


def group_is_created():
    equal(resources.resource_groups.check_existence(GROUP), False)
    made = resources.resource_groups.create_or_update(GROUP, {"location": REGION, "tags": {"for": "python"}})
    equal((made.name, made.properties.provisioning_state), (GROUP, "Succeeded"))
    equal(resources.resource_groups.check_existence(GROUP), True)
    equal(resources.resource_groups.get(GROUP).tags, {"for": "python"})


def network_is_created():
    body = {"location": REGION, "address_space": {"address_prefixes": ["10.80.0.0/16"]}}
    made = network.virtual_networks.begin_create_or_update(GROUP, "vnet-python", body).result()
    equal((made.provisioning_state, made.subnets), ("Succeeded", []))
    equal(network.virtual_networks.get(GROUP, "vnet-python").address_space.address_prefixes, ["10.80.0.0/16"])


def lists_come_in_pages():
    listed = [one.name for one in network.virtual_networks.list_all()]
    pages = sum(1 for _ in network.virtual_networks.list_all().by_page())
    equal((len(listed) == len(set(listed)), "vnet-python" in listed), (True, True))
    equal(pages > 1, True)


def group_and_rules_are_created():
    rule = {
        "name": "allow-batch",
        "priority": 100,
        "direction": "Outbound",
        "access": "Allow",
        "protocol": "Tcp",
        "source_address_prefix": "VirtualNetwork",
        "source_port_range": "*",
        "destination_address_prefix": "BatchNodeManagement.WestEurope",
        "destination_port_range": "443",
    }
    body = {"location": REGION, "security_rules": [rule]}
    made = network.network_security_groups.begin_create_or_update(GROUP, "nsg-python", body).result()
    equal(len(made.default_security_rules), 6)
    second = {**rule, "name": "deny-all", "priority": 4096, "access": "Deny", "protocol": "*"}
    second.update(destination_address_prefix="*", destination_port_range="*", source_address_prefix="*")
    network.security_rules.begin_create_or_update(GROUP, "nsg-python", "deny-all", second).result()
    found = network.security_rules.list(GROUP, "nsg-python")
    equal([(one.name, one.priority) for one in found], [("allow-batch", 100), ("deny-all", 4096)])


def rule_with_taken_priority_is_refused():
    rule = {
        "priority": 100,
        "direction": "Outbound",
        "access": "Deny",
        "protocol": "*",
        "source_address_prefix": "*",
        "source_port_range": "*",
        "destination_address_prefix": "*",
        "destination_port_range": "*",
    }
    begin = network.security_rules.begin_create_or_update
    refused(lambda: begin(GROUP, "nsg-python", "twice", rule), 400, "SecurityRuleConflict")


def route_table_is_created():
    body = {"location": REGION, "disable_bgp_route_propagation": True}
    network.route_tables.begin_create_or_update(GROUP, "rt-python", body).result()
    route = {"address_prefix": "0.0.0.0/0", "next_hop_type": "VirtualAppliance", "next_hop_ip_address": "10.0.1.4"}
    network.routes.begin_create_or_update(GROUP, "rt-python", "default", route).result()
    table = network.route_tables.get(GROUP, "rt-python")
    equal(table.disable_bgp_route_propagation, True)
    equal([one.next_hop_ip_address for one in table.routes], ["10.0.1.4"])


def subnet_joins_them():
    group = network.network_security_groups.get(GROUP, "nsg-python")
    table = network.route_tables.get(GROUP, "rt-python")
    body = {
        "address_prefix": "10.80.1.0/24",
        "network_security_group": {"id": group.id},
        "route_table": {"id": table.id},
    }
    made = network.subnets.begin_create_or_update(GROUP, "vnet-python", "snet-train", body).result()
    equal((made.address_prefix, made.network_security_group.id), ("10.80.1.0/24", group.id))
    users = network.network_security_groups.get(GROUP, "nsg-python").subnets
    equal([one.id for one in users], [made.id])


def group_in_use_is_not_deleted():
    begin = network.network_security_groups.begin_delete
    refused(lambda: begin(GROUP, "nsg-python").result(), 400, "InUseNetworkSecurityGroupCannotBeDeleted")


def overlapping_subnet_is_refused():
    begin = network.subnets.begin_create_or_update
    call = lambda: begin(GROUP, "vnet-python", "snet-twice", {"address_prefix": "10.80.1.128/25"})
    refused(call, 400, "NetcfgSubnetRangesOverlap")


def outdated_etag_is_refused():
    before = network.route_tables.get(GROUP, "rt-python")
    changed = {"location": REGION, "disable_bgp_route_propagation": False}
    begin = network.route_tables.begin_create_or_update
    begin(GROUP, "rt-python", changed, headers={"If-Match": before.etag}).result()
    call = lambda: begin(GROUP, "rt-python", changed, headers={"If-Match": before.etag})
    refused(call, 412, "PreconditionFailed")


def cluster_lives():
    subnet = network.subnets.get("rg-network-prod", "vnet-ml-prod-weu", "snet-train-gpu")
    body = {
        "location": REGION,
        "properties": {
            "computeType": "AmlCompute",
            "properties": {
                "vmSize": "Standard_DS3_v2",
                "enableNodePublicIp": False,
                "subnet": {"id": subnet.id},
                "scaleSettings": {"minNodeCount": 0, "maxNodeCount": 2},
            },
        },
    }
    operations = learning.compute
    made = operations.begin_create_or_update(WORKSPACE_GROUP, WORKSPACE, "cpu-python", body).result()
    equal(made.properties.provisioning_state, "Succeeded")
    found = operations.get(WORKSPACE_GROUP, WORKSPACE, "cpu-python").properties
    equal((found.compute_type, found.properties.subnet.id), ("AmlCompute", subnet.id))
    equal(found.properties.enable_node_public_ip, False)
    equal("cpu-python" in [one.name for one in operations.list(WORKSPACE_GROUP, WORKSPACE)], True)
    equal(list(operations.list_nodes(WORKSPACE_GROUP, WORKSPACE, "cpu-python")), [])
    operations.begin_delete(WORKSPACE_GROUP, WORKSPACE, "cpu-python", "Delete").result()
    get = lambda: operations.get(WORKSPACE_GROUP, WORKSPACE, "cpu-python")
    refused(get, 404, "UserError")


def sizes_and_quotas_are_listed():
    sizes = learning.virtual_machine_sizes.list(REGION).value
    equal("STANDARD_DS3_V2" in [one.name.upper() for one in sizes], True)
    equal(len(list(learning.usages.list(REGION))) > 0, True)
    equal(len(list(learning.quotas.list(REGION))) > 0, True)


def service_tags_are_listed():
    tags = network.service_tags.list(REGION)
    equal("AzureMachineLearning" in [one.name for one in tags.values], True)


def what_may_not_be_read_is_refused():
    listed = lambda: list(network.network_security_groups.list("rg-security-core"))
    refused(listed, 403, "AuthorizationFailed")


def what_is_not_there_is_said():
    refused(lambda: network.virtual_networks.get(GROUP, "vnet-none"), 404, "ResourceNotFound")
    refused(lambda: network.virtual_networks.get("rg-none", "vnet-none"), 404, "ResourceGroupNotFound")
    refused(lambda: network.subnets.get(GROUP, "vnet-python", "snet-none"), 404, "NotFound")


def everything_is_deleted():
    network.virtual_networks.begin_delete(GROUP, "vnet-python").result()
    network.network_security_groups.begin_delete(GROUP, "nsg-python").result()
    network.route_tables.begin_delete(GROUP, "rt-python").result()
    left = [*network.virtual_networks.list(GROUP), *network.route_tables.list(GROUP)]
    equal(left, [])
    # A second time it is gone already, and that is no error.
    network.route_tables.begin_delete(GROUP, "rt-python").result()


CASES = [
    subscription_is_listed,
    group_is_created,
    network_is_created,
    lists_come_in_pages,
    group_and_rules_are_created,
    rule_with_taken_priority_is_refused,
    route_table_is_created,
    subnet_joins_them,
    group_in_use_is_not_deleted,
    overlapping_subnet_is_refused,
    outdated_etag_is_refused,
    cluster_lives,
    sizes_and_quotas_are_listed,
    service_tags_are_listed,
    what_may_not_be_read_is_refused,
    what_is_not_there_is_said,
    everything_is_deleted,
]

for case in CASES:
    try:
        case()
        detail = ""
    except Exception as error:  # Whatever goes wrong is this case's result; the next one still runs.
        detail = f"{type(error).__name__}: {error}".splitlines()[0]
    print(json.dumps({"case": case.__name__.replace("_", " "), "ok": detail == "", "detail": detail}), flush=True)
