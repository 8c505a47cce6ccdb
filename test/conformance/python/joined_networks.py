"""Peerings, private DNS zones, private endpoints and public IP prefixes."""

from session import GROUP, GROUP_ID, REGION, WORKSPACE_GROUP, equal, network, private_dns, refused, resources, said, storage

ZONE = "privatelink.api.azureml.ms"
BLOB_ZONE = "privatelink.blob.core.windows.net"
PEERINGS = network.virtual_network_peerings


def network_id(name):
    return f"{GROUP_ID}/providers/Microsoft.Network/virtualNetworks/{name}"


def two_networks_are_created():
    resources.resource_groups.create_or_update(GROUP, {"location": REGION})
    for name, prefix in {"vnet-hub": "10.82.0.0/16", "vnet-spoke": "10.83.0.0/16"}.items():
        body = {"location": REGION, "address_space": {"address_prefixes": [prefix]}}
        network.virtual_networks.begin_create_or_update(GROUP, name, body).result()


def peer(name, here, there):
    body = {"remote_virtual_network": {"id": network_id(there)}, "allow_virtual_network_access": True}
    return PEERINGS.begin_create_or_update(GROUP, here, name, body).result()


def peering_needs_both_ends():
    first = peer("to-spoke", "vnet-hub", "vnet-spoke")
    equal((first.peering_state, first.peering_sync_level), ("Initiated", "RemoteNotInSync"))
    equal(first.remote_address_space.address_prefixes, ["10.83.0.0/16"])
    equal(peer("to-hub", "vnet-spoke", "vnet-hub").peering_state, "Connected")
    [found] = PEERINGS.list(GROUP, "vnet-hub")
    equal((found.name, found.peering_state), ("to-spoke", "Connected"))
    shown = network.virtual_networks.get(GROUP, "vnet-hub").virtual_network_peerings
    equal([one.id for one in shown], [found.id])


def peering_without_its_other_end_is_disconnected():
    PEERINGS.begin_delete(GROUP, "vnet-spoke", "to-hub").result()
    equal(PEERINGS.get(GROUP, "vnet-hub", "to-spoke").peering_state, "Disconnected")
    PEERINGS.begin_delete(GROUP, "vnet-hub", "to-spoke").result()
    refused(lambda: PEERINGS.get(GROUP, "vnet-hub", "to-spoke"), 404, "NotFound")


def zone_is_linked():
    zones, links = private_dns.private_zones, private_dns.virtual_network_links
    zone = zones.begin_create_or_update(GROUP, ZONE, {"location": "global"}).result()
    equal((zone.provisioning_state, zone.number_of_record_sets), ("Succeeded", 1))
    body = {"location": "global", "virtual_network": {"id": network_id("vnet-hub")}, "registration_enabled": False}
    link = links.begin_create_or_update(GROUP, ZONE, "hub", body).result()
    equal((link.virtual_network_link_state, link.provisioning_state), ("Completed", "Succeeded"))
    again = lambda: links.begin_create_or_update(GROUP, ZONE, "twice", body)
    refused(again, 409, "Conflict")
    tagged = links.begin_update(GROUP, ZONE, "hub", {"tags": {"for": "python"}}).result()
    equal((tagged.tags, tagged.virtual_network.id), ({"for": "python"}, network_id("vnet-hub")))
    zones.begin_update(GROUP, ZONE, {"tags": {"for": "python"}}).result()
    found = zones.get(GROUP, ZONE)
    equal((found.tags, found.number_of_virtual_network_links), ({"for": "python"}, 1))
    equal([one.name for one in zones.list_by_resource_group(GROUP)], [ZONE])
    equal(found.id in [one.id for one in zones.list()], True)
    equal([one.name for one in links.list(GROUP, ZONE)], ["hub"])


def records_are_written():
    records = private_dns.record_sets
    body = {"ttl": 10, "a_records": [{"ipv4_address": "10.82.1.4"}]}
    made = records.create_or_update(GROUP, ZONE, "A", "a4c1", body)
    equal((made.fqdn, made.ttl), (f"a4c1.{ZONE}.", 10))
    records.update(GROUP, ZONE, "A", "a4c1", {"ttl": 30})
    found = records.get(GROUP, ZONE, "A", "a4c1")
    equal((found.ttl, [one.ipv4_address for one in found.a_records]), (30, ["10.82.1.4"]))
    said(records.get(GROUP, ZONE, "SOA", "@").soa_record, "host", "email", "refresh_time", "expire_time")
    listed = [one.name for one in records.list(GROUP, ZONE)]
    equal((listed, private_dns.private_zones.get(GROUP, ZONE).number_of_record_sets), (["@", "a4c1"], 2))
    equal([one.name for one in records.list_by_type(GROUP, ZONE, "A")], ["a4c1"])


def zone_with_links_is_not_deleted():
    zones = private_dns.private_zones
    refused(lambda: zones.begin_delete(GROUP, ZONE), 409, "CannotDeleteResource")
    private_dns.record_sets.delete(GROUP, ZONE, "A", "a4c1")
    refused(lambda: private_dns.record_sets.get(GROUP, ZONE, "A", "a4c1"), 404, "NotFound")
    private_dns.virtual_network_links.begin_delete(GROUP, ZONE, "hub").result()
    zones.begin_delete(GROUP, ZONE).result()
    refused(lambda: zones.get(GROUP, ZONE), 404, "ResourceNotFound")


def storage_account():
    return storage.storage_accounts.get_properties(WORKSPACE_GROUP, "stfraudprod")


def endpoint_of_storage():
    [found] = [one for one in storage_account().private_endpoint_connections if one.private_endpoint.id.endswith("/pe-blob")]
    return found


def private_endpoint_is_made():
    place = {"address_prefix": "10.82.2.0/28"}
    subnet = network.subnets.begin_create_or_update(GROUP, "vnet-hub", "snet-endpoints", place).result()
    connection = {"name": "blob", "private_link_service_id": storage_account().id, "group_ids": ["blob"]}
    body = {"location": REGION, "subnet": {"id": subnet.id}, "private_link_service_connections": [connection]}
    made = network.private_endpoints.begin_create_or_update(GROUP, "pe-blob", body).result()
    [held] = made.private_link_service_connections
    state = held.private_link_service_connection_state.status
    equal((made.provisioning_state, state, held.group_ids), ("Succeeded", "Approved", ["blob"]))
    equal([one.id for one in network.subnets.get(GROUP, "vnet-hub", "snet-endpoints").private_endpoints], [made.id])
    equal(endpoint_of_storage().private_link_service_connection_state.status, "Approved")


def zone_group_keeps_the_address():
    zone = private_dns.private_zones.begin_create_or_update(GROUP, BLOB_ZONE, {"location": "global"}).result()
    groups, configured = network.private_dns_zone_groups, {"name": "blob", "private_dns_zone_id": zone.id}
    body = {"private_dns_zone_configs": [configured]}
    made = groups.begin_create_or_update(GROUP, "pe-blob", "default", body).result()
    [config] = made.private_dns_zone_configs
    [record] = config.record_sets
    [nic] = network.private_endpoints.get(GROUP, "pe-blob").network_interfaces
    [address] = network.network_interfaces.get(GROUP, nic.id.rsplit("/", 1)[1]).ip_configurations
    equal((record.record_set_name, record.ip_addresses), ("stfraudprod", [address.private_ip_address]))
    found = private_dns.record_sets.get(GROUP, BLOB_ZONE, "A", "stfraudprod")
    equal([one.ipv4_address for one in found.a_records], [address.private_ip_address])


def deleted_endpoint_leaves_nothing():
    network.private_endpoints.begin_delete(GROUP, "pe-blob").result()
    refused(lambda: network.private_endpoints.get(GROUP, "pe-blob"), 404, "ResourceNotFound")
    refused(lambda: private_dns.record_sets.get(GROUP, BLOB_ZONE, "A", "stfraudprod"), 404, "NotFound")
    left = [one.private_endpoint.id for one in storage_account().private_endpoint_connections]
    equal([one for one in left if one.endswith("/pe-blob")], [])
    private_dns.private_zones.begin_delete(GROUP, BLOB_ZONE).result()
    network.subnets.begin_delete(GROUP, "vnet-hub", "snet-endpoints").result()


def prefix_gives_addresses():
    prefixes, standard = network.public_ip_prefixes, {"location": REGION, "sku": {"name": "Standard"}}
    made = prefixes.begin_create_or_update(GROUP, "ippre", {**standard, "prefix_length": 30}).result()
    said(made, "ip_prefix", "resource_guid", "ip_tags")
    equal((made.prefix_length, made.sku.tier), (30, "Regional"))
    body = {**standard, "public_ip_allocation_method": "Static", "public_ip_prefix": {"id": made.id}}
    network.public_ip_addresses.begin_create_or_update(GROUP, "pip", body).result()
    address = network.public_ip_addresses.get(GROUP, "pip")
    said(address, "ip_address", "public_ip_address_version", "idle_timeout_in_minutes", "ip_tags")
    equal(address.ip_address.rsplit(".", 1)[0], made.ip_prefix.rsplit(".", 1)[0])
    gateway = {**standard, "public_ip_prefixes": [{"id": made.id}]}
    network.nat_gateways.begin_create_or_update(GROUP, "ng", gateway).result()
    found = prefixes.get(GROUP, "ippre")
    equal(([one.id for one in found.public_ip_addresses], found.nat_gateway.id[-2:]), ([address.id], "ng"))
    tagged = prefixes.update_tags(GROUP, "ippre", {"tags": {"for": "python"}})
    equal((tagged.tags, tagged.prefix_length), ({"for": "python"}, 30))
    refused(lambda: prefixes.begin_delete(GROUP, "ippre"), 400, "PublicIpPrefixInUse")
    longer = lambda: prefixes.begin_create_or_update(GROUP, "ippre", {**standard, "prefix_length": 29})
    refused(longer, 400, "PublicIpPrefixPropertyChangeNotAllowed")


def everything_joined_is_deleted():
    network.nat_gateways.begin_delete(GROUP, "ng").result()
    network.public_ip_addresses.begin_delete(GROUP, "pip").result()
    network.public_ip_prefixes.begin_delete(GROUP, "ippre").result()
    for name in ("vnet-hub", "vnet-spoke"):
        network.virtual_networks.begin_delete(GROUP, name).result()
    equal([*network.virtual_networks.list(GROUP), *network.public_ip_prefixes.list(GROUP)], [])


CASES = [
    two_networks_are_created,
    peering_needs_both_ends,
    peering_without_its_other_end_is_disconnected,
    zone_is_linked,
    records_are_written,
    zone_with_links_is_not_deleted,
    private_endpoint_is_made,
    zone_group_keeps_the_address,
    deleted_endpoint_leaves_nothing,
    prefix_gives_addresses,
    everything_joined_is_deleted,
]
