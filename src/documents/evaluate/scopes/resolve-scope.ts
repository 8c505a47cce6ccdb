import { reason, type Reason } from '../../../core/reason';
import type { Handle, EvaluatedName } from '../evaluator';
import { valueMember, unknownValue } from '../make-value';
import { concatenateTexts } from '../symbols';
import type { Value } from '../value';
import { valueSegments } from './resource-id';
import { idOfTarget, type Target } from './target';

/** The meaning of `scope`: another deployment target, or the resource that is extended. */
export type ScopeMeaning =
  { readonly is: 'target'; readonly target: Target } | { readonly is: 'resource'; readonly id: Value };

const otherGroup = reason('unknown.live');

/** Finds a resource of the deployment by its ID. */
type Find = (id: Value) => Handle | undefined;

/** Resolves a scope from its expression's meaning. The form of the ID identifies the kind of scope. */
export function resolveScope(meaning: EvaluatedName, own: Target, find: Find): ScopeMeaning {
  const id = idOf(meaning);
  const segments = valueSegments(id);
  if (written(segments[1]) === 'tenants' || written(id) === '/') return toTarget({ ...own, kind: 'tenant' });
  const management = managementGroupIn(segments);
  if (management !== undefined) {
    return toTarget({ ...own, kind: 'managementGroup', managementGroup: management });
  }
  const target = groupOrSubscription(segments, own);
  if (target === undefined) return { is: 'resource', id: fullIdOf(id, own) };
  return toTarget({ ...target, location: locationIn(target, own, find) });
}

/** Matches `/subscriptions/S` and `/subscriptions/S/resourceGroups/G`, without anything below. */
function groupOrSubscription(segments: readonly Value[], own: Target): Target | undefined {
  const [, first, subscriptionId, kind, resourceGroup] = segments;
  if (written(first) !== 'subscriptions' || subscriptionId === undefined) return undefined;
  if (segments.length === 3) return { ...own, kind: 'subscription', subscriptionId };
  const isGroup = segments.length === 5 && written(kind) === 'resourcegroups';
  return isGroup && resourceGroup !== undefined
    ? { ...own, kind: 'resourceGroup', subscriptionId, resourceGroup }
    : undefined;
}

function toTarget(target: Target): ScopeMeaning {
  return { is: 'target', target };
}

function idOf(meaning: EvaluatedName): Value {
  if (meaning.is === 'handle') return meaning.resource?.()?.id() ?? unknownValue(otherGroup);
  if (meaning.is === 'object') return valueMember(meaning, 'id') ?? unknownValue(otherGroup);
  return meaning;
}

function written(value: Value | undefined): string {
  return value?.is === 'text' ? value.value.toLowerCase() : '';
}

/** Matches `Microsoft.Management/managementGroups/NAME`, with or without `/providers/` before it. */
function managementGroupIn(segments: readonly Value[]): Value | undefined {
  const [namespace, kind, name] = segments.slice(-3);
  const isGroup = written(namespace) === 'microsoft.management' && written(kind) === 'managementgroups';
  return isGroup ? name : undefined;
}

/** Returns the full ID. In ARM JSON, the ID of a resource can be relative to the deployment's target. */
function fullIdOf(id: Value, own: Target): Value {
  const isRelative = /^[\w.]+\/[\w.]+\//.test(nameOf(id) ?? '');
  return isRelative ? concatenateTexts([idOfTarget(own), '/providers/', id]) : id;
}

/**
 * Returns the region of a target. It's known for the deployment's own resource group, and for one that the template
 * creates.
 */
function locationIn(target: Target, own: Target, find: Find): Value {
  if (target.kind === 'subscription') return own.location;
  if (own.kind === 'resourceGroup' && same(idOfTarget(target), idOfTarget(own))) return own.location;
  const location = find(idOfTarget(target))?.member('location');
  return location === undefined || location.is === 'handle' ? unknownValue(otherGroup) : location;
}

function same(left: Value, right: Value): boolean {
  const [one, other] = [nameOf(left), nameOf(right)];
  return one !== null && one.toLowerCase() === other?.toLowerCase();
}

function nameOf(value: Value): string | null {
  if (value.is === 'text') return value.value;
  return value.is === 'unknown' ? value.symbol : null;
}

/** Returns a deployment target that isn't known. */
export function unknownTarget(own: Target, because: Reason): Target {
  return {
    ...own,
    subscriptionId: unknownValue(because),
    resourceGroup: unknownValue(because),
    location: unknownValue(because),
  };
}
