import { displayText } from '../../../core/text/display-text';
import type {
  Gate,
  Picture,
  PictureFlow,
  PictureLine,
  OutboundAccessBox,
} from '../../../contract/wizard/review';
import {
  displayPriority,
  statusOf,
  type DecidingRoute,
  type DecidingRule,
  type GroupLevel,
  type CheckResult,
} from '../../../core/check-result';
import { privateAddressOf, type AttachTarget } from '../../../core/attach-target';
import type { Known } from '../../../core/known';
import type { ResourceId, RouteTable, SecurityGroup, VirtualNetwork } from '../../../core/network/model';
import { peeredNetworkId } from '../../../core/network/proposed-network';
import { nameOf, routeTableOf, sameId, securityGroupOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { requirementName, requirementShortName } from '../../../wording/requirement-text';
import { formatParts, subjectUnder } from '../../../wording/subject-text';
import { isEverything, formatOutcome } from '../../../wording/outcome-text';
import { chosenNicGroupId, chosenTarget } from '../attach/chosen-target';
import { chosenSubnet, chosenVmSize, isProposing, publicIp, type ChosenSubnet } from '../selection';
import { plannedName, plannedNodes } from '../derived-plan';
import type { WizardState } from '../state';
import { fromInternet, routeOf, wayOfHop, flowExit } from './flow-outbound-access';
import { formatRegion } from '../../../wording/region-text';
import { capacityView } from './size-view';
import { prefixText } from './lists-view';

/** A gate of the picture: an NSG by its level, or the route table. */
type GateKind = GroupLevel | 'routes';

/** Returns the checked flows as a picture; null if there is nothing to draw. */
export function pictureView(say: Say, state: WizardState, results: readonly CheckResult[]): Picture | null {
  const chosen = chosenSubnet(state);
  if (!chosen || results.length === 0) return null;
  const kinds = gateKinds(results);
  const drawn = results.map((one) => drawFlow(say, state, { result: one, kinds }));
  const { network, subnet } = chosen;
  const region = network.location.known ? formatRegion(network.location.value) : '';
  const peering = isProposing(state) ? state.proposal?.completed?.peering : null;
  const peers = peering ? say('review.picture.peered', { network: nameOf(peeredNetworkId(peering)) }) : '';
  return {
    network: {
      name: displayText(network.name),
      detail: [prefixText(say, network.addressPrefixes), region, peers].filter(Boolean).join(' · '),
    },
    subnet: { name: displayText(subnet.name), detail: prefixText(say, subnet.addressPrefixes) },
    compute: computeLines(say, state, publicIp(state)),
    capacity: capacityView(say, state),
    gates: kinds.map((kind) => gateOf(say, chosen, { kind, nicGroup: chosenNicGroupId(state) })),
    outboundBoxes: inPictureOrder(drawn.flatMap((one) => one.boxes)),
    flows: drawn.map((one) => one.flow),
  };
}

/**
 * Returns lines about the planned compute resource: name, kind, size, and public IP.
 * @param hasPublicIp null if it can't be chosen
 */
export function computeLines(say: Say, state: WizardState, hasPublicIp: boolean | null): string[] {
  const target = chosenTarget(state);
  if (target) return attachedLines(say, state, target);
  const kind = say(`review.picture.${state.choices.kind}`, { ...plannedNodes(state) });
  const ip = hasPublicIp === null ? '' : say(hasPublicIp ? 'publicIp.yes.long' : 'publicIp.no.long');
  return [plannedName(state), kind, chosenVmSize(state)?.name ?? '', ip].filter(Boolean);
}

function attachedLines(say: Say, state: WizardState, target: AttachTarget): string[] {
  const inside = privateAddressOf(target) ?? '';
  const name = plannedName(state);
  const other = target.name === name ? '' : target.name;
  return [name, say(`review.picture.${target.kind}`), other, inside].filter(Boolean).map(displayText);
}

/**
 * Returns the gates of the picture. Rules of a network manager and the NSG of a network interface are drawn if they
 * decided something. They're before the subnet's NSG.
 */
function gateKinds(results: readonly CheckResult[]): readonly GateKind[] {
  const before = (['network-manager', 'network-interface'] as const).filter((level) =>
    results.some((one) => rulesAt(one, level).length > 0),
  );
  return [...before, 'subnet', 'routes'];
}

interface GateInput {
  readonly kind: GateKind;
  /** The NSG of a machine's own network interface; Azure ML creates that of a node. */
  readonly nicGroup: ResourceId | null;
}

function gateOf(say: Say, { model, network, subnet }: ChosenSubnet, { kind, nicGroup }: GateInput): Gate {
  switch (kind) {
    case 'network-manager':
      return {
        title: say('review.picture.adminRules'),
        lines: adminLines(say, network.adminRules),
        isMissing: false,
      };
    case 'network-interface': {
      const group = model.securityGroups.find((one) => nicGroup !== null && sameId(one.id, nicGroup));
      return {
        title: say('review.picture.nicGroup'),
        lines: group ? ruleLines(say, group) : [],
        isMissing: false,
      };
    }
    case 'subnet': {
      const words = (group: SecurityGroup): string[] => ruleLines(say, group);
      return {
        title: say('review.picture.securityGroup'),
        ...associated(say, securityGroupOf(model, subnet), words),
      };
    }
    case 'routes': {
      const words = (table: RouteTable): string[] => routeLines(say, table);
      return {
        title: say('review.picture.routeTable'),
        ...associated(say, routeTableOf(model, subnet), words),
      };
    }
  }
}

function associated<T>(say: Say, known: Known<T | null>, words: (of: T) => string[]): Omit<Gate, 'title'> {
  if (!known.known) return { lines: [say('list.notReadable')], isMissing: false };
  if (known.value === null) return { lines: [say('review.picture.none')], isMissing: true };
  return { lines: words(known.value), isMissing: false };
}

function ruleLines(say: Say, { name, rules }: SecurityGroup): string[] {
  const shown = displayText(name);
  return rules.known ? [shown, say('review.picture.rules', { n: rules.value.length })] : [shown];
}

/** Returns the managers' names, and their number of rules. */
function adminLines(say: Say, rules: VirtualNetwork['adminRules']): string[] {
  if (!rules?.known) return [];
  const managers = new Set(rules.value.map(({ managerId }) => nameOf(managerId)));
  return [...managers, say('review.picture.rules', { n: rules.value.length })];
}

function routeLines(say: Say, { name, routes }: RouteTable): string[] {
  const shown = displayText(name);
  return routes.known ? [shown, say('review.picture.routes', { n: routes.value.length })] : [shown];
}

interface Drawn {
  readonly flow: PictureFlow;
  /** Boxes that the flow touches. */
  readonly boxes: readonly OutboundAccessBox[];
}

interface Subject {
  readonly result: CheckResult;
  readonly kinds: readonly GateKind[];
}

function drawFlow(say: Say, state: WizardState, { result, kinds }: Subject): Drawn {
  const wrong = wrongWay(say, state, result);
  // Its row is at its origin, not where its reply is lost.
  const box = result.outcome.is === 'reply-lost' ? fromInternet(say) : flowExit(say, state, result);
  const words = formatOutcome(say, result);
  const name = requirementShortName(say, result.requirement);
  const flow: PictureFlow = {
    id: result.requirement,
    name,
    fullName: requirementName(say, result.requirement),
    subject: result.subject ? subjectUnder(say, name, result.subject) : '',
    icon: words.shape,
    outcome: words.label,
    line: lineOf(result),
    inbound: result.subject?.direction === 'Inbound',
    outboundAccess: box.id,
    labels: kinds.map((kind) => (kind === 'routes' ? routeLabel(say, result) : ruleLabel(say, result, kind))),
    endsAt: endOf(result, kinds),
    parts: result.outcome.is === 'partly-blocked' ? partsOf(say, result) : null,
    replyTo: wrong?.id ?? null,
  };
  return { flow, boxes: wrong === null ? [box] : [box, wrong] };
}

/** Returns the ports that pass, and the blocked ones as a list or as “all but …”, whichever is shorter. */
function partsOf(say: Say, result: CheckResult): NonNullable<PictureFlow['parts']> {
  const allowed = formatParts(
    say,
    result.allowed.filter((part) => !isEverything(part)),
  );
  const blocked = formatParts(say, result.blocked);
  const rest = say('outcome.allBut', { part: allowed });
  return { allowed, blocked: allowed !== '' && rest.length < blocked.length ? rest : blocked };
}

/** Returns the box that a lost reply goes to; null if it isn't lost, or if its route drops it. */
function wrongWay(say: Say, state: WizardState, { outcome }: CheckResult): OutboundAccessBox | null {
  return outcome.is === 'reply-lost' && outcome.by.nextHop !== 'None'
    ? wayOfHop(say, state, outcome.by)
    : null;
}

function lineOf({ outcome }: CheckResult): PictureLine {
  switch (outcome.is) {
    case 'allowed':
      return outcome.explicit ? 'allowed' : 'default';
    case 'partly-blocked':
      return 'partly';
    case 'reply-lost':
      return 'reply-lost';
    case 'forwarded':
      return 'appliance';
    case 'unknown':
      return 'unknown';
    default:
      return statusOf(outcome) === 'open' ? 'blocked' : 'allowed';
  }
}

function endOf({ outcome }: CheckResult, kinds: readonly GateKind[]): number | null {
  switch (outcome.is) {
    case 'blocked':
    case 'partly-blocked':
      // A firewall is at the next hop of the route.
      if (outcome.by.kind === 'firewall-rule') return kinds.length;
      return kinds.indexOf(outcome.by.kind === 'rule' ? outcome.by.level : 'routes');
    case 'reply-lost':
      return outcome.by.nextHop === 'None' ? kinds.indexOf('routes') : kinds.length;
    case 'no-outbound-access':
      return kinds.length;
    default:
      return null;
  }
}

/** Returns “4096 Deny-All” if it blocks, “65001 default” for a default rule, otherwise only the priority. */
function ruleLabel(say: Say, result: CheckResult, level: GroupLevel): string {
  const rules = rulesAt(result, level);
  const { outcome } = result;
  const decides = 'by' in outcome && outcome.by?.kind === 'rule' ? outcome.by : null;
  const rule = decides?.level === level ? decides : rules.at(-1);
  if (!rule) return '';
  if (rule.isDefault) return say('review.picture.defaultRule', { priority: displayPriority(rule) });
  const isStop = ['blocked', 'partly-blocked'].includes(outcome.is) && rule === decides;
  return isStop
    ? say('detail.rule', { priority: displayPriority(rule), name: rule.name })
    : String(displayPriority(rule));
}

function rulesAt(result: CheckResult, level: GroupLevel): readonly DecidingRule[] {
  return result.trace.flatMap(({ by }) => (by?.kind === 'rule' && by.level === level ? [by] : []));
}

function routeLabel(say: Say, result: CheckResult): string {
  const route = routeOf(result);
  if (!route) return '';
  const text = routeName(say, route);
  if (result.subject?.direction !== 'Inbound') return text;
  // Use a short text, because the column is narrow.
  const isInside = route.tableId === null && route.nextHop === 'VnetLocal';
  return isInside ? say('review.picture.replyInNetwork') : say('review.routeReply', { route: text });
}

/** Returns the prefix of a user-defined route, or the next hop of one of Azure's own routes. */
function routeName(say: Say, { tableId, destination, nextHop }: DecidingRoute): string {
  if (tableId !== null) return destination;
  if (nextHop === 'VnetLocal') return say('review.picture.inNetwork');
  return say(nextHop === 'VirtualNetworkServiceEndpoint' ? 'review.picture.endpoint' : 'review.routeDirect');
}

const kindsInOrder = ['internet', 'appliance', 'gateway', 'direct', 'none', 'unknown'] as const;

/** Returns each box once, outbound ones first. */
function inPictureOrder(boxes: readonly OutboundAccessBox[]): OutboundAccessBox[] {
  const once = new Map<string, OutboundAccessBox>();
  for (const box of boxes) if (!once.has(box.id)) once.set(box.id, box);
  return [...once.values()].sort((a, b) => kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind));
}
