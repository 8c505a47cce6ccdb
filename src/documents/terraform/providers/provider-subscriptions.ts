import { reason } from '../../../core/reason';
import { textValue, unknownValue } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import type { TerraformResource } from '../terraform-resource';

/** Returns the subscription of a provider configuration. */
export type SubscriptionOf = (provider: string | null) => Value;

/**
 * Finds subscriptions, as far as the files contain them. The sources are known IDs of resources that a provider
 * manages, and written IDs in a resource group that it creates. Two configurations may have different subscriptions.
 */
export function subscriptionsOf(resources: readonly TerraformResource[]): SubscriptionOf {
  const found = new Map<string, Set<string>>();
  for (const [provider, id] of [...ownIds(resources), ...idsInOwnGroups(resources)]) {
    const subscription = /^\/subscriptions\/([^/‹›]+)/i.exec(id)?.[1]?.toLowerCase();
    if (subscription === undefined) continue;
    found.set(keyOf(provider), (found.get(keyOf(provider)) ?? new Set()).add(subscription));
  }
  return (provider) => {
    const [only, ...others] = found.get(keyOf(provider)) ?? [];
    return only !== undefined && others.length === 0 ? textValue(only) : unstated(provider);
  };
}

/** A provider configuration, and an ID in its subscription. */
type OwnedId = readonly [provider: string | null, id: string];

function ownIds(resources: readonly TerraformResource[]): readonly OwnedId[] {
  return resources.flatMap(({ provider, values }): readonly OwnedId[] => {
    const id = values.members.get('id');
    return id?.is === 'text' ? [[provider, id.value]] : [];
  });
}

function idsInOwnGroups(resources: readonly TerraformResource[]): readonly OwnedId[] {
  const groups = groupsByName(resources);
  if (groups.size === 0) return [];
  return resources
    .flatMap(({ values }) => idsIn(values))
    .flatMap((id) => {
      const name = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(id)?.[1]?.toLowerCase();
      return (groups.get(name ?? '') ?? []).map((provider): OwnedId => [provider, id]);
    });
}

const keyOf = (provider: string | null): string => provider ?? '';

function unstated(provider: string | null): Value {
  const name = provider ?? 'azurerm';
  return unknownValue(reason('unknown.terraform.subscription', { name }), `‹${name}.subscription_id›`);
}

/** Groups provider configurations by the names, in lowercase, of the resource groups that they create. */
function groupsByName(
  resources: readonly TerraformResource[],
): ReadonlyMap<string, readonly (string | null)[]> {
  const byName = new Map<string, (string | null)[]>();
  for (const { type, mode, provider, values } of resources) {
    const name = values.members.get('name');
    if (type !== 'azurerm_resource_group' || mode === 'data' || name?.is !== 'text') continue;
    const key = name.value.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), provider]);
  }
  return byName;
}

function idsIn(value: Value): readonly string[] {
  switch (value.is) {
    case 'text':
      return value.value.startsWith('/subscriptions/') ? [value.value] : [];
    case 'array':
      return value.items.flatMap(idsIn);
    case 'object':
      return [...value.members.values()].flatMap(idsIn);
    default:
      return [];
  }
}
