import { locationOfTagRegion } from '../../core/azure-facts/region-codes';
import type { Finding } from '../../core/finding';
import { valueOr } from '../../core/known';
import type { Direction, SecurityGroup, SecurityRule } from '../../core/network/model';
import { findSubnet } from '../../core/network/find';
import { subnetsUsing } from '../fixes/also-used-by';
import { plainRegion } from '../regions';
import { isTagText } from '../../core/addresses/address-list';
import { tagParts } from '../tag-texts';
import { requiredFlows } from './required-flows';
import { reason } from '../../core/reason';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { nearestTag } from './nearest-tag';
import { ofRule, ruleFinding, type FindingContext, type RuleCase } from './finding-context';

/** A tag for a region that is neither the network’s nor the workspace’s, although the requirement needs these. */
export interface WrongRegion {
  readonly tag: string;
  readonly side: 'sources' | 'destinations';
  /** Required regions in lowercase. */
  readonly intended: readonly string[];
}

/**
 * Finds allow rules with the wrong region of a regional tag. It is a warning if no other rule of the NSG has the right
 * region. Otherwise the rule may serve another purpose.
 */
export function findWrongRegion(context: FindingContext, one: RuleCase): readonly Finding[] {
  const wrong = wrongRegionOf(context, one);
  if (!wrong) return [];
  const { tag, intended } = wrong;
  const isCovered = one.rules.some((other) => other !== one.rule && namesRight(other, one.rule, wrong));
  const key = isCovered ? 'finding.otherRegion' : 'finding.wrongRegion';
  const text = reason(key, { tag, regions: intended });
  const finding = ruleFinding(one, isCovered ? 'info' : 'warning', text);
  const { usedBy, name } = one.group;
  const assumptions = usedBy.known ? [] : [reason('finding.assumed.users', { group: name })];
  return [ofRule('wrong-region-tag', one, { ...finding, assumptions })];
}

/** Returns the first tag of the rule with a wrong region. */
export function wrongRegionOf(context: FindingContext, { group, rule }: RuleCase): WrongRegion | undefined {
  const { access, direction } = rule;
  if (!access.known || access.value !== 'Allow' || !direction.known) return undefined;
  const side = farSide(direction.value);
  const intended = intendedRegions(context, group);
  if (intended.length === 0) return undefined;
  const tag = valueOr(rule[side], []).find((text) =>
    isWrong(text, { context, direction: direction.value, intended }),
  );
  return tag === undefined ? undefined : { tag, side, intended };
}

function farSide(direction: Direction): WrongRegion['side'] {
  return direction === 'Outbound' ? 'destinations' : 'sources';
}

/**
 * Returns the regions of the networks and workspaces; empty if one of them is unknown, because the tag's region might
 * be that one.
 */
function intendedRegions(
  { model, workspaceRegions }: FindingContext,
  group: SecurityGroup,
): readonly string[] {
  if (workspaceRegions === null) return [];
  const regions = subnetsUsing(model, group).map((id) => findSubnet(model, id)?.network.location);
  const known = regions.flatMap((one) => (one?.known ? [one.value] : []));
  if (known.length === 0 || known.length < regions.length) return [];
  return [...new Set([...known, ...workspaceRegions].map(plainRegion))];
}

interface TagRegionInput {
  readonly context: FindingContext;
  readonly direction: Direction;
  readonly intended: readonly string[];
}

function isWrong(text: string, { context, direction, intended }: TagRegionInput): boolean {
  if (!isTagText(text) || !isRegional(text, context.tags)) return false;
  const { base, region } = tagParts(text);
  if (region === undefined || intended.includes(plainRegion(locationOfTagRegion(region)))) return false;
  return requiredFlows(context.profile, direction, base).some(
    ({ remote }) => remote.is === 'tag' && remote.scope !== 'none' && remote.scope !== 'hdinsight',
  );
}

/** True for a tag in the list, or for one of its services with a region of another cloud. */
function isRegional(text: string, tags: TagCatalog): boolean {
  if (tags.spelling(text) !== undefined) return true;
  return tags.spelling(tagParts(text).base) !== undefined && nearestTag(text, tags) === undefined;
}

/** True if the other rule allows the global tag, or the tag of a required region. */
function namesRight(other: SecurityRule, own: SecurityRule, { tag, side, intended }: WrongRegion): boolean {
  const sameWay =
    other.access.known &&
    other.access.value === 'Allow' &&
    other.direction.known &&
    own.direction.known &&
    other.direction.value === own.direction.value;
  const { base } = tagParts(tag);
  return (
    sameWay &&
    valueOr(other[side], []).some((text) => {
      const its = tagParts(text);
      if (text.toLowerCase() === base.toLowerCase()) return true;
      return (
        its.base.toLowerCase() === base.toLowerCase() &&
        its.region !== undefined &&
        intended.includes(plainRegion(locationOfTagRegion(its.region)))
      );
    })
  );
}
