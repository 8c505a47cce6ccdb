import type { Detail } from '../../../contract/wizard/readiness';
import {
  displayPriority,
  type Decider,
  type DecidingFirewallRule,
  type DecidingRoute,
  type DecidingRule,
  type CheckResult,
  statusOf,
} from '../../../core/check-result';
import { segmentOf } from '../../../core/network/find';
import type { Reason } from '../../../core/reason';
import type { Say } from '../../../messages/say';
import { findRequirement } from '../../../requirements/requirements';
import { formatDate } from '../../../wording/dates';
import { formatEffect, formatLevel } from '../../../wording/level-text';
import { requirementConsequence, requirementSources } from '../../../wording/requirement-text';
import { formatReason, formatSentence } from '../../../wording/reason-text';
import { formatHop, formatPacket, formatParts } from '../../../wording/subject-text';
import { isEverything } from '../../../wording/outcome-text';

type Run = Detail['runs'][number];

const text = (value: string): Run => ({ text: value, link: null, mono: false });
const mono = (value: string): Run => ({ text: value, link: null, mono: true });
const link = (value: string, target: string): Run => ({ text: value, link: target, mono: false });

/** Whether a fix is offered, and the Azure limit that prevents one. */
export interface FixOfRow {
  readonly offered: boolean;
  readonly refused: Reason | undefined;
}

/** Returns the details of an expanded row in Readiness, label by label. */
export function detailsView(say: Say, result: CheckResult, fix: FixOfRow): Detail[] {
  const standing = statusOf(result.outcome);
  const isOpen = standing === 'open' || standing === 'unknown';
  return [
    ...packetDetails(say, result),
    ...deciderDetails(say, result),
    ...reasonDetails(say, result),
    ...(isOpen ? consequence(say, result, fix) : []),
    ...(standing === 'note' ? [adviceDetail(say, result)] : []),
    levelDetail(say, result),
    { label: say('detail.effect'), runs: [text(formatEffect(say, result))] },
    ...sourceDetail(say, result.requirement),
    {
      label: say('detail.check'),
      runs: [{ text: result.requirement, link: `check:${result.requirement}`, mono: true }],
    },
    ...result.assumptions.map((one) => ({
      label: say('detail.assumed'),
      runs: assumptionRuns(say, one),
    })),
  ];
}

/** Returns the details for all flows of a cause: the example packet and the impact of the worst. */
export function causeDetails(
  say: Say,
  [worst, ...others]: readonly [CheckResult, ...CheckResult[]],
  fix: FixOfRow,
): Detail[] {
  const packet = [worst, ...others].find((one) => one.packet !== null)?.packet;
  const [impact, ...advice] = consequence(say, worst, fix);
  return [
    ...(packet ? [{ label: say('detail.packet'), runs: [mono(formatPacket(say, packet))] }] : []),
    ...(impact ? [impact] : []),
    // Advice for one flow doesn't apply to the others.
    ...(others.length === 0 || fix.refused ? advice : []),
  ];
}

const regionAssumptions = [
  'check.assume.storageRegion',
  'check.assume.registryRegion',
  'check.assume.vaultRegion',
  'check.assume.datastoreRegion',
  'check.assume.datastoreRegions',
];

/** Formats an assumption. If a region couldn't be read, the user can choose it. */
function assumptionRuns(say: Say, assumption: Reason): Run[] {
  const words = formatReason(say, assumption);
  if (!regionAssumptions.includes(assumption.key)) return [text(words)];
  return [text(`${words} `), link(say('detail.chooseRegion'), 'section:network')];
}

function packetDetails(say: Say, result: CheckResult): Detail[] {
  const { packet, outcome } = result;
  const details: Detail[] = packet
    ? [{ label: say('detail.packet'), runs: [mono(formatPacket(say, packet))] }]
    : [];
  if (outcome.is !== 'partly-blocked') return details;
  // If one of several flows passes completely, that isn't helpful for the blocked one.
  const passing = result.allowed.filter((part) => !isEverything(part));
  return [
    ...details,
    { label: say('detail.blocked'), runs: [text(formatParts(say, result.blocked))] },
    ...(passing.length === 0
      ? []
      : [{ label: say('detail.allowed'), runs: [text(formatParts(say, passing))] }]),
  ];
}

function deciderDetails(say: Say, result: CheckResult): Detail[] {
  const { outcome } = result;
  switch (outcome.is) {
    case 'blocked':
    case 'partly-blocked':
      return [{ label: say('detail.stoppedBy'), runs: deciderRuns(say, outcome.by) }];
    case 'allowed':
      return outcome.by ? [{ label: say('detail.allowedBy'), runs: deciderRuns(say, outcome.by) }] : [];
    case 'reply-lost':
    case 'forwarded':
      return [{ label: say('detail.sentBy'), runs: routeRuns(say, outcome.by) }];
    case 'note':
      return outcome.by ? [{ label: say('detail.allowedBy'), runs: ruleRuns(say, outcome.by) }] : [];
    default:
      return [];
  }
}

function deciderRuns(say: Say, by: Decider): Run[] {
  switch (by.kind) {
    case 'rule':
      return ruleRuns(say, by);
    case 'firewall-rule':
      return firewallRuns(say, by);
    case 'route':
      return routeRuns(say, by);
  }
}

/** Links the rule. If no rule allows the flow, links the firewall itself. */
function firewallRuns(say: Say, by: DecidingFirewallRule): Run[] {
  const { name, collection, firewallName, firewallId, isDefault } = by;
  if (isDefault) {
    return [link(firewallName, `portal:${firewallId}`), text(say('detail.firewallDefault'))];
  }
  const where = say('detail.firewallWhere', { collection, firewall: firewallName });
  return [link(name, `portal:${by.writtenIn}`), text(where)];
}

function ruleRuns(say: Say, rule: DecidingRule): Run[] {
  const where = say('detail.ruleWhere', {
    direction: say(rule.direction === 'Inbound' ? 'detail.inbound' : 'detail.outbound'),
    group: rule.groupName,
    level: levelText(say, rule),
  });
  const name = say('detail.rule', { priority: displayPriority(rule), name: rule.name });
  return [link(name, `portal:${rule.groupId}`), text(where)];
}

function levelText(say: Say, { level, groupId }: DecidingRule): string {
  switch (level) {
    case 'subnet':
      return say('detail.levelSubnet');
    case 'network-interface':
      return say('detail.levelNetworkInterface');
    case 'network-manager':
      return say('detail.levelNetworkManager', { manager: segmentOf(groupId, 'networkManagers') ?? '' });
  }
}

function routeRuns(say: Say, route: DecidingRoute): Run[] {
  const hop = formatHop(say, route);
  if (route.tableId === null) {
    const byHub = route.learned && route.nextHop === 'VirtualAppliance';
    const key = byHub ? 'detail.hubRoute' : route.learned ? 'detail.learnedRoute' : 'detail.systemRoute';
    return [text(route.destination), text(say(key, { hop, hub: route.name }))];
  }
  const where = say('detail.routeWhere', { table: route.tableName ?? '', hop });
  return [link(route.destination, `portal:${route.tableId}`), text(where)];
}

/** Returns the reason if the result's line doesn't state it completely. */
function reasonDetails(say: Say, result: CheckResult): Detail[] {
  const { outcome } = result;
  switch (outcome.is) {
    case 'unknown':
      return [{ label: say('detail.notKnownBecause'), runs: [text(formatSentence(say, outcome.because))] }];
    case 'passed':
    case 'failed':
      return [{ label: say('detail.setting'), runs: [text(formatSentence(say, outcome.text))] }];
    case 'forwarded':
      return [{ label: say('detail.then'), runs: [text(handedOnWhy(say, outcome.by, outcome.to))] }];
    case 'reply-lost': {
      const values = { destination: outcome.by.destination, hop: formatHop(say, outcome.by) };
      return [{ label: say('detail.then'), runs: [text(say('outcome.reply.why', values))] }];
    }
    case 'allowed':
      return outcome.by?.kind === 'rule' && outcome.by.isDefault
        ? [{ label: say('detail.then'), runs: [text(say('outcome.default.why', { ...named(outcome.by) }))] }]
        : [];
    default:
      return [];
  }
}

function named(rule: DecidingRule): { priority: number | string; name: string } {
  return { priority: displayPriority(rule), name: rule.name };
}

function handedOnWhy(say: Say, route: DecidingRoute, to: 'appliance' | 'on-premises'): string {
  const values = {
    destination: route.destination,
    table: route.tableName ?? '',
    ip: route.nextHopAddress ?? '',
  };
  return say(to === 'appliance' ? 'outcome.appliance.why' : 'outcome.onPremises.why', values);
}

function consequence(say: Say, result: CheckResult, fix: FixOfRow): Detail[] {
  const left: Detail = {
    label: say('detail.ifLeft'),
    runs: [text(requirementConsequence(say, result.requirement, result.kind))],
  };
  if (fix.offered) return [left];
  return [left, fix.refused ? noFix(say, fix.refused) : adviceDetail(say, result)];
}

function noFix(say: Say, because: Reason): Detail {
  return {
    label: say('detail.ask'),
    runs: [text(say('fix.none', { why: formatReason(say, because) }))],
  };
}

function adviceDetail(say: Say, result: CheckResult): Detail {
  return { label: say('detail.ask'), runs: [text(formatReason(say, result.advice))] };
}

function levelDetail(say: Say, result: CheckResult): Detail {
  return { label: say('detail.level'), runs: [text(formatLevel(say, result))] };
}

function sourceDetail(say: Say, id: string): Detail[] {
  const all = requirementSources(id);
  const first = all[0];
  if (!first) return [];
  const more = [
    ...(first.date === null ? [] : [formatDate(say, first.date)]),
    ...(all.length > 1 ? [say('detail.andMore', { n: all.length - 1 })] : []),
  ];
  const disagree = findRequirement(id)?.disagreement === true;
  return [
    {
      label: say('detail.source'),
      runs: [
        link(first.title, `source:${first.url}`),
        ...(more.length === 0 ? [] : [text(more.map((one) => `, ${one}`).join(''))]),
        ...(disagree ? [text('. '), link(say('detail.sourcesDisagree'), `check:${id}`)] : []),
      ],
    },
  ];
}
