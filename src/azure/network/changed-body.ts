import type { FixStep, NewRoute, NewRule, SetStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { AzureFailure } from '../failure';
import { isJsonObject, listAt, textAt, type Json, type JsonObject } from '../json';

/** A resource's body with one step applied; every member that we do not know stays as it was. */
export function changedBody(
  body: JsonObject,
  step: FixStep,
  describe: (step: FixStep) => string,
): JsonObject {
  switch (step.do) {
    case 'insert':
      return step.what === 'rule'
        ? withChild(body, 'securityRules', ruleBody(step.rule, describe(step)))
        : withChild(body, 'routes', routeBody(step.route));
    case 'remove':
      return withoutChild(body, step.what === 'rule' ? 'securityRules' : 'routes', step.name);
    case 'set':
      return withSetting(body, step);
    case 'attach':
    case 'detach':
      return withPart(body, step);
    default:
      return body;
  }
}

/** Entries of a list that stay keep what Azure says of them. */
function withSetting(body: JsonObject, step: SetStep): JsonObject {
  switch (step.property) {
    case 'delegations':
      return withProperty(body, step.property, step.value.map(delegation));
    case 'serviceEndpoints': {
      const held = listAt(body, 'properties', step.property);
      const entry = (service: string): Json =>
        held.find((one) => textAt(one, 'service') === service) ?? { service };
      return withProperty(body, step.property, step.value.map(entry));
    }
    case 'privateEndpointNetworkPolicies':
      return withProperty(body, step.property, step.value);
  }
}

type PartStep = Extract<FixStep, { do: 'attach' | 'detach' }>;

/** A subnet names one of each; a gateway lists its addresses. */
function withPart(body: JsonObject, step: PartStep): JsonObject {
  const isAttached = step.do === 'attach';
  if (step.what === 'publicIpAddress') {
    const rest = withoutId(listAt(body, 'properties', addresses), step.id);
    return withProperty(body, addresses, isAttached ? [...rest, { id: step.id }] : rest);
  }
  const name = attachedAs[step.what];
  return isAttached ? withProperty(body, name, { id: step.id }) : withoutProperty(body, name);
}

/** The member of a subnet that names what is attached to it. */
export const attachedAs = {
  securityGroup: 'networkSecurityGroup',
  routeTable: 'routeTable',
  natGateway: 'natGateway',
} as const;

const addresses = 'publicIpAddresses';

/** A delegation is named after its service where nobody named it. */
function delegation(serviceName: string): JsonObject {
  return { name: serviceName.replaceAll('/', '.'), properties: { serviceName } };
}

function withoutId(list: readonly Json[], id: ResourceId): readonly Json[] {
  return list.filter((one) => !sameId(textAt(one, 'id') ?? '', id));
}

/** A new child; one of the same name is somebody else's and never replaced. */
function withChild(body: JsonObject, list: string, child: JsonObject): JsonObject {
  const children = listAt(body, 'properties', list);
  if (children.some((one) => isNamed(one, textAt(child, 'name')))) throw new AzureFailure('changed');
  return withProperty(body, list, [...children, child]);
}

/** A child that is gone already was removed by somebody else, who may have had another plan. */
function withoutChild(body: JsonObject, list: string, name: string): JsonObject {
  const children = listAt(body, 'properties', list);
  const rest = children.filter((one) => !isNamed(one, name));
  if (rest.length === children.length) throw new AzureFailure('changed');
  return withProperty(body, list, rest);
}

function isNamed(child: Json, name: string | undefined): boolean {
  return textAt(child, 'name')?.toLowerCase() === name?.toLowerCase();
}

function withProperty(body: JsonObject, name: string, value: Json): JsonObject {
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  return { ...body, properties: { ...properties, [name]: value } };
}

function withoutProperty(body: JsonObject, name: string): JsonObject {
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  const rest = Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));
  return { ...body, properties: rest };
}

/** Characters that Azure takes in a rule's description. */
const longestDescription = 140;

function ruleBody(rule: NewRule, description: string): JsonObject {
  return {
    name: rule.name,
    properties: {
      ...(description === '' ? {} : { description: clipped(description) }),
      priority: rule.priority,
      direction: rule.direction,
      access: rule.access,
      protocol: rule.protocol,
      sourcePortRange: '*',
      ...oneOrMany('sourceAddressPrefix', 'sourceAddressPrefixes', rule.sources),
      ...oneOrMany('destinationAddressPrefix', 'destinationAddressPrefixes', rule.destinations),
      ...oneOrMany('destinationPortRange', 'destinationPortRanges', rule.destinationPorts),
    },
  };
}

function clipped(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1)}…`;
}

/** One value goes into the singular member: a tag or `*` in a plural list is refused. */
function oneOrMany(singular: string, plural: string, values: readonly string[]): JsonObject {
  const [only] = values;
  return values.length === 1 && only !== undefined ? { [singular]: only } : { [plural]: values };
}

function routeBody(route: NewRoute): JsonObject {
  return {
    name: route.name,
    properties: {
      addressPrefix: route.destination,
      nextHopType: route.nextHop,
      ...(route.nextHopAddress === null ? {} : { nextHopIpAddress: route.nextHopAddress }),
    },
  };
}
