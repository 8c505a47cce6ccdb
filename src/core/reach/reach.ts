import { createObjectCache } from '../object-cache';
import { isEmpty } from '../addresses/interval-set';
import type { FlowResult } from '../check-result';
import { known, type Known } from '../known';
import type { Firewall } from '../network/firewall';
import type { Direction, NetworkModel, ResourceId, SecurityGroup } from '../network/model';
import type { PacketSet } from '../packets/packet-set';
import { samplePacket } from '../packets/sample-packet';
import { reason, type Reason } from '../reason';
import type { TagCatalog } from '../tags/tag-catalog';
import { assumptionsOf } from './assumptions';
import { betweenNodes } from './between-nodes';
import { compileAdminRules } from './compile-admin-rules';
import { compileGroup, type CompiledRule, type GroupContext } from './compile-group';
import { outcomeOfSegments, fails } from './flow-outcome';
import { flowParts } from './flow-parts';
import {
  inboundDispositions,
  outboundDispositions,
  routesPass,
  type DispositionContext,
  type FlowSegment,
} from './flow-disposition';
import { EqualSubnets, type SharedOutcomes } from './equal-subnets';
import { findFirewall } from './firewall/find-firewall';
import { onwardRoutes, onwardTable } from './firewall/onward-routes';
import { keyOfFlow, type Flow } from './flow';
import { requirePlace, type SubnetPlace } from './subnet-place';
import {
  changedRules,
  compileChanged,
  createAnswers,
  questionOf,
  valueOrReason,
  type Earlier,
} from './flow-result-cache';
import { allowedParts, passGroups } from './pass-groups';
import { settle, type SettledFlow } from './settle';
import { subnetReachContext, type SubnetReachContext } from './subnet-reach-context';
import { traceOf, type Stage } from './trace';
import { leftOpen, walk, type FlowInTransit, type WalkResult } from './walk';
import { reachableWithoutOutboundAccess, outboundAccessOf, type OutboundAccess } from './outbound-access';

/** Query for whether a flow passes between the machines of a subnet and its far side. */
export interface ReachQuery {
  readonly model: NetworkModel;
  readonly subnetId: ResourceId;
  readonly tags: TagCatalog;
  /** Whether the machines have a public IP. */
  readonly publicIp: Known<boolean>;
  /** NSG of the network interfaces; none if omitted. */
  readonly networkInterfaceGroup?: Known<SecurityGroup | null>;
  readonly flow: Flow;
  /** Whether only outcomes are needed: no packet, no trace, no shares, and no assumptions. */
  readonly outcomeOnly?: true;
}

/**
 * Evaluates a flow exactly for every address, port, and protocol: allowed, blocked, or unknown, with its trace and a
 * packet. Throws if the model doesn't have the subnet. Parsed data is cached as long as the model exists.
 */
export function reach(question: ReachQuery): FlowResult {
  const prepared = prepare(question);
  const key = keyOf(question, prepared);
  const { answers } = outcomesFor(question, prepared);
  const before = answers.find(key);
  if (before) return before;
  const { cell, answer } = answerOf(question, prepared);
  answers.keep(key, cell, answer);
  return answer;
}

/**
 * True if and only if `reach` returns that the flow is allowed. It is cheaper for a wide flow, because it doesn't
 * explain anything.
 */
export function isAllowed(question: ReachQuery): boolean {
  const { flow } = question;
  const prepared = prepare(question);
  const { cell, unknown } = prepared.subnetContext.cellOf(flow);
  if (unknown || isEmpty(cell.remote) || isEmpty(cell.local)) return false;
  const before = outcomesFor(question, prepared).answers.find(keyOf(question, prepared));
  if (before) return before.outcome.is === 'allowed';
  if (!routesPass(cell, flow.direction, dispositionContext(question, prepared))) return false;
  const passing = passGroups(stagesFor(flow, prepared), cell);
  return passing === 'unsure' ? reach(question).outcome.is === 'allowed' : passing === 'all';
}

/**
 * Returns the segments of a flow with their dispositions: a partition of its packets. Empty if there is no destination
 * to reach.
 */
export function flowSegments(question: ReachQuery): readonly FlowSegment[] {
  const prepared = prepare(question);
  const { cell } = prepared.subnetContext.cellOf(question.flow);
  return isEmpty(cell.remote) || isEmpty(cell.local) ? [] : partition(question, prepared);
}

/**
 * True if and only if every part of a flow certainly fails. It is cheaper if packets that a rule allows don't fail: a
 * packet's disposition doesn't depend on the others, so one is enough.
 */
export function everyPacketFails(question: ReachQuery): boolean {
  const { flow } = question;
  const prepared = prepare(question);
  const key = keyOf(question, prepared);
  const kept = outcomesFor(question, prepared).failing;
  const before = kept.get(key);
  if (before !== undefined) return before;
  const { cell } = prepared.subnetContext.cellOf(flow);
  const parts = allowedParts(stagesFor(flow, prepared), cell);
  const failing =
    parts.every((part) => partFails(part, question, prepared)) && flowSegments(question).every(fails);
  kept.set(key, failing);
  return failing;
}

/** Returns the cache of outcomes. Those of a part of a subnet are its own. */
function outcomesFor({ flow }: ReachQuery, prepared: Prepared): SharedOutcomes {
  return (flow.locals ? undefined : prepared.shared) ?? prepared;
}

function keyOf({ flow, publicIp }: ReachQuery, prepared: Prepared): string {
  return questionOf(flow, accessOf(publicIp, prepared));
}

/** Returns the outbound access of the subnet's nodes with or without a public IP, cached. */
function accessOf(publicIp: Known<boolean>, { place, access }: Prepared): KeptAccess {
  const given = valueOrReason(publicIp);
  const before = access.get(given);
  if (before) return before;
  const outboundAccess = outboundAccessOf(place, publicIp);
  const found = {
    nodes: publicIp.known ? String(given) : JSON.stringify(given),
    outboundAccess,
    key: JSON.stringify(outboundAccess),
  };
  access.set(given, found);
  return found;
}

function partFails(part: PacketSet, question: ReachQuery, prepared: Prepared): boolean {
  return dispositionsOf(question, prepared, throughGroups(question, prepared, part)).every(fails);
}

function stagesFor({ direction, isBetweenNodes }: Flow, prepared: Prepared): readonly Stage[] {
  const stages = prepared.stages(direction);
  return isBetweenNodes ? betweenNodes(stages) : stages;
}

function partition(question: ReachQuery, prepared: Prepared): readonly FlowSegment[] {
  // NSGs ignore names, so flows to other hosts share the result of the NSGs.
  const key = keyOfFlow(question.flow.names ? { ...question.flow, names: [] } : question.flow);
  const settled = prepared.atGroups.get(key) ?? throughGroups(question, prepared);
  prepared.atGroups.set(key, settled);
  return dispositionsOf(question, prepared, settled);
}

/** Returns the result of a flow, or of a part of it, in the NSGs on its path. */
function throughGroups({ flow }: ReachQuery, prepared: Prepared, part?: PacketSet): SettledFlow {
  const cell = part ?? prepared.subnetContext.cellOf(flow).cell;
  return settle(throughStages(stagesFor(flow, prepared), { cell, held: [], deciders: [] }));
}

function dispositionsOf(
  question: ReachQuery,
  prepared: Prepared,
  settled: SettledFlow,
): readonly FlowSegment[] {
  const context = dispositionContext(question, prepared);
  return question.flow.direction === 'Outbound'
    ? outboundDispositions(settled, context)
    : inboundDispositions(settled, context);
}

function dispositionContext({ flow, publicIp }: ReachQuery, prepared: Prepared): DispositionContext {
  const { place } = prepared;
  const { spaces, routes, vocabulary } = prepared.subnetContext;
  return {
    routes: routes(),
    spaces,
    outboundAccess: accessOf(publicIp, prepared).outboundAccess,
    publicIp,
    withoutOutboundAccess: reachableWithoutOutboundAccess(place),
    firewallAt: (address: string) => findFirewall(place, address),
    onward: (firewall: Firewall) => onwardRoutes(place, firewall),
    vocabulary,
    names: flow.names,
  };
}

function answerOf(question: ReachQuery, prepared: Prepared): { cell: PacketSet; answer: FlowResult } {
  const { flow, publicIp } = question;
  const { place } = prepared;
  const { spaces, vocabulary } = prepared.subnetContext;
  const { cell, unknown } = prepared.subnetContext.cellOf(flow);
  if (isEmpty(cell.remote) || isEmpty(cell.local)) {
    return { cell, answer: unanswered(unknown ?? reason('unknown.noAddress')) };
  }
  const pieces = partition(question, prepared);
  const { outboundAccess } = accessOf(publicIp, prepared);
  const { outcome, shown } = outcomeOfSegments(withUnknown(pieces, unknown));
  if (prepared.outcomeOnly) return { cell, answer: withoutEvidence(outcome, pieces, place) };
  const stages = stagesFor(flow, prepared);
  const fullFlow = { cell, remotes: flow.remotes, tags: place.tags };
  const answer: FlowResult = {
    outcome,
    packet: vocabulary.localKnown ? samplePacket(shown.cell, flow.direction) : null,
    blocked: flowParts(pieces.filter(fails), fullFlow),
    allowed: flowParts(
      pieces.filter(({ disposition }) => disposition.is === 'passes'),
      fullFlow,
    ),
    trace: traceOf(pieces, outcome, { direction: flow.direction, stages, outboundAccess }),
    assumptions: assumptionsOf(pieces, { place, spaces, flow, outboundAccess }),
  };
  return { cell, answer };
}

/** Returns a result without trace and packets: its outcome, and the ports and names on which other results depend. */
function withoutEvidence(
  outcome: FlowResult['outcome'],
  pieces: readonly FlowSegment[],
  { model }: SubnetPlace,
): FlowResult {
  const passing = ({ disposition }: FlowSegment): boolean => disposition.is === 'passes';
  return {
    outcome,
    packet: null,
    blocked: flowParts(pieces.filter(fails)),
    // Only firewalls allow by name.
    allowed: model.firewalls.length > 0 ? flowParts(pieces.filter(passing)) : [],
    trace: [],
    assumptions: [],
  };
}

/** Cached outbound access, with the nodes' public IP and a text for keys. */
interface KeptAccess {
  readonly nodes: string;
  readonly outboundAccess: OutboundAccess;
  readonly key: string;
}

/** Data of a subnet that doesn't depend on the flow. */
interface Prepared extends SharedOutcomes {
  readonly tags: TagCatalog;
  readonly outcomeOnly: boolean;
  readonly networkInterfaceGroup: Known<SecurityGroup | null> | undefined;
  /** Content of `networkInterfaceGroup`, which is the same for two callers even if its wrapper isn't. */
  readonly nic: unknown;
  readonly place: SubnetPlace;
  readonly subnetContext: SubnetReachContext;
  /** Outbound access by whether the nodes have a public IP, or by the reason why that isn't known. */
  readonly access: Map<boolean | object, KeptAccess>;
  /** Outcomes that other subnets have too. */
  readonly shared: SharedOutcomes | undefined;
  /** Results of the NSGs for a flow, by the flow without its names. */
  readonly atGroups: Map<string, SettledFlow>;
  stages(direction: Direction): readonly Stage[];
}

/** Cache by the subnet's ID, as written and in lowercase. */
const kept = createObjectCache<NetworkModel, Map<string, Prepared[]>>();

/** Last evaluated state of a subnet: most of its results stay valid in the next state. */
const latest = new WeakMap<SubnetReachContext, Prepared>();

function prepare(question: ReachQuery): Prepared {
  const { model, subnetId, tags, networkInterfaceGroup } = question;
  const outcomeOnly = question.outcomeOnly === true;
  const all = keptOf(model, subnetId);
  const nic = networkInterfaceGroup?.known ? networkInterfaceGroup.value : networkInterfaceGroup?.because;
  const before = all.find((one) => one.tags === tags && one.nic === nic && one.outcomeOnly === outcomeOnly);
  if (before) return before;
  const place = requirePlace(model, subnetId, tags);
  const subnetContext = subnetReachContext(place);
  const stages = new Map<Direction, readonly Stage[]>();
  const newEntry: Prepared = {
    tags,
    outcomeOnly,
    shared:
      outcomeOnly && !networkInterfaceGroup
        ? equalSubnetsOf(model).outcomesOf(place, subnetContext)
        : undefined,
    networkInterfaceGroup,
    nic,
    place,
    subnetContext,
    access: new Map(),
    failing: new Map(),
    answers: createAnswers(
      earlierOf(latest.get(subnetContext), {
        place,
        nic,
        outcomeOnly,
        stages: (one) => newEntry.stages(one),
      }),
    ),
    atGroups: new Map(),
    stages(direction) {
      const ready = stages.get(direction) ?? stagesOf(newEntry, direction);
      stages.set(direction, ready);
      return ready;
    },
  };
  all.push(newEntry);
  latest.set(subnetContext, newEntry);
  return newEntry;
}

/** Cache of the outcomes that subnets share. */
const equal = new WeakMap<NetworkModel, EqualSubnets>();

function equalSubnetsOf(model: NetworkModel): EqualSubnets {
  const before = equal.get(model) ?? new EqualSubnets();
  equal.set(model, before);
  return before;
}

function keptOf(model: NetworkModel, subnetId: ResourceId): Prepared[] {
  const all = kept.get(model) ?? new Map<string, Prepared[]>();
  kept.set(model, all);
  const written = all.get(subnetId);
  if (written) return written;
  const key = subnetId.toLowerCase();
  const its = all.get(key) ?? [];
  all.set(key, its);
  all.set(subnetId, its);
  return its;
}

/** Returns the results of the previous state if only individual rules of the subnet's NSG changed since. */
function earlierOf(
  before: Prepared | undefined,
  { place, nic, outcomeOnly, stages }: Pick<Prepared, 'place' | 'nic' | 'outcomeOnly' | 'stages'>,
): Earlier | undefined {
  if (!before || before.nic !== nic || before.outcomeOnly !== outcomeOnly) return undefined;
  if (valueOrReason(before.place.natGateway) !== valueOrReason(place.natGateway)) return undefined;
  if (!hasSameFirewalls(before.place, place)) return undefined;
  const changes = changedRules(before.place.securityGroup, place.securityGroup);
  if (!changes) return undefined;
  const { subnetContext } = before;
  const compiled = new Map<Direction, readonly CompiledRule[]>();
  return {
    answers: before.answers.all,
    stages,
    changed(direction) {
      const group = place.securityGroup;
      if (!group.known || group.value === null) return [];
      const all =
        compiled.get(direction) ??
        compileChanged(
          changes,
          group.value,
          contextOf(subnetContext, 'subnet', { group: group.value, direction }),
        );
      compiled.set(direction, all);
      return all;
    },
  };
}

function hasSameFirewalls(before: SubnetPlace, after: SubnetPlace): boolean {
  const [was, is] = [before.model.firewalls, after.model.firewalls];
  return (
    was.length === is.length &&
    was.every(
      (one, index) =>
        one === is[index] &&
        valueOrReason(onwardTable(before, one)) === valueOrReason(onwardTable(after, one)),
    )
  );
}

function contextOf(
  { vocabulary, spaces, readRules }: SubnetReachContext,
  level: Stage['level'],
  { group, direction }: { readonly group?: SecurityGroup; readonly direction: Direction },
): GroupContext {
  const read = readRules(group ? `${group.id} ${group.name}` : '', level, direction);
  return { vocabulary, spaces, level, direction, read };
}

/**
 * Returns the stages. Network manager rules come first, then for outbound flows the network interface's NSG, for
 * inbound flows the subnet's (how security groups filter, 2020-08-24).
 */
function stagesOf(prepared: Prepared, direction: Direction): Stage[] {
  const { place, networkInterfaceGroup, subnetContext } = prepared;
  const before = adminStages(prepared, direction);
  const stage = (level: Stage['level'], group: Known<SecurityGroup | null>): Stage => ({
    level,
    group: group.known && group.value && !group.value.rules.known ? group.value.rules : group,
    rules:
      group.known && group.value?.rules.known
        ? compileGroup(
            group.value,
            group.value.rules.value,
            contextOf(subnetContext, level, { group: group.value, direction }),
          )
        : [],
  });
  const subnet = stage('subnet', place.securityGroup);
  if (!networkInterfaceGroup) return [...before, subnet];
  const nic = stage('network-interface', networkInterfaceGroup);
  return [...before, ...(direction === 'Outbound' ? [nic, subnet] : [subnet, nic])];
}

/** Returns the stage of network manager rules; empty if this network doesn't have any. */
function adminStages({ place, subnetContext }: Prepared, direction: Direction): Stage[] {
  const { adminRules } = place.network;
  if (!adminRules || (adminRules.known && adminRules.value.length === 0)) return [];
  const level = 'network-manager';
  const rules = adminRules.known
    ? compileAdminRules(adminRules.value, contextOf(subnetContext, level, { direction }))
    : adminRules;
  return [
    rules.known ? { level, group: known(rules), rules: rules.value } : { level, group: rules, rules: [] },
  ];
}

function throughStages(stages: readonly Stage[], start: FlowInTransit): WalkResult {
  let passed: readonly FlowInTransit[] = [start];
  const stopped: FlowInTransit[] = [];
  for (const { level, group, rules } of stages) {
    const undecided = passed.filter((travel) => !travel.past);
    const past = passed.filter((travel) => travel.past);
    if (!group.known && level === 'network-manager') {
      const whyUnknown = { id: 'adminRules', because: group.because };
      passed = undecided.flatMap((travel) => leftOpen(travel, whyUnknown));
    } else if (!group.known) {
      const { because } = group;
      passed = [...past, ...undecided.map((travel) => ({ ...travel, cloud: travel.cloud ?? because }))];
    } else if (group.value !== null) {
      const result = walk(rules, undecided, level === 'network-manager' ? 'go on' : 'none');
      passed = [...past, ...result.passed];
      stopped.push(...result.stopped);
    }
  }
  return { passed, stopped };
}

/** Makes the whole flow undecided if a far side isn't known, unless a part of the rest fails. */
function withUnknown(pieces: readonly FlowSegment[], unknown: Reason | undefined): readonly FlowSegment[] {
  if (!unknown) return pieces;
  return pieces.map((piece) =>
    fails(piece) ? piece : { ...piece, disposition: { is: 'unknown', because: unknown } },
  );
}

function unanswered(because: Reason): FlowResult {
  return {
    outcome: { is: 'unknown', because },
    packet: null,
    blocked: [],
    allowed: [],
    trace: [{ text: because, by: null, decides: true }],
    assumptions: [],
  };
}
