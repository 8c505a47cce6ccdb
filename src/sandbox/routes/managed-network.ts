import { failure } from '../failure-texts';
import { forcedEnd } from '../forced-end';
import { isBodyObject, bodyObject, bodyText, type BodyObject } from '../body-json';
import type { LongRunningOperation } from '../long-running';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { sameText } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import { inWorkspace, workspaceType } from './workspaces';

const workspace = `/subscriptions/:subscription/resourceGroups/:group/providers/${workspaceType}/:workspace`;
const list = `${workspace}/outboundRules`;

/** Routes for the rules and the provisioning of a workspace's managed virtual network. */
export const managedNetworkRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${list}`, inWorkspace(listRules)),
  defineRoute(`GET ${list}/:name`, inWorkspace(getRule)),
  defineRoute(`PUT ${list}/:name`, inWorkspace(putRule)),
  defineRoute(`DELETE ${list}/:name`, inWorkspace(deleteRule)),
  defineRoute(`POST ${workspace}/provisionManagedNetwork`, inWorkspace(provision)),
];

/** Seconds of each operation at lifelike pace. */
const seconds = { rule: 2, provisioning: 6 };

function rulesOf(item: Item): BodyObject {
  return bodyObject(item.properties, 'managedNetwork', 'outboundRules') ?? {};
}

function modeOf(item: Item): string {
  return bodyText(item.properties, 'managedNetwork', 'isolationMode') ?? 'Disabled';
}

function isActive(item: Item): boolean {
  return bodyText(item.properties, 'managedNetwork', 'status', 'status') === 'Active';
}

/** Returns a rule's name as it is stored. Names are compared ignoring case. */
function heldName(item: Item, name: string): string {
  return Object.keys(rulesOf(item)).find((one) => sameText(one, name)) ?? name;
}

function shown(item: Item, name: string): BodyObject {
  const properties = rulesOf(item)[name];
  return {
    id: `${item.id}/outboundRules/${name}`,
    name,
    type: `${workspaceType}/outboundRules`,
    properties: isBodyObject(properties) ? properties : {},
  };
}

function listRules({ world, request }: RouteCall, item: Item): Reply {
  const all = Object.keys(rulesOf(item)).map((name) => shown(item, name));
  return listPageReply(all, { url: request.url, size: world.settings.pageSize });
}

function getRule({ param }: RouteCall, item: Item): Reply {
  const name = heldName(item, param('name'));
  return rulesOf(item)[name]
    ? ok(shown(item, name))
    : refusal(404, failure('childNotFound', { id: `${item.id}/outboundRules/${param('name')}` }));
}

/** Updates the workspace with other rules or another state of its network. */
function change(world: World, id: string, managed: (held: BodyObject) => BodyObject): void {
  const item = world.store.get(id);
  if (!item) return;
  const held = bodyObject(item.properties, 'managedNetwork') ?? {};
  world.store.patch(id, { properties: { ...item.properties, managedNetwork: managed(held) } });
}

interface RuleChange {
  readonly id: string;
  readonly name: string;
  /** Undefined to remove the rule. */
  readonly rule: BodyObject | undefined;
}

function setRule(world: World, { id, name, rule }: RuleChange): void {
  change(world, id, (held) => {
    const others = Object.entries(bodyObject(held, 'outboundRules') ?? {}).filter(([one]) => one !== name);
    return { ...held, outboundRules: Object.fromEntries([...others, ...(rule ? [[name, rule]] : [])]) };
  });
}

function putRule(call: RouteCall, item: Item): Reply {
  const { world, request, param } = call;
  const name = heldName(item, param('name'));
  const rule = bodyObject(request.body, 'properties');
  const wrong = checkRule(item, name, rule);
  if (wrong || !rule) {
    return wrong ?? refusal(400, failure('invalidRequestContent', { reason: 'no properties' }));
  }
  setRule(world, { id: item.id, name, rule: { category: 'UserDefined', ...rule, status: 'Provisioning' } });
  const operation = begin(world, item);
  world.operations.after(seconds.rule, () => {
    const now = world.store.get(item.id);
    // A rule of a network that isn't provisioned yet is inactive until then.
    const status = now && isActive(now) ? 'Active' : 'Inactive';
    setRule(world, { id: item.id, name, rule: { category: 'UserDefined', ...rule, status } });
    world.operations.finish(operation);
  });
  return { status: 202, headers: world.operations.headers(operation, request.url.origin) };
}

const ruleTypes = ['FQDN', 'PrivateEndpoint', 'ServiceTag'];

/**
 * Checks a rule. Host names and tags have no effect if all outbound traffic is allowed (managed network page, August
 * 2024).
 */
function checkRule(item: Item, name: string, rule: BodyObject | undefined): Reply | undefined {
  const mode = modeOf(item);
  if (sameText(mode, 'Disabled')) return refusal(400, failure('managedNetworkOff', { workspace: item.name }));
  const type = bodyText(rule, 'type') ?? '';
  const isComplete = type === 'FQDN' ? bodyText(rule, 'destination') : bodyObject(rule, 'destination');
  if (!ruleTypes.includes(type) || !isComplete) return refusal(400, failure('managedRule', { name, type }));
  const needsEndpoint = !sameText(mode, 'AllowOnlyApprovedOutbound') && type !== 'PrivateEndpoint';
  if (needsEndpoint) return refusal(400, failure('managedRuleMode', { name, type, mode }));
  return isRequired(item, name) ? refusal(400, failure('managedRuleRequired', { name })) : undefined;
}

function isRequired(item: Item, name: string): boolean {
  return bodyText(rulesOf(item)[name], 'category') === 'Required';
}

function deleteRule(call: RouteCall, item: Item): Reply {
  const { world, request, param } = call;
  const name = heldName(item, param('name'));
  const rule = rulesOf(item)[name];
  if (!isBodyObject(rule)) return { status: 204 };
  if (isRequired(item, name)) return refusal(400, failure('managedRuleRequired', { name }));
  setRule(world, { id: item.id, name, rule: { ...rule, status: 'Deleting' } });
  const operation = begin(world, item);
  world.operations.after(seconds.rule, () => {
    setRule(world, { id: item.id, name, rule: undefined });
    world.operations.finish(operation);
  });
  return { status: 202, headers: world.operations.headers(operation, request.url.origin) };
}

function provision({ world, request }: RouteCall, item: Item): Reply {
  if (sameText(modeOf(item), 'Disabled')) {
    return refusal(400, failure('managedNetworkOff', { workspace: item.name }));
  }
  const forced = forcedEnd(world, { method: 'POST', path: `${item.id}/provisionManagedNetwork` });
  const sparkReady = isBodyObject(request.body) && request.body['includeSpark'] === true;
  const operation = begin(world, item);
  world.operations.after(seconds.provisioning, () => {
    if (forced) return world.operations.finish(operation, forced);
    change(world, item.id, (held) => ({
      ...held,
      status: { status: 'Active', sparkReady },
      outboundRules: activated(bodyObject(held, 'outboundRules') ?? {}),
    }));
    world.operations.finish(operation);
  });
  return { status: 202, headers: world.operations.headers(operation, request.url.origin) };
}

function activated(rules: BodyObject): BodyObject {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      isBodyObject(rule) ? { ...rule, status: 'Active' } : rule,
    ]),
  );
}

function begin(world: World, item: Item): LongRunningOperation {
  return world.operations.begin({
    provider: 'Microsoft.MachineLearningServices',
    subscriptionId: item.subscriptionId,
    location: item.location ?? '',
    resourceId: item.id,
  });
}
