import type { ReportItem, ReportPart } from '../../../contract/wizard/report';
import type { DroppedFlow, FlowLogEvidence, InterfaceEvidence, SubnetEvidence } from '../../../core/evidence';
import { statusOf, type CheckResult } from '../../../core/check-result';
import type { Known } from '../../../core/known';
import type { Say } from '../../../messages/say';
import { blockedAlike, compareEvidence, type FollowedFlow } from '../../../wording/compare-evidence';
import { formatTime } from '../../../wording/dates';
import { formatReason } from '../../../wording/reason-text';
import { requirementName, requirementShortName } from '../../../wording/requirement-text';
import { formatDirection, formatPacket } from '../../../wording/subject-text';
import { outcomeShape, formatOutcome } from '../../../wording/outcome-text';
import type { Evaluation } from '../state';

/** Returns the effective rules and logs of the chosen subnet, next to the results. */
export function evidenceParts(
  say: Say,
  evidence: SubnetEvidence | null,
  evaluation: Evaluation | null,
): readonly ReportPart[] {
  if (evidence === null) return [];
  const results = evaluation?.today ?? [];
  return [
    interfacePart(say, evidence.networkInterface, results),
    flowLogPart(say, evidence.flowLogs, results),
  ];
}

function interfacePart(
  say: Say,
  found: Known<InterfaceEvidence | null>,
  results: readonly CheckResult[],
): ReportPart {
  const heading = say('evidence.effective');
  if (!found.known) return textPart(heading, formatReason(say, found.because), [say('evidence.permission')]);
  if (found.value === null) return textPart(heading, say('evidence.noInterface'), []);
  const flows = compareEvidence(found.value, results);
  const shown = flows.filter(({ agrees, result }) => !agrees || statusOf(result.outcome) === 'open');
  const same = flows.length - shown.length;
  return {
    heading,
    text: say('evidence.about', { name: found.value.name }),
    items: [...shown].sort((a, b) => Number(a.agrees) - Number(b.agrees)).map((one) => flowItem(say, one)),
    lines: [say(same > 0 ? 'evidence.same' : 'evidence.none', { n: same })],
  };
}

function textPart(heading: string, text: string, lines: readonly string[]): ReportPart {
  return { heading, text, items: [], lines: [...lines] };
}

function flowItem(say: Say, { result, packet, rule, route, agrees }: FollowedFlow): ReportItem {
  const title = requirementName(say, result.requirement);
  const outcome = formatOutcome(say, result, title).line;
  return {
    icon: agrees ? outcomeShape(result) : 'warning',
    rank: say(agrees ? 'evidence.agrees' : 'evidence.differs'),
    title,
    lines: [
      formatPacket(say, packet),
      rule === null
        ? say('evidence.noGroup')
        : say('evidence.rule', {
            access: say(`evidence.access.${rule.access}`),
            priority: rule.priority,
            name: rule.name,
            group: rule.group,
          }),
      ...(route === null
        ? []
        : [
            say('evidence.route', {
              prefix: route.prefix,
              hop: [route.nextHop, route.nextHopAddress ?? ''].join(' ').trim(),
            }),
          ]),
      say('diagnosis.ours', { name: requirementName(say, result.requirement), outcome }),
    ],
    fixIds: [],
    checks: checkOf(say, result),
  };
}

function checkOf(say: Say, { requirement }: CheckResult): ReportItem['checks'] {
  return [{ id: requirement, label: requirementShortName(say, requirement) }];
}

function flowLogPart(say: Say, logs: Known<FlowLogEvidence>, results: readonly CheckResult[]): ReportPart {
  const heading = say('evidence.logs');
  if (!logs.known) return textPart(heading, formatReason(say, logs.because), [say('evidence.permission')]);
  const { drops, hasNsgLogs } = logs.value;
  const retiring = hasNsgLogs ? [say('evidence.nsgLogs')] : [];
  if (drops === null) return textPart(heading, say('evidence.noLogs'), retiring);
  if (!drops.known) {
    return textPart(heading, formatReason(say, drops.because), [say('evidence.logPermission'), ...retiring]);
  }
  return {
    heading,
    text: say(drops.value.length === 0 ? 'evidence.noDrops' : 'evidence.drops'),
    items: drops.value.map((one) => dropItem(say, one, results)),
    lines: retiring,
  };
}

function dropItem(say: Say, drop: DroppedFlow, results: readonly CheckResult[]): ReportItem {
  const ours = blockedAlike(drop, results);
  const { direction, protocol, port, far, group, rule, flows, last } = drop;
  return {
    icon: ours.length > 0 ? 'error' : 'info',
    rank: say(ours.length > 0 ? 'evidence.agrees' : 'evidence.seen'),
    title: say('evidence.drop', {
      direction: formatDirection(say, direction),
      protocol,
      port,
      far,
      n: flows,
    }),
    lines: [
      say('evidence.dropBy', { rule, group, time: formatTime(say, last) }),
      ...ours.map((one) => say('evidence.dropOf', { name: requirementName(say, one.requirement) })),
    ],
    fixIds: [],
    checks: ours.flatMap((one) => checkOf(say, one)),
  };
}
