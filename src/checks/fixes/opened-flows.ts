import type { FixFlow } from '../../core/fix';
import { unionAll } from '../../core/addresses/interval-algebra';
import { emptySet, everyPort, rangeCount } from '../../core/addresses/interval-set';
import { formatPorts, parsePorts } from '../../core/addresses/ports';
import { statusOf, type FlowResult, type FlowPart } from '../../core/check-result';
import { groupBy } from '../../core/group-by';
import { findSubnet } from '../../core/network/find';
import type { Direction, NetworkModel } from '../../core/network/model';
import type { FlowTemplate } from '../../requirements/requirement';
import { evaluateRemotes } from '../evaluate-flow';
import type { FillContext, Remote } from '../fill-flow';
import type { BuiltChange } from './build-fix';
import type { DraftRoute } from './draft';
import type { FixInput } from './fix-input';

/**
 * Returns the flows that pass after the changes but didn't before, evaluated on both models for each rule and each
 * route.
 */
export function openedBy(
  input: FixInput,
  after: { readonly model: NetworkModel; readonly changes: readonly BuiltChange[] },
): readonly FixFlow[] {
  const then = contextOf(input, input.model);
  const now = contextOf(input, after.model);
  if (!then || !now) return [];
  const seen = new Set<DraftRoute>();
  return after.changes.flatMap((built) => {
    if ('route' in built) {
      // A tag can become many routes by prefix, which count as one.
      if (seen.has(built.route)) return [];
      seen.add(built.route);
      return [...openedByRoute(built, now), ...openedInward(built, then, now)];
    }
    if (!('rule' in built)) return [];
    const { template, remote } = writtenFlow(built);
    const evaluate = (context: FillContext): FlowResult => evaluateRemotes(template, [remote], context);
    return flowsOf(template, remote, openedParts(evaluate(then), evaluate(now)));
  });
}

function contextOf({ plan, facts }: FixInput, model: NetworkModel): FillContext | undefined {
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  return place && { model, plan, tags: facts.tags, place };
}

interface RequestedFlow {
  readonly template: FlowTemplate;
  readonly remote: Remote;
}

/**
 * Returns the flow as the rule states it. Batch is tested for TCP and opened for any protocol. A private endpoint is
 * tested for its address and opened for its subnet.
 */
function writtenFlow({ rule }: Extract<BuiltChange, { rule: unknown }>): RequestedFlow {
  const { template, remote } = rule;
  return {
    template: template.writeProtocol === '*' ? { ...template, protocol: 'Any' } : template,
    remote: { ...remote, queried: remote.written },
  };
}

/**
 * Returns the traffic that bypasses the previous next hop by a service tag route: all traffic to the tag that rules
 * don't block.
 */
function openedByRoute(
  { route }: Extract<BuiltChange, { route: unknown }>,
  now: FillContext,
): readonly FixFlow[] {
  const { tag } = route;
  const template = everythingTo(tag);
  const remote: Remote = { queried: [tag], written: [tag], tag };
  const { blocked, allowed } = evaluateRemotes(template, [remote], now);
  const everything: FlowPart = {
    protocol: 'Any',
    ports: '',
    ranges: rangeCount(now.tags.lookup(tag) ?? emptySet),
  };
  return flowsOf(template, remote, blocked.length > 0 && allowed.length > 0 ? allowed : [everything]);
}

/**
 * Returns the inbound traffic that a fix opens. Prefixes of user-defined routes are part of `VirtualNetwork` (service
 * tags overview, 2023-01-26), which default rules allow. A tag in a route is uncertain, which is reported elsewhere.
 */
function openedInward(
  { change, route }: Extract<BuiltChange, { route: unknown }>,
  then: FillContext,
  now: FillContext,
): readonly FixFlow[] {
  const { tag } = route;
  if (change.after?.destination === tag) return [];
  const template = everythingTo(tag, 'Inbound');
  const remote: Remote = { queried: [tag], written: [tag], tag };
  const evaluate = (context: FillContext): FlowResult => evaluateRemotes(template, [remote], context);
  return flowsOf(template, remote, openedParts(evaluate(then), evaluate(now)));
}

function everythingTo(tag: string, direction: Direction = 'Outbound'): FlowTemplate {
  return {
    direction,
    protocol: 'Any',
    ports: ['*'],
    remote: { is: 'tag', tag, scope: 'none' },
    writeProtocol: '*',
    preflightByText: false,
    ruleName: '',
  };
}

/**
 * Returns the parts that were blocked before and aren't now. If nothing was certain before, it returns all parts that
 * pass now.
 */
function openedParts(before: FlowResult, after: FlowResult): readonly FlowPart[] {
  if (statusOf(before.outcome) === 'fine') return [];
  return before.blocked.length > 0 && after.blocked.length === 0 ? before.blocked : after.allowed;
}

/** Returns a flow for each part. Parts that cover the whole far side are merged, so that nothing is listed twice. */
function flowsOf(template: FlowTemplate, remote: Remote, parts: readonly FlowPart[]): readonly FixFlow[] {
  const isWhole = ({ far, near, names }: FlowPart): boolean => !far && near === undefined && !names;
  const shown = [...mergeWhole(parts.filter(isWhole)), ...parts.filter((part) => !isWhole(part))];
  return shown.map(({ protocol, ports, ranges }) => ({
    direction: template.direction,
    protocol: isShown(protocol) ? protocol : 'Any',
    ports: ports === '0-65535' || ports === '' ? 'any' : ports,
    remote: remote.written.join(', '),
    ranges,
  }));
}

/** Merges the ports of each protocol, and then protocols with the same ports: all of them are any protocol. */
function mergeWhole(parts: readonly FlowPart[]): readonly FlowPart[] {
  const single = parts.flatMap((part) =>
    part.protocol === 'Any' ? protocolsOn(part.ports).map((protocol) => ({ ...part, protocol })) : [part],
  );
  const merged = [...groupBy(single, ({ protocol }) => protocol).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, ports: mergePorts(same) }] : [];
  });
  return [...groupBy(merged, ({ ports }) => ports)].flatMap(([ports, same]): readonly FlowPart[] => {
    const [first] = same;
    const isAny = protocolsOn(ports).every((one) => same.some(({ protocol }) => protocol === one));
    return first && isAny ? [{ ...first, protocol: 'Any' }] : same;
  });
}

function mergePorts(parts: readonly FlowPart[]): string {
  const [first, second] = parts;
  if (first && !second) return first.ports || '0-65535';
  return formatPorts(unionAll(parts.map(({ ports }) => parsePorts(ports.split(', ')) ?? everyPort)));
}

/** Returns the protocols that `Any` means on these ports. Only TCP and UDP have some. */
function protocolsOn(ports: string): readonly FixFlow['protocol'][] {
  return ports === '' || ports === '0-65535' ? ['TCP', 'UDP', 'ICMP'] : ['TCP', 'UDP'];
}

function isShown(protocol: FlowPart['protocol']): protocol is FixFlow['protocol'] {
  return protocol === 'Any' || protocolsOn('').includes(protocol as FixFlow['protocol']);
}
