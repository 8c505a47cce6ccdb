"""What rules over resources: roles, locks, policies, registrations."""

from session import (
    GROUP,
    GROUP_ID,
    REGION,
    WORKSPACE_GROUP,
    authorization,
    equal,
    locks,
    network,
    policies,
    refused,
    registries,
    resources,
    restrictions,
    said,
    until,
)

ADDRESS = "Microsoft.Network/publicIPAddresses"
NOT_ALLOWED = "6c112d4e-5bc7-47ae-a041-ea2d9dccd749"
TABLE = {"location": REGION}


def roles_are_read():
    resources.resource_groups.create_or_update(GROUP, {"location": REGION})
    [role] = authorization.permissions.list_for_resource_group(WORKSPACE_GROUP)
    equal((role.actions, role.not_actions, role.data_actions), (["*"], [], []))
    network_place = ("rg-network-prod", "Microsoft.Network", "", "virtualNetworks", "vnet-ml-prod-weu")
    equal([one.actions for one in authorization.permissions.list_for_resource(*network_place)], [["*"]])
    hidden = lambda: list(authorization.permissions.list_for_resource_group("rg-security-core"))
    refused(hidden, 403, "AuthorizationFailed")


def lock_against_deletion_holds():
    operations = locks.management_locks
    body = {"level": "CanNotDelete", "notes": "kept for the audit"}
    made = operations.create_or_update_at_resource_group_level(GROUP, "keep", body)
    equal((made.name, made.level, made.notes), ("keep", "CanNotDelete", "kept for the audit"))
    equal([one.name for one in operations.list_at_resource_group_level(GROUP)], ["keep"])
    equal(operations.get_at_resource_group_level(GROUP, "keep").id, made.id)
    network.route_tables.begin_create_or_update(GROUP, "rt-kept", TABLE).result()
    refused(lambda: network.route_tables.begin_delete(GROUP, "rt-kept"), 409, "ScopeLocked")
    operations.delete_at_resource_group_level(GROUP, "keep")
    equal(list(operations.list_at_resource_group_level(GROUP)), [])


def lock_against_writing_holds():
    operations, place = locks.management_locks, (GROUP, "Microsoft.Network", "", "routeTables", "rt-kept")
    operations.create_or_update_at_resource_level(*place, "frozen", {"level": "ReadOnly"})
    equal([one.level for one in operations.list_at_resource_level(*place)], ["ReadOnly"])
    change = lambda: network.route_tables.begin_create_or_update(GROUP, "rt-kept", TABLE)
    refused(change, 409, "ScopeLocked")
    refused(lambda: network.route_tables.update_tags(GROUP, "rt-kept", {"tags": {}}), 409, "ScopeLocked")
    operations.delete_at_resource_level(*place, "frozen")
    network.route_tables.begin_delete(GROUP, "rt-kept").result()
    equal(list(network.route_tables.list(GROUP)), [])


def built_in_policies_are_listed():
    listed = {one.name: one for one in policies.policy_definitions.list_built_in()}
    said(listed[NOT_ALLOWED], "description", "metadata", "parameters", "policy_rule", "display_name")
    equal(policies.policy_definitions.get_built_in(NOT_ALLOWED).display_name, listed[NOT_ALLOWED].display_name)


def policy_refuses():
    operations = policies.policy_assignments
    body = {
        "policy_definition_id": f"/providers/Microsoft.Authorization/policyDefinitions/{NOT_ALLOWED}",
        "display_name": "No public addresses",
        "parameters": {"listOfResourceTypesNotAllowed": {"value": [ADDRESS]}},
    }
    made = operations.create(GROUP_ID, "no-addresses", body)
    said(made, "not_scopes", "metadata", "scope", "enforcement_mode")
    equal([one.name for one in operations.list_for_resource_group(GROUP)], ["no-addresses"])
    equal(operations.get(GROUP_ID, "no-addresses").parameters["listOfResourceTypesNotAllowed"].value, [ADDRESS])
    create = lambda: network.public_ip_addresses.begin_create_or_update(GROUP, "pip-not", TABLE)
    refused(create, 403, "RequestDisallowedByPolicy")
    content = {"type": ADDRESS, "name": "pip-not", "location": REGION}
    asked = {"resource_details": {"resource_content": content, "api_version": "2022-07-01"}}
    [found] = restrictions.check_at_resource_group_scope(GROUP, asked).content_evaluation_result.policy_evaluations
    equal((found.evaluation_result, found.policy_info.policy_assignment_id), ("NonCompliant", made.id))
    operations.delete(GROUP_ID, "no-addresses")
    equal(list(operations.list_for_resource_group(GROUP)), [])
    network.public_ip_addresses.begin_create_or_update(GROUP, "pip-not", TABLE).result()
    network.public_ip_addresses.begin_delete(GROUP, "pip-not").result()


def own_policy_is_defined():
    rule = {"if": {"field": "location", "notEquals": REGION}, "then": {"effect": "deny"}}
    operations = policies.policy_definitions
    made = operations.create_or_update("only-here", {"mode": "Indexed", "policy_rule": rule, "display_name": "Here"})
    equal((made.policy_type, made.policy_rule), ("Custom", rule))
    equal(operations.get("only-here").display_name, "Here")
    equal("only-here" in [one.name for one in operations.list()], True)


def provider_is_registered_by_the_client_itself():
    state = lambda: resources.providers.get("Microsoft.ContainerRegistry").registration_state
    equal(resources.providers.unregister("Microsoft.ContainerRegistry").registration_state, "Unregistering")
    until(lambda: state() == "Unregistered")
    # The SDK reads the refusal, registers the provider, waits and writes again.
    body = {"public_network_access": "Disabled"}
    done = registries.registries.begin_update(WORKSPACE_GROUP, "crfraudprod", body).result()
    equal((done.public_network_access, state()), ("Disabled", "Registered"))
    names = [one.namespace for one in resources.providers.list()]
    equal("Microsoft.MachineLearningServices" in names, True)


CASES = [
    roles_are_read,
    lock_against_deletion_holds,
    lock_against_writing_holds,
    built_in_policies_are_listed,
    policy_refuses,
    own_policy_is_defined,
    provider_is_registered_by_the_client_itself,
]
