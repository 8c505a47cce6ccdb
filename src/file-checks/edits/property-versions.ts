import { reason, type Reason } from '../../core/reason';
import type { Value } from '../../documents/evaluate/value';
import type { DeclaredResource } from '../../documents/model/declared-resource';
import { partOf } from '../../documents/model/parts';

/** A property that fixes write, and the first API version that has it. */
export interface PropertyVersion {
  readonly of: 'subnet' | 'rule';
  readonly property: string;
  readonly since: string;
}

/**
 * Properties that API versions of `Microsoft.Network` didn't always have. Source: the official Bicep compiler 0.49.2, which
 * reports BCP037 for each in every version before `since` (29 November 2026).
 */
export const propertyVersions: readonly PropertyVersion[] = [
  { of: 'subnet', property: 'serviceEndpoints', since: '2017-06-01' },
  { of: 'subnet', property: 'delegations', since: '2018-08-01' },
  { of: 'subnet', property: 'natGateway', since: '2019-02-01' },
  { of: 'subnet', property: 'privateEndpointNetworkPolicies', since: '2019-04-01' },
  { of: 'rule', property: 'sourceAddressPrefixes', since: '2017-06-01' },
  { of: 'rule', property: 'destinationAddressPrefixes', since: '2017-06-01' },
  { of: 'rule', property: 'destinationPortRanges', since: '2017-06-01' },
];

const homes: readonly {
  readonly type: string;
  readonly of: PropertyVersion['of'];
  readonly list?: string;
}[] = [
  { type: 'microsoft.network/virtualnetworks', of: 'subnet', list: 'subnets' },
  { type: 'microsoft.network/virtualnetworks/subnets', of: 'subnet' },
  { type: 'microsoft.network/networksecuritygroups', of: 'rule', list: 'securityRules' },
  { type: 'microsoft.network/networksecuritygroups/securityrules', of: 'rule' },
];

type Resources = readonly DeclaredResource[];

/** Returns the reason why edits aren't valid: they set a property that the resource's API version doesn't have. */
export function whyUnsupported(before: Resources, after: Resources): Reason | undefined {
  for (const one of after) {
    const { type, name, apiVersion } = one;
    const own = homes.filter((home) => home.type === type);
    if (own.length === 0 || apiVersion === undefined) continue;
    const known = propertyVersions.filter(
      ({ of, since }) => apiVersion.slice(0, since.length) < since && own.some((home) => home.of === of),
    );
    const was = before.filter(({ id }) => id.toLowerCase() === one.id.toLowerCase());
    const fresh = known.find((each) => countIn([one], each) > countIn(was, each));
    if (!fresh) continue;
    const { property, since } = fresh;
    // In Bicep's notation, because a plain date would be formatted as a date.
    const [version, least] = [`@${apiVersion}`, `@${since}`];
    return reason('file.fix.apiVersion', { property, name, version, since: least });
  }
  return undefined;
}

/** Counts the subnets or rules of resources that have a property. */
function countIn(resources: Resources, { of, property }: PropertyVersion): number {
  const all = resources.flatMap(({ type, body }) =>
    homes
      .filter((home) => home.type === type && home.of === of)
      .flatMap(({ list }) => (list === undefined ? [body] : itemsIn(partOf(body, 'properties', list)))),
  );
  const parts = all.flatMap((one) => partOf(one, 'properties', property) ?? []);
  return parts.filter(({ is }) => is !== 'unknown').length;
}

function itemsIn(list: Value | undefined): readonly Value[] {
  return list?.is === 'array' ? list.items : [];
}
