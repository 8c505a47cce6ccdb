import { reason, type Reason } from '../core/reason';
import type { ResourceTag } from './compute-plan';

/** Azure's limits (learn.microsoft.com/azure/azure-resource-manager/management/tag-resources, its limitations). */
const tagLimits = { count: 50, name: 512, value: 256 } as const;

const forbidden = /[<>%&\\?/]/;

/** Prefixes that Azure reserves for its own tags. */
const reserved = /^(microsoft|azure|windows)/i;

/**
 * Returns why each of `tags` is invalid, in their order; null for a valid one. Azure compares names without regard to
 * case.
 */
export function tagFaults(tags: readonly ResourceTag[]): readonly (Reason | null)[] {
  const seen = new Set<string>();
  return tags.map((tag, index) => {
    const name = tag.name.toLowerCase();
    const isDouble = seen.has(name);
    seen.add(name);
    return tagFault(tag, { index, isDouble });
  });
}

function tagFault(
  { name, value }: ResourceTag,
  { index, isDouble }: { readonly index: number; readonly isDouble: boolean },
): Reason | null {
  if (name === '') return reason('tag.noName');
  if (name.length > tagLimits.name) return reason('tag.longName', { n: name.length, limit: tagLimits.name });
  const found = forbidden.exec(name)?.[0];
  if (found !== undefined) return reason('tag.character', { character: found });
  if (reserved.test(name)) return reason('tag.reserved', { name });
  if (isDouble) return reason('tag.double', { name });
  if (value.length > tagLimits.value) {
    return reason('tag.longValue', { n: value.length, limit: tagLimits.value });
  }
  return index >= tagLimits.count ? reason('tag.tooMany', { limit: tagLimits.count }) : null;
}
