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

/** A tag that the cloud’s list lacks, with the one that is most likely meant. A list may be older than a tag: a warning. */
export function findMisspelt(context: FindingContext, one: RuleCase): readonly Finding[] {
  const { tags } = context;
  const tag = unknownTagOf(one.rule, tags);
  // One with the region of another cloud is found by its region.
  if (tag === undefined || wrongRegionOf(context, one)?.tag === tag) return [];
  const { key, values = {} } = textOf(tag, tags);
  return [ofRule('misspelt-service-tag', one, ruleFinding(one, 'warning', reason(key, values)))];
}

export function findMisspeltRoute(
  { tags }: FindingContext,
  table: RouteTable,
  route: Route,
): readonly Finding[] {
  const { destination, name } = route;
  if (!destination.known || !isUnknown(destination.value, tags)) return [];
  const { key, values } = textOf(destination.value, tags);
  return [
    {
      check: 'misspelt-service-tag',
      severity: 'warning',
      place: routePlace(table, route),
      text: reason(`${key}.route`, { name, ...values }),
      because: [],
      assumptions: [],
    },
  ];
}

/** The first tag of a rule that the list lacks. */
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
    : reason('finding.misspeltTag', { tag, near, date: dayOf(tags) });
}
