import type { SubnetComparison } from '../../checks/compare-subnets';
import type { CompareReport } from '../../contract/compare-report';
import type { Decider, CheckResult } from '../../core/check-result';
import { nodeKind } from '../../core/compute-kinds';
import type { PlanToCheck } from '../../core/plan';
import { isSameEnd, type FlowChange, type FlowUnknown, type OpenEnd } from '../../core/reach/compare';
import type { Subject } from '../../documents/subjects/subjects';
import type { Say } from '../../messages/say';
import { isWithoutDifference, type Compared } from '../../wording/comparison-page';
import { requirementName } from '../../wording/requirement-text';
import type { ReportInput } from '../source-reports/report-input';
import { shownDecider } from '../report/deciders';
import { becauseOf, deciderEntry, reportHeadOf, reasonOf } from '../report/json-parts';
import { withParameters, type ParameterSource } from '../parameter-choice';
import type { Places } from '../source';
import { reportJsonText } from '../report/json-text';

/** One subnet of both files, compared for one compute resource. */
export interface ComparedPair extends Compared {
  readonly was: Subject;
  readonly is: Subject;
  readonly plan: PlanToCheck;
  /** The places of rules and routes in both files. */
  readonly places: { readonly before: Places; readonly after: Places };
}

type ReportedSubnet = CompareReport['subnets'][number];
type Packets = Pick<ReportedSubnet['opens'][number], 'direction' | 'packet' | 'host' | 'parts'>;

interface ComparedFiles {
  readonly files: readonly [before: string, after: string];
  readonly parameterFiles: readonly ParameterSource[];
}

/** Returns the JSON comparison, described by docs/compare-report.schema.json. */
export function comparisonJson(
  reportInput: ReportInput,
  { files: [before, after], parameterFiles }: ComparedFiles,
  pairs: readonly ComparedPair[],
): string {
  const report: CompareReport = {
    ...reportHeadOf(reportInput),
    before,
    after,
    parameterFiles: withParameters(parameterFiles),
    same: pairs.every(({ comparison }) => isWithoutDifference(comparison)),
    subnets: pairs.map((one) => subnetOf(reportInput.say, one)),
  };
  return `${reportJsonText(report)}\n`;
}

function subnetOf(say: Say, pair: ComparedPair): ReportedSubnet {
  const { comparison, plan, places, was, is, assumed } = pair;
  const { addresses, opens, closes, unknown, outcomes } = comparison;
  const change = (one: FlowChange): ReportedSubnet['opens'][number] => ({
    ...packetsOf(one),
    certain: one.certain,
    decidedBy: entryOf(one.by, places.after),
  });
  return {
    before: sideOf(was, addresses.before),
    after: sideOf(is, addresses.after),
    compute: { kind: nodeKind(plan.kind), publicIp: plan.publicIp.known ? plan.publicIp.value : null },
    same: isWithoutDifference(comparison),
    sharedAddresses: addresses.shared,
    opens: opens.map(change),
    closes: closes.map(change),
    unknown: unknown.map((one) => unknownOf(say, one, places)),
    outcomes: outcomes.map((one) => ({
      id: one.after.requirement,
      name: requirementName(say, one.after.requirement),
      before: outcomeJson(say, one.before, places.before),
      after: outcomeJson(say, one.after, places.after),
    })),
    assumed: assumed.map((one) => reasonOf(say, one)),
  };
}

function sideOf(
  { subnet, network }: Subject,
  prefixes: SubnetComparison['addresses']['before'],
): ReportedSubnet['before'] {
  return { id: subnet.id, name: subnet.name, network: network.name, prefixes: [...prefixes] };
}

function packetsOf({ direction, packet, host, parts }: Pick<FlowChange, keyof Packets>): Packets {
  return {
    direction,
    packet: { ...packet },
    host,
    parts: parts.map(({ names, ...part }) => ({ ...part, hosts: [...(names ?? [])] })),
  };
}

function unknownOf(
  say: Say,
  one: FlowUnknown,
  places: ComparedPair['places'],
): ReportedSubnet['unknown'][number] {
  return {
    ...packetsOf(one),
    changes: !isSameEnd(one.before, one.after),
    before: endOf(say, one.before, places.before),
    after: endOf(say, one.after, places.after),
  };
}

function endOf(say: Say, end: OpenEnd, places: Places): ReportedSubnet['unknown'][number]['before'] {
  return {
    is: end.is,
    because: end.is === 'unknown' ? reasonOf(say, end.because) : null,
    decidedBy: end.is === 'forwarded' ? entryOf(end.by, places) : null,
  };
}

function outcomeJson(say: Say, { outcome }: CheckResult, places: Places) {
  return {
    outcome: outcome.is,
    ...(outcome.is === 'allowed' ? { explicit: outcome.explicit } : {}),
    because: becauseOf(say, outcome),
    decidedBy: entryOf(shownDecider(outcome), places),
  };
}

function entryOf(by: Decider | null, places: Places): ReportedSubnet['opens'][number]['decidedBy'] {
  return by && deciderEntry(by, places.ofDecider(by));
}
