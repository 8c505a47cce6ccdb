import type { Finding } from '../../core/finding';
import { valueOr } from '../../core/known';
import type { SecurityRule } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { dayOf, type TagCatalog } from '../../core/tags/tag-catalog';
import { isUnlistedTag } from '../tag-texts';
import { ofRule, routePlace, ruleFinding, type FindingContext, type RuleCase } from './finding-context';
import { nearestTag } from './nearest-tag';
import { wrongRegionOf } from './tag-regions';
import type { Route, RouteTable } from '../../core/network/model';

/**
 * Finds a tag that isn't in the cloud’s list, with the tag that is most likely intended. It is a warning, because the
 * list may be older than the tag.
 */
export function findMisspelled(context: FindingContext, one: RuleCase): readonly Finding[] {
  const { tags } = context;
  const tag = unknownTagOf(one.rule, tags);
  // A tag with the region of another cloud has a separate finding.
  if (tag === undefined || wrongRegionOf(context, one)?.tag === tag) return [];
  const { key, values = {} } = textOf(tag, tags);
  return [ofRule('misspelled-service-tag', one, ruleFinding(one, 'warning', reason(key, values)))];
}

export function findMisspelledRoute(
  { tags }: FindingContext,
  table: RouteTable,
  route: Route,
): readonly Finding[] {
  const { destination, name } = route;
  if (!destination.known || !isUnknown(destination.value, tags)) return [];
  const { key, values } = textOf(destination.value, tags);
  return [
    {
      check: 'misspelled-service-tag',
      severity: 'warning',
      place: routePlace(table, route),
      text: reason(`${key}.route`, { name, ...values }),
      because: [],
      assumptions: [],
    },
  ];
}

/** Returns the first tag of a rule that isn't in the list. */
export function unknownTagOf({ sources, destinations }: SecurityRule, tags: TagCatalog): string | undefined {
  return [...valueOr(sources, []), ...valueOr(destinations, [])].find((text) => isUnknown(text, tags));
}

function isUnknown(text: string, tags: TagCatalog): boolean {
  return tags.names.length > 0 && isUnlistedTag(text, tags);
}

function textOf(tag: string, tags: TagCatalog): Reason {
  const near = nearestTag(tag, tags);
  return near === undefined
    ? reason('finding.unknownTag', { tag, date: dayOf(tags) })
    : reason('finding.misspelledTag', { tag, near, date: dayOf(tags) });
}
