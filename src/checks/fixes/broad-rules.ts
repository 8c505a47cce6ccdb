import type { FlowTemplate } from '../../requirements/requirement';
import { ruleKey, type DraftRule } from './draft';

/**
 * Returns the rules that a single rule to the internet can replace: outbound rules to service tags, at least two in the
 * same NSG.
 */
export function mergeable(rules: Iterable<DraftRule>): readonly DraftRule[] {
  const candidates = [...rules].filter(
    ({ template, remote }) => template.direction === 'Outbound' && remote.tag !== undefined,
  );
  const [first] = candidates;
  const same = candidates.filter((one) => one.groupId === first?.groupId);
  return same.length > 1 ? same : [];
}

/** Merges the `mergeable` rules into a single broad rule at the position of the first. */
export function broadened(rules: ReadonlyMap<string, DraftRule>): ReadonlyMap<string, DraftRule> {
  const merged = mergeable(rules.values());
  const [first] = merged;
  if (!first) return rules;
  const broad: DraftRule = {
    ...first,
    template: templateOf(merged.map((one) => one.template)),
    remote: { queried: ['Internet'], written: ['Internet'], tag: 'Internet' },
    below: Math.min(...merged.map((one) => one.below)),
  };
  const rest = [...rules].flatMap(([key, rule]): [string, DraftRule][] => {
    if (rule === first) return [[ruleKey(broad), broad]];
    return merged.includes(rule) ? [] : [[key, rule]];
  });
  return new Map(rest);
}

function templateOf(all: readonly FlowTemplate[]): FlowTemplate {
  const ports = [...new Set(all.flatMap((one) => one.ports))];
  return {
    direction: 'Outbound',
    protocol: sameOr(
      all.map((one) => one.protocol),
      'Any',
    ),
    ports: ports.includes('*') ? ['*'] : ports,
    remote: { is: 'tag', tag: 'Internet', scope: 'none' },
    writeProtocol: sameOr(
      all.map((one) => one.writeProtocol),
      '*',
    ),
    preflightByText: all.some((one) => one.preflightByText),
    ruleName: 'Allow-AzureML-Out',
  };
}

function sameOr<T>(all: readonly T[], other: T): T {
  const [first = other] = all;
  return all.every((one) => one === first) ? first : other;
}
