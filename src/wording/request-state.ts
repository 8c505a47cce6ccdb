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
export function requestState(say: Say, { verdict, subject }: CheckResult): string | null {
  return subject === null ? null : stateOf(say, verdict);
}

function stateOf(say: Say, verdict: Outcome): string {
  switch (verdict.is) {
    case 'blocked':
      return blockedState(say, verdict.by);
    case 'partly-blocked':
      return say('request.state.partly', { state: blockedState(say, verdict.by) });
    case 'reply-lost':
      return say('request.state.replyLost', {
        destination: verdict.by.destination,
        hop: formatHop(say, verdict.by),
      });
    case 'handed-on':
      return verdict.to === 'appliance'
        ? say('request.state.appliance', { ip: verdict.by.nextHopAddress ?? '' })
        : say('request.state.onPremises');
    case 'no-way-out':
      return say('request.state.noWayOut', { why: formatReason(say, verdict.because) });
    case 'undecided':
      return say('request.state.unknown', {
        why: afterColon(say, formatReason(say, verdict.because)).replace(/\.$/, ''),
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
export function requestAsks(judgement: CheckResult, behind: Outcome | undefined): readonly RequestedChange[] {
  const { verdict, subject } = judgement;
  if (subject === null) return [];
  const filter = filterAsks(judgement, behind);
  const beyond = filter.length > 0 || verdict.is === 'undecided' ? behind : verdict;
  const isAbove = filter.some((one) => one.of === 'rules' && one.where === 'manager');
  return [...filter, ...(beyond && !isAbove ? pathAsks(subject, beyond) : [])];
}

/** Rules of an NSG, or of a network manager. */
function filterAsks(judgement: CheckResult, behind: Outcome | undefined): readonly RequestedChange[] {
  const { verdict } = judgement;
  if (verdict.is === 'undecided') {
    return isRuleUnknown(judgement, behind)
      ? [{ of: 'rules', where: 'group', name: groupOf(judgement) }]
      : [];
  }
  const by = blockedBy(verdict);
  if (by?.kind !== 'rule') return [];
  return [{ of: 'rules', where: by.level === 'network-manager' ? 'manager' : 'group', name: by.groupName }];
}

function blockedBy(verdict: Outcome): Decider | null {
  return verdict.is === 'blocked' || verdict.is === 'partly-blocked' ? verdict.by : null;
}

/** What routes and firewalls ask for. */
function pathAsks({ remote: to, direction }: FlowSubject, verdict: Outcome): readonly RequestedChange[] {
  switch (verdict.is) {
    case 'blocked':
    case 'partly-blocked':
      return blockedOnPath(to, verdict.by);
    case 'reply-lost': {
      const { tableName: table, nextHopAddress: snat } = verdict.by;
      return [{ of: 'route', table, to, hop: 'internet', snat }];
    }
    case 'handed-on':
      return [handedOn(verdict)];
    case 'undecided':
      return direction === 'Outbound' && unknownRoutes.has(verdict.because.key)
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
function isRuleUnknown({ trace, verdict }: CheckResult, behind: Outcome | undefined): boolean {
  const isSeen = trace.some(({ text }) =>
    ['trace.rule.unknown', 'trace.adminRule.unknown'].includes(text.key),
  );
  const isTag = verdict.is === 'undecided' && verdict.because.key === 'unknown.routedInternet';
  return isSeen || isTag || (behind !== undefined && behind.is !== 'undecided');
}

function groupOf({ trace }: CheckResult): string | null {
  const rule = trace.find(({ by }) => by?.kind === 'rule' && by.level !== 'network-manager')?.by;
  return rule?.kind === 'rule' ? rule.groupName : null;
}
