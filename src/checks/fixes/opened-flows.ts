import type { FixFlow } from '../../core/fix';
import { emptySet, rangeCount } from '../../core/addresses/interval-set';
import { statusOf, type FlowResult, type FlowPart } from '../../core/check-result';
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

/** Merges parts with the same port list. If their protocols differ, the protocol is any. */
function flowsOf(template: FlowTemplate, remote: Remote, parts: readonly FlowPart[]): readonly FixFlow[] {
  const byPorts = new Map<string, FlowPart[]>();
  for (const part of parts) byPorts.set(part.ports, [...(byPorts.get(part.ports) ?? []), part]);
  return [...byPorts].map(([ports, same]) => ({
    direction: template.direction,
    protocol: protocolOf(template, same),
    ports: ports === '0-65535' || ports === '' ? 'any' : ports,
    remote: remote.written.join(', '),
    ranges: Math.max(...same.map((part) => part.ranges)),
  }));
}

function protocolOf(template: FlowTemplate, parts: readonly FlowPart[]): FixFlow['protocol'] {
  const [only, second] = parts;
  if (only && !second && (only.protocol === 'TCP' || only.protocol === 'UDP')) return only.protocol;
  return template.protocol;
}
