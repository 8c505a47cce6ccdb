import { isSubset, setsOverlap, unionAll } from '../../core/addresses/interval-algebra';
import { emptySet, type IntervalSet } from '../../core/addresses/interval-set';
import { formatPorts, parsePorts } from '../../core/addresses/ports';
import type { Finding, FindingPlace } from '../../core/finding';
import { valueOr } from '../../core/known';
import type { Direction, SecurityRule } from '../../core/network/model';
import type { Profile } from '../../core/plan';
import { isAnyAddress } from '../written-rules';
import { isTagText } from '../../core/addresses/address-list';
import { isTagOfEveryCloud, tagParts } from '../tag-texts';
import { requiredFlows } from './required-flows';
import { reason, type Reason } from '../../core/reason';
import { ofRule, ruleFinding, type FindingContext, type RuleCase } from './finding-context';

const allPorts = parsePorts(['*']) ?? emptySet;

/** Ports of every host name in Microsoft’s lists. A security rule can allow them only to the whole internet. */
const hostPorts = parsePorts(['80', '443']) ?? emptySet;

/**
 * Finds allow rules that allow more than any requirement needs: from or to the whole internet, or more ports of a
 * service. It also finds rules that allow what the `covered` rules after them allow for Azure ML. One finding per rule,
 * for its broadest part.
 */
export function findWide(
  { profile }: FindingContext,
  one: RuleCase,
  covered: readonly FindingPlace[],
): readonly Finding[] {
  const allowed = allowedBy(one.rule);
  if (!allowed) return [];
  const { far, ports, direction } = allowed;
  const excess =
    internetExcess(allowed) ??
    far.map((text) => tagExcess(profile, { text, ports, direction })).find((each) => each !== undefined) ??
    coveredExcess(covered);
  return excess
    ? [ofRule('wide-security-rule', one, { ...ruleFinding(one, 'info', excess), because: covered })]
    : [];
}

function coveredExcess(covered: readonly FindingPlace[]): Reason | undefined {
  if (covered.length === 0) return undefined;
  const names = covered.map(({ name }) => name);
  return reason('finding.wide.covers', { names, n: covered.length });
}

/** True for an allow rule that a requirement of the profile needs, whatever else it allows. */
export function isNeeded(profile: Profile, rule: SecurityRule): boolean {
  const allowed = allowedBy(rule);
  return (
    allowed?.far.some((text) => setsOverlap(allowed.ports, neededPorts(profile, allowed.direction, text))) ===
    true
  );
}

/** True for an allow rule that also allows traffic that no requirement of the profile needs. */
export function isBroad(profile: Profile, rule: SecurityRule): boolean {
  const allowed = allowedBy(rule);
  return (
    allowed?.far.some((text) => !isSubset(allowed.ports, neededPorts(profile, allowed.direction, text))) ===
    true
  );
}

function neededPorts(profile: Profile, direction: Direction, text: string): IntervalSet {
  const flows = isTagText(text) ? requiredFlows(profile, direction, baseOf(profile, direction, text)) : [];
  return requiredPorts(flows) ?? emptySet;
}

interface Allowed {
  readonly direction: Direction;
  readonly far: readonly string[];
  readonly ports: IntervalSet;
}

function allowedBy(rule: SecurityRule): Allowed | undefined {
  const { access, direction, sources, destinations, destinationPorts } = rule;
  if (!access.known || access.value !== 'Allow' || !direction.known) return undefined;
  const ports = parsePorts(valueOr(destinationPorts, []));
  const far = valueOr(direction.value === 'Outbound' ? destinations : sources, []);
  return ports && { direction: direction.value, far, ports };
}

function internetExcess({ direction, far, ports }: Allowed): Reason | undefined {
  if (!far.some(isAllInternet) || (direction === 'Outbound' && isSubset(ports, hostPorts))) return undefined;
  return reason(`finding.wide.internet.${direction}`);
}

function tagExcess(
  profile: Profile,
  { text, ports, direction }: Omit<Allowed, 'far'> & { readonly text: string },
): Reason | undefined {
  if (!isTagText(text) || isTagOfEveryCloud(text)) return undefined;
  if (isAllAzure(text)) return reason(`finding.wide.azure.${direction}`, { tag: text });
  const required = requiredPorts(requiredFlows(profile, direction, baseOf(profile, direction, text)));
  // A rule without any of the required ports serves another purpose.
  if (!required || !setsOverlap(ports, required) || isSubset(ports, required)) return undefined;
  // The article's list of outbound traffic doesn't specify ports.
  if (profile === '2020-12' && direction === 'Outbound' && isSubset(allPorts, ports)) return undefined;
  return reason('finding.wide.ports', { tag: text, ports: formatPorts(required) });
}

function isAllInternet(text: string): boolean {
  return isAnyAddress(text) || text.toLowerCase() === 'internet';
}

/** True for the tag that includes the machines of all Azure customers. */
function isAllAzure(text: string): boolean {
  return /^azurecloud(\.|$)/i.test(text);
}

/** Returns the tag as a requirement names it: `AzureFrontDoor.FirstParty` isn't a region of `AzureFrontDoor`. */
function baseOf(profile: Profile, direction: Direction, tag: string): string {
  return requiredFlows(profile, direction, tag).length > 0 ? tag : tagParts(tag).base;
}

function requiredPorts(flows: ReturnType<typeof requiredFlows>): IntervalSet | undefined {
  if (flows.length === 0) return undefined;
  return unionAll(flows.map(({ ports }) => parsePorts(ports) ?? emptySet));
}
