"""Networks, security groups, route tables: made, joined, refused, deleted."""

from session import (
    GROUP,
    REGION,
    SUBSCRIPTION,
    WORKSPACE_GROUP,
    equal,
    network,
    refused,
    resources,
    said,
    subscriptions,
)


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


def default_rules_are_listed():
    own = network.network_security_groups.get(GROUP, "nsg-python").default_security_rules
    listed = list(network.default_security_rules.list(GROUP, "nsg-python"))
    equal([one.name for one in listed], [one.name for one in own])
    for rule in listed:
        said(rule, "description", "priority", "access", "direction", "protocol")


def tags_change_alone():
    changed = network.virtual_networks.update_tags(GROUP, "vnet-python", {"tags": {"for": "python"}})
    equal((changed.tags, [one.name for one in changed.subnets]), ({"for": "python"}, ["snet-train"]))
    equal(network.virtual_networks.get(GROUP, "vnet-python").tags, {"for": "python"})


def private_endpoints_and_cards_are_read():
    [endpoint] = network.private_endpoints.list(WORKSPACE_GROUP)
    said(endpoint, "custom_dns_configs", "ip_configurations", "custom_network_interface_name", "subnet")
    [nic] = network.network_interfaces.list(WORKSPACE_GROUP)
    equal(endpoint.network_interfaces[0].id, nic.id)
    said(nic, "resource_guid", "enable_ip_forwarding", "nic_type", "dns_settings", "ip_configurations")
    equal([one.primary for one in nic.ip_configurations].count(True), 1)


def usages_are_counted():
    [used] = [one for one in network.usages.list(REGION) if one.name.value == "VirtualNetworks"]
    equal(used.current_value > 0 and used.limit > used.current_value, True)
    sizes = list(network.virtual_networks.list_usage("rg-network-prod", "vnet-ml-prod-weu"))
    equal(all(one.current_value <= one.limit for one in sizes), True)


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
    default_rules_are_listed,
    route_table_is_created,
    subnet_joins_them,
    tags_change_alone,
    group_in_use_is_not_deleted,
    overlapping_subnet_is_refused,
    outdated_etag_is_refused,
    private_endpoints_and_cards_are_read,
    usages_are_counted,
    service_tags_are_listed,
    what_may_not_be_read_is_refused,
    what_is_not_there_is_said,
    everything_is_deleted,
]
