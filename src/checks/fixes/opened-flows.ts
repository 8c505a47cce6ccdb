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

/** What passes after the changes and did not before, computed on both models: of each rule and each route. */
export function openedBy(
  input: FixInput,
  after: { readonly model: NetworkModel; readonly changes: readonly BuiltChange[] },
): readonly FixFlow[] {
  const then = contextOf(input, input.model);
  const now = contextOf(input, after.model);
  if (!then || !now) return [];
  const told = new Set<DraftRoute>();
  return after.changes.flatMap((built) => {
    if ('route' in built) {
      // Routes by prefix are many, and one outbound access.
      if (told.has(built.route)) return [];
      told.add(built.route);
      return [...openedByRoute(built, now), ...openedInward(built, then, now)];
    }
    if (!('rule' in built)) return [];
    const { template, remote } = writtenFlow(built);
    const ask = (context: FillContext): FlowResult => evaluateRemotes(template, [remote], context);
    return flowsOf(template, remote, openedParts(ask(then), ask(now)));
  });
}

function contextOf({ plan, facts }: FixInput, model: NetworkModel): FillContext | undefined {
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  return place && { model, plan, tags: facts.tags, place };
}

interface AskedFlow {
  readonly template: FlowTemplate;
  readonly remote: Remote;
}

/**
 * The flow as the rule writes it: Batch is proven for TCP and opened for any protocol, a private endpoint is proven
 * for its address and opened with its subnet.
 */
function writtenFlow({ rule }: Extract<BuiltChange, { rule: unknown }>): AskedFlow {
  const { template, remote } = rule;
  return {
    template: template.writeProtocol === '*' ? { ...template, protocol: 'Any' } : template,
    remote: { ...remote, asked: remote.written },
  };
}

/** What a service-tag route lets past whatever it was sent to before: all of the tag that the rules do not stop. */
function openedByRoute(
  { route }: Extract<BuiltChange, { route: unknown }>,
  now: FillContext,
): readonly FixFlow[] {
  const { tag } = route;
  const template = everythingTo(tag);
  const remote: Remote = { asked: [tag], written: [tag], tag };
  const { blocked, allowed } = evaluateRemotes(template, [remote], now);
  const everything: FlowPart = {
    protocol: 'Any',
    ports: '',
    ranges: rangeCount(now.tags.lookup(tag) ?? emptySet),
  };
  return flowsOf(template, remote, blocked.length > 0 && allowed.length > 0 ? allowed : [everything]);
}

/**
 * Prefixes of user routes belong to `VirtualNetwork` (service tags overview, 2023-01-26), which Azure's own rules let
 * in; a tag that a route names is in doubt, and said so elsewhere.
 */
function openedInward(
  { change, route }: Extract<BuiltChange, { route: unknown }>,
  then: FillContext,
  now: FillContext,
): readonly FixFlow[] {
  const { tag } = route;
  if (change.after?.destination === tag) return [];
  const template = everythingTo(tag, 'Inbound');
  const remote: Remote = { asked: [tag], written: [tag], tag };
  const ask = (context: FillContext): FlowResult => evaluateRemotes(template, [remote], context);
  return flowsOf(template, remote, openedParts(ask(then), ask(now)));
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

/** Blocked before and no longer; where before nothing was certain, all that passes now. */
function openedParts(before: FlowResult, after: FlowResult): readonly FlowPart[] {
  if (statusOf(before.outcome) === 'fine') return [];
  return before.blocked.length > 0 && after.blocked.length === 0 ? before.blocked : after.allowed;
}

/** Parts of one port list and different protocols are one line: any protocol. */
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
