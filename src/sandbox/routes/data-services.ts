import { childListOf } from './child-lists';
import { parsePrefix } from '../../core/addresses/prefix';
import { failure } from '../failure-texts';
import {
  isBodyObject,
  bodyList,
  bodyObject,
  bodyText,
  bodyPart,
  type BodyJson,
  type BodyObject,
} from '../body-json';
import { ok, refusal, type Reply } from '../responses';
import { sameText } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import { inItem, readsOf, showPlain } from './plain-resources';

/** A service that stores a workspace's data, with its network rules. */
interface DataService {
  readonly type: string;
  /** Member with the network rules. */
  readonly rules: 'networkAcls' | 'networkRuleSet';
  /** Service endpoint that a subnet must have before a rule can allow it. */
  readonly endpoint: string;
  /** Methods that update it. The Azure CLI writes a key vault as a whole; none is created here. */
  readonly writtenBy: readonly ('PATCH' | 'PUT')[];
}

const services: readonly DataService[] = [
  {
    type: 'Microsoft.Storage/storageAccounts',
    rules: 'networkAcls',
    endpoint: 'Microsoft.Storage',
    writtenBy: ['PATCH'],
  },
  {
    type: 'Microsoft.KeyVault/vaults',
    rules: 'networkAcls',
    endpoint: 'Microsoft.KeyVault',
    writtenBy: ['PATCH', 'PUT'],
  },
  {
    type: 'Microsoft.ContainerRegistry/registries',
    rules: 'networkRuleSet',
    endpoint: 'Microsoft.ContainerRegistry',
    writtenBy: ['PATCH'],
  },
];

/**
 * Routes for storage accounts, key vaults, and container registries: list, get, and update of their network rules.
 * Replicas of a registry are listed.
 */
export const dataServiceRoutes: readonly RequestRoute[] = [
  ...services.flatMap((service) => [
    ...readsOf(service.type),
    ...service.writtenBy.map((method) =>
      defineRoute(
        `${method} /subscriptions/:subscription/resourceGroups/:group/providers/${service.type}/:name`,
        inItem(service.type, (call, item) => patch(call, service, item)),
      ),
    ),
  ]),
  childListOf('Microsoft.ContainerRegistry/registries/replications'),
];

/** Applies changes to network rules and public access. Everything else can't be changed here. */
function patch({ world, request }: RouteCall, service: DataService, item: Item): Reply {
  const sent = bodyObject(request.body, 'properties');
  if (!sent) return refusal(400, failure('invalidRequestContent', { reason: 'no properties' }));
  const rules = bodyPart(sent, service.rules);
  const wrong = rules === undefined ? undefined : checkRules(world, service, rules);
  if (wrong) return wrong;
  const held = bodyObject(item.properties, service.rules) ?? {};
  const publicNetworkAccess = bodyText(sent, 'publicNetworkAccess');
  const bypass = bodyText(sent, 'networkRuleBypassOptions');
  world.store.patch(item.id, {
    properties: {
      ...item.properties,
      ...(isBodyObject(rules) ? { [service.rules]: { ...held, ...completed(service, rules) } } : {}),
      ...(publicNetworkAccess === undefined ? {} : { publicNetworkAccess }),
      ...(bypass === undefined ? {} : { networkRuleBypassOptions: bypass }),
    },
  });
  return ok(showPlain(world.store.get(item.id) ?? item));
}

/**
 * Adds the action Allow to rules, and for a storage account the state Succeeded. Key vaults don't have these members.
 */
function completed({ type, rules: member }: DataService, rules: BodyObject): BodyObject {
  const isStorage = type === 'Microsoft.Storage/storageAccounts';
  if (!isStorage && member !== 'networkRuleSet') return rules;
  const allow = (list: string, more: BodyObject = {}): BodyObject =>
    rules[list] === undefined
      ? {}
      : {
          [list]: bodyList(rules, list).map((entry) => ({
            ...(isBodyObject(entry) ? entry : {}),
            action: 'Allow',
            ...more,
          })),
        };
  return {
    ...rules,
    ...allow('ipRules'),
    ...allow('virtualNetworkRules', isStorage ? { state: 'Succeeded' } : {}),
  };
}

function checkRules(world: World, service: DataService, rules: BodyJson): Reply | undefined {
  // Only a key vault accepts rules without a default action.
  const usual = service.type === 'Microsoft.KeyVault/vaults' ? 'Deny' : '';
  const action = bodyText(rules, 'defaultAction') ?? usual;
  if (!['allow', 'deny'].includes(action.toLowerCase())) {
    return refusal(400, failure('networkRuleAction', { action }));
  }
  const wrongAddress = bodyList(rules, 'ipRules')
    .map((entry) => bodyText(entry, 'value') ?? '')
    .find((value) => !parsePrefix(value));
  if (wrongAddress !== undefined) return refusal(400, failure('networkRuleAddress', { value: wrongAddress }));
  for (const entry of bodyList(rules, 'virtualNetworkRules')) {
    const id = bodyText(entry, 'id') ?? '';
    const subnet = world.store.get(id);
    if (!subnet) return refusal(400, failure('networkRuleSubnet', { id }));
    const has = bodyList(subnet.properties, 'serviceEndpoints').some((one) =>
      sameText(bodyText(one, 'service') ?? '', service.endpoint),
    );
    if (!has) return refusal(400, failure('noServiceEndpoint', { id, endpoint: service.endpoint }));
  }
  return undefined;
}
