"""Clusters and instances: made, scaled, stopped and started, and the network parts that a public IP brings."""

from azure.mgmt.machinelearningservices.models import (
    ClusterUpdateParameters,
    ScaleSettings,
    ScaleSettingsInformation,
)
from session import (
    REGION,
    WORKSPACE,
    WORKSPACE_GROUP,
    equal,
    identities,
    learning,
    network,
    refused,
    said,
    until,
)


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


def instance_stops_starts_and_restarts():
    operations, place = learning.compute, (WORKSPACE_GROUP, WORKSPACE, "ci-anna")
    instance = lambda: operations.get(*place).properties.properties
    equal(instance().state, "Running")
    address = instance().connectivity_endpoints.private_ip_address
    for begin, name, state in [
        (operations.begin_stop, "Stop", "Stopped"),
        (operations.begin_start, "Start", "Running"),
        (operations.begin_restart, "Restart", "Running"),
    ]:
        begin(*place).result()
        done = instance().last_operation
        equal((instance().state, done.operation_name, done.operation_status), (state, name, "Succeeded"))
    # It keeps its address while it is stopped.
    equal(instance().connectivity_endpoints.private_ip_address, address)
    start = lambda: operations.begin_start(WORKSPACE_GROUP, WORKSPACE, "cpu-train")
    refused(start, 400, "BadRequest")


def public_ip_brings_network_parts():
    group = "rg-network-dev"
    subnet = network.subnets.get(group, "vnet-ml-dev-weu", "snet-dev-open")
    properties = {
        "vmSize": "Standard_DS3_v2",
        "enableNodePublicIp": True,
        "subnet": {"id": subnet.id},
        "scaleSettings": {"minNodeCount": 1, "maxNodeCount": 2},
    }
    body = {"location": REGION, "properties": {"computeType": "AmlCompute", "properties": properties}}
    place = ("rg-ml-dev", "mlw-risk-dev", "pub-python")
    balancers = lambda: list(network.load_balancers.list(group))
    used = lambda: {one.name.value: one.current_value for one in network.usages.list(REGION)}
    equal(balancers(), [])
    before = used()
    learning.compute.begin_create_or_update(*place, body).result()
    until(lambda: learning.compute.get(*place).properties.properties.current_node_count == 1)
    [balancer] = balancers()
    said(balancer, "provisioning_state", "sku", "frontend_ip_configurations")
    [address] = [
        one for one in network.public_ip_addresses.list(group) if one.name.endswith("-azurebatch-cloudservicepublicip")
    ]
    said(address, "ip_address", "ip_configuration", "public_ip_address_version")
    equal(address.ip_configuration.id.startswith(balancer.id), True)
    equal(balancer.frontend_ip_configurations[0].public_ip_address.id, address.id)
    names = [one.name for one in network.network_security_groups.list(group)]
    equal(len([one for one in names if one.endswith("-azurebatch-cloudservicenetworksecurityggroup")]), 1)
    after = used()
    counted = ("LoadBalancers", "NetworkSecurityGroups", "StandardSkuPublicIpAddresses")
    equal([after[one] - before[one] for one in counted], [1, 1, 1])
    [node] = learning.compute.list_nodes(*place)
    said(node, "node_id", "node_state", "private_ip_address", "public_ip_address", "port")
    # Without a node its parts go.
    scale = ScaleSettingsInformation(scale_settings=ScaleSettings(min_node_count=0, max_node_count=2))
    learning.compute.begin_update(*place, ClusterUpdateParameters(properties=scale)).result()
    until(lambda: balancers() == [])
    learning.compute.begin_delete(*place, "Delete").result()
    refused(lambda: learning.compute.get(*place), 404, "UserError")


def workspaces_and_identities_are_read():
    workspace = learning.workspaces.get(WORKSPACE_GROUP, WORKSPACE)
    said(workspace, "notebook_info", "storage_account", "key_vault", "discovery_url", "system_data", "identity")
    [joined] = learning.private_endpoint_connections.list(WORKSPACE_GROUP, WORKSPACE)
    equal(joined.private_link_service_connection_state.status, "Approved")
    found = list(identities.user_assigned_identities.list_by_resource_group(WORKSPACE_GROUP))
    equal("id-fraud-train" in [one.name for one in found], True)
    said(found[0], "principal_id", "client_id", "tenant_id")


CASES = [
    workspaces_and_identities_are_read,
    cluster_lives,
    instance_stops_starts_and_restarts,
    public_ip_brings_network_parts,
    sizes_and_quotas_are_listed,
]
