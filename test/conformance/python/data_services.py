"""Storage accounts, key vaults and registries: what they say of themselves, and their network rules."""

from session import GROUP, REGION, WORKSPACE_GROUP, equal, network, refused, registries, resources, said, storage, vaults

NETWORK = "vnet-data"


def subnet_has_service_endpoints():
    resources.resource_groups.create_or_update(GROUP, {"location": REGION})
    services = ("Microsoft.Storage", "Microsoft.KeyVault")
    subnets = [
        {"name": "with", "address_prefix": "10.84.0.0/24", "service_endpoints": [{"service": one} for one in services]},
        {"name": "without", "address_prefix": "10.84.1.0/24"},
    ]
    space = {"address_prefixes": ["10.84.0.0/16"]}
    body = {"location": REGION, "address_space": space, "subnets": subnets}
    network.virtual_networks.begin_create_or_update(GROUP, NETWORK, body).result()


def subnet_id(name):
    return network.subnets.get(GROUP, NETWORK, name).id


def storage_account_lets_a_subnet_in():
    place = (WORKSPACE_GROUP, "stfraudprod")
    account = storage.storage_accounts.get_properties(*place)
    said(account, "primary_endpoints", "encryption", "creation_time", "private_endpoint_connections", "access_tier")
    equal(account.network_rule_set.default_action, "Allow")
    rules = lambda subnet: {
        "network_rule_set": {
            "default_action": "Deny",
            "bypass": "AzureServices",
            "virtual_network_rules": [{"virtual_network_resource_id": subnet_id(subnet)}],
            "ip_rules": [{"ip_address_or_range": "203.0.113.0/24"}],
        }
    }
    without = lambda: storage.storage_accounts.update(*place, rules("without"))
    refused(without, 400, "NetworkAclsValidationFailure")
    storage.storage_accounts.update(*place, rules("with"))
    found = storage.storage_accounts.get_properties(*place).network_rule_set
    [rule] = found.virtual_network_rules
    equal((rule.virtual_network_resource_id, rule.action, rule.state), (subnet_id("with"), "Allow", "Succeeded"))
    equal([one.ip_address_or_range for one in found.ip_rules], ["203.0.113.0/24"])
    equal("stfraudprod" in [one.name for one in storage.storage_accounts.list()], True)


def vault_lets_a_subnet_in():
    place = (WORKSPACE_GROUP, "kv-fraudprod")
    said(vaults.vaults.get(*place).properties, "vault_uri", "enable_soft_delete", "access_policies")
    acls = {"default_action": "Deny", "virtual_network_rules": [{"id": subnet_id("with")}]}
    vaults.vaults.update(*place, {"properties": {"network_acls": acls}})
    found = vaults.vaults.get(*place).properties.network_acls
    equal(([one.id for one in found.virtual_network_rules], found.bypass), ([subnet_id("with")], "AzureServices"))
    wrong = {"properties": {"network_acls": {"ip_rules": [{"value": "here"}]}}}
    refused(lambda: vaults.vaults.update(*place, wrong), 400, "InvalidValuesForRequestParameters")
    equal("kv-fraudprod" in [one.name for one in vaults.vaults.list_by_subscription()], True)


def registry_lets_addresses_in():
    place = (WORKSPACE_GROUP, "crfraudprod")
    said(registries.registries.get(*place), "login_server", "policies", "network_rule_bypass_options", "zone_redundancy")
    rules = {"default_action": "Deny", "ip_rules": [{"ip_address_or_range": "203.0.113.7"}]}
    registries.registries.begin_update(*place, {"network_rule_set": rules}).result()
    [rule] = registries.registries.get(*place).network_rule_set.ip_rules
    equal((rule.ip_address_or_range, rule.action), ("203.0.113.7", "Allow"))
    equal("crfraudprod" in [one.name for one in registries.registries.list()], True)


def rules_are_taken_back():
    account, vault = (WORKSPACE_GROUP, "stfraudprod"), (WORKSPACE_GROUP, "kv-fraudprod")
    none = {"default_action": "Deny", "virtual_network_rules": [], "ip_rules": []}
    storage.storage_accounts.update(*account, {"network_rule_set": none})
    equal(storage.storage_accounts.get_properties(*account).network_rule_set.virtual_network_rules, [])
    vaults.vaults.update(*vault, {"properties": {"network_acls": none}})
    equal(vaults.vaults.get(*vault).properties.network_acls.virtual_network_rules, [])


def network_of_the_data_is_deleted():
    network.virtual_networks.begin_delete(GROUP, NETWORK).result()
    equal(list(network.virtual_networks.list(GROUP)), [])


CASES = [
    subnet_has_service_endpoints,
    storage_account_lets_a_subnet_in,
    vault_lets_a_subnet_in,
    registry_lets_addresses_in,
    rules_are_taken_back,
    network_of_the_data_is_deleted,
]
