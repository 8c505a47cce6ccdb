import {
  displayPriority,
  type Decider,
  type FlowSubject,
  type CheckResult,
  type Outcome,
} from '../core/check-result';
import type { Say } from '../messages/say';
import type { FirewallKind, RequestedChange } from '../plans/request/request-item';
import { afterColon } from './lower-after-colon';
import { formatReason } from './reason-text';
import { formatHop } from './subject-text';

/** How a flow stands today: blocked here, unknown, or allowed already; null of what is no traffic. */
export function requestState(say: Say, { outcome, subject }: CheckResult): string | null {
  return subject === null ? null : stateOf(say, outcome);
}

function stateOf(say: Say, outcome: Outcome): string {
  switch (outcome.is) {
    case 'blocked':
      return blockedState(say, outcome.by);
    case 'partly-blocked':
      return say('request.state.partly', { state: blockedState(say, outcome.by) });
    case 'reply-lost':
      return say('request.state.replyLost', {
        destination: outcome.by.destination,
        hop: formatHop(say, outcome.by),
      });
    case 'handed-on':
      return outcome.to === 'appliance'
        ? say('request.state.appliance', { ip: outcome.by.nextHopAddress ?? '' })
        : say('request.state.onPremises');
    case 'no-way-out':
      return say('request.state.noWayOut', { why: formatReason(say, outcome.because) });
    case 'undecided':
      return say('request.state.unknown', {
        why: afterColon(say, formatReason(say, outcome.because)).replace(/\.$/, ''),
      });
    case 'note':
      return say('request.state.note');
    default:
      return say('request.state.allowed');
  }
}

function blockedState(say: Say, by: Decider): string {
  switch (by.kind) {
    case 'route':
      return say('request.state.byRoute', { destination: by.destination });
    case 'firewall-rule': {
      const key = by.isDefault ? 'request.state.byNoFirewallRule' : 'request.state.byFirewallRule';
      return say(key, { name: by.name, firewall: by.firewallName });
    }
    case 'rule': {
      const values = { priority: displayPriority(by), name: by.name, group: by.groupName };
      if (by.isDefault) return say('request.state.byNoRule', values);
      return say(
        by.level === 'network-manager' ? 'request.state.byAdminRule' : 'request.state.byRule',
        values,
      );
    }
  }
}

/** What to change or to confirm for a flow, at every place on its path; `behind` is its result without the NSG. */
export function requestAsks(result: CheckResult, behind: Outcome | undefined): readonly RequestedChange[] {
  const { outcome, subject } = result;
  if (subject === null) return [];
  const filter = filterAsks(result, behind);
  const beyond = filter.length > 0 || outcome.is === 'undecided' ? behind : outcome;
  const isAbove = filter.some((one) => one.of === 'rules' && one.where === 'manager');
  return [...filter, ...(beyond && !isAbove ? pathAsks(subject, beyond) : [])];
}

/** Rules of an NSG, or of a network manager. */
function filterAsks(result: CheckResult, behind: Outcome | undefined): readonly RequestedChange[] {
  const { outcome } = result;
  if (outcome.is === 'undecided') {
    return isRuleUnknown(result, behind) ? [{ of: 'rules', where: 'group', name: groupOf(result) }] : [];
  }
  const by = blockedBy(outcome);
  if (by?.kind !== 'rule') return [];
  return [{ of: 'rules', where: by.level === 'network-manager' ? 'manager' : 'group', name: by.groupName }];
}

function blockedBy(outcome: Outcome): Decider | null {
  return outcome.is === 'blocked' || outcome.is === 'partly-blocked' ? outcome.by : null;
}

/** What routes and firewalls ask for. */
function pathAsks({ remote: to, direction }: FlowSubject, outcome: Outcome): readonly RequestedChange[] {
  switch (outcome.is) {
    case 'blocked':
    case 'partly-blocked':
      return blockedOnPath(to, outcome.by);
    case 'reply-lost': {
      const { tableName: table, nextHopAddress: snat } = outcome.by;
      return [{ of: 'route', table, to, hop: 'internet', snat }];
    }
    case 'handed-on':
      return [handedOn(outcome)];
    case 'undecided':
      return direction === 'Outbound' && unknownRoutes.has(outcome.because.key)
        ? [firewall('unknown', '')]
        : [];
    default:
      return [];
  }
}

function blockedOnPath(to: string, by: Decider): readonly RequestedChange[] {
  switch (by.kind) {
    case 'route':
      return [{ of: 'route', table: by.tableName, to, hop: 'internet-or-firewall', snat: null }];
    case 'firewall-rule':
      return [firewall('azure', by.firewallName)];
    case 'rule':
      return [];
  }
}

function handedOn({ to, by }: Extract<Outcome, { is: 'handed-on' }>): RequestedChange {
  return to === 'appliance' ? firewall('appliance', by.nextHopAddress ?? '') : firewall('on-premises', '');
}

function firewall(kind: FirewallKind, at: string): RequestedChange {
  return { of: 'firewall', kind, at };
}

/** A gateway or a virtual hub may send it to a firewall that isn't known. */
const unknownRoutes: ReadonlySet<string> = new Set([
  'unknown.bgp',
  'unknown.virtualHub',
  'unknown.virtualHubUnread',
  'unknown.virtualHubElsewhere',
]);

/** A rule wasn't understood, or behind the NSG nothing is left unknown. */
function isRuleUnknown({ trace, outcome }: CheckResult, behind: Outcome | undefined): boolean {
  const isSeen = trace.some(({ text }) =>
    ['trace.rule.unknown', 'trace.adminRule.unknown'].includes(text.key),
  );
  const isTag = outcome.is === 'undecided' && outcome.because.key === 'unknown.routedInternet';
  return isSeen || isTag || (behind !== undefined && behind.is !== 'undecided');
}

function groupOf({ trace }: CheckResult): string | null {
  const rule = trace.find(({ by }) => by?.kind === 'rule' && by.level !== 'network-manager')?.by;
  return rule?.kind === 'rule' ? rule.groupName : null;
}
