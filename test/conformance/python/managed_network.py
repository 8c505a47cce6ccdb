"""The network that a workspace runs itself. This SDK has no words for it: resources are written by id."""

from session import SUBSCRIPTION, equal, refused, resources

VERSION = "2024-04-01"
WORKSPACE = (
    f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg-ml-risk"
    "/providers/Microsoft.MachineLearningServices/workspaces/mlw-risk-prod"
)
RULE = f"{WORKSPACE}/outboundRules/conda"
BY_ID = resources.resources


def rule_is_added():
    body = {"properties": {"type": "FQDN", "destination": "conda.anaconda.org", "category": "UserDefined"}}
    BY_ID.begin_create_or_update_by_id(RULE, VERSION, body).result()
    found = BY_ID.get_by_id(RULE, VERSION).properties
    equal((found["destination"], found["status"]), ("conda.anaconda.org", "Active"))
    held = BY_ID.get_by_id(WORKSPACE, VERSION).properties["managedNetwork"]
    equal((held["isolationMode"], "conda" in held["outboundRules"]), ("AllowOnlyApprovedOutbound", True))


def required_rule_stays():
    required = f"{WORKSPACE}/outboundRules/registry"
    refused(lambda: BY_ID.begin_delete_by_id(required, VERSION), 400, "BadRequest")


def rule_is_deleted():
    BY_ID.begin_delete_by_id(RULE, VERSION).result()
    refused(lambda: BY_ID.get_by_id(RULE, VERSION), 404, "NotFound")


CASES = [rule_is_added, required_rule_stays, rule_is_deleted]
