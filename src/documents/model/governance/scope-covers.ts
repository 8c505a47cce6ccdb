import type { ResourceId } from '../../../core/network/model';
import { reason, type Reason } from '../../../core/reason';
import type { Truth } from './policy-rule';

/** Returns the scope of an extension resource: its ID without its own part. */
export function scopeOfExtension(id: ResourceId): ResourceId {
  return id.replace(/\/providers\/Microsoft\.Authorization\/[^/]+\/[^/]+$/i, '');
}

/**
 * Returns whether a scope contains a resource. Unknown if the result depends on a part without a value, or if the scope is a
 * management group.
 */
export function covers(scope: ResourceId, id: ResourceId, name: string): Truth {
  if (/^\/providers\/microsoft\.management\/managementgroups\//i.test(scope)) return whyUnknown(name, scope);
  // The ID of a resource that can't be identified.
  if (scope.startsWith('/‹') || id.startsWith('/‹')) return whyUnknown(name, scope);
  const [above, below] = [partsOf(scope), partsOf(id)];
  const pairs = above.map((part, at) => [part, below[at] ?? ''] as const);
  const differing = pairs.filter(([one, other]) => one !== other);
  if (differing.some((pair) => !pair.some((part) => part.includes('‹')))) return false;
  return differing.length === 0 || whyUnknown(name, scope);
}

function partsOf(id: ResourceId): readonly string[] {
  return id === '' ? [] : id.toLowerCase().split('/');
}

function whyUnknown(name: string, scope: ResourceId): Reason {
  return reason('file.governance.scope', { name, scope: scope.slice(scope.lastIndexOf('/') + 1) });
}
