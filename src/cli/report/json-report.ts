import { nodeKind } from '../../core/plan';
import type { CheckReport } from '../../contract/check-report';
import { findFindingCheck } from '../../checks/findings/catalogue';
import type { FindingPlace } from '../../core/finding';
import type { Fix } from '../../core/fix';
import type { Decider, Judgement, Verdict } from '../../core/judgement';
import type { Reason } from '../../core/reason';
import type { TagCatalogue } from '../../core/tags/tag-catalogue';
import type { Say } from '../../messages/say';
import { wordReason } from '../../wording/reason-words';
import { findingName } from '../../wording/finding-words';
import { requirementName } from '../../wording/requirement-words';
import { isFinding, isGraveFinding, type SubnetCheck } from '../check';
import type { Found } from '../found';
import type { CheckOptions } from '../options';
import type { FilePlace } from '../source';
import { deciderOf } from './deciders';

/** The report that programs read; docs/check-report.schema.json describes it. `subnets` and `findings` are JSON. */
export function jsonReport(
  { tags, options }: { readonly tags: TagCatalogue; readonly options: CheckOptions },
  subnets: readonly string[],
  findings: readonly string[],
): string {
  const head: Omit<CheckReport, 'subnets' | 'findings'> = {
    version: 1,
    profile: options.profile,
    cloud: options.cloud,
    serviceTags: { date: tags.date, changeNumber: tags.changeNumber },
  };
  const open = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  return `${open},\n  "subnets": ${listOf(subnets)},\n  "findings": ${listOf(findings)}\n}\n`;
}

/** Texts of JSON as a list two levels deep; a JSON text has line breaks only between its parts. */
function listOf(items: readonly string[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((one) => `    ${one.replaceAll('\n', '\n    ')}`).join(',\n')}\n  ]`;
}

/** What the report says of one thing that groups and tables have. */
export function findingJson(say: Say, one: Found, options: CheckOptions): string {
  return JSON.stringify(findingOf(say, one, options), null, 2);
}

/** What the report says of one subnet. */
export function subnetJson(say: Say, check: SubnetCheck, options: CheckOptions): string {
  return JSON.stringify(subnetOf(say, check, options), null, 2);
}

function findingOf(say: Say, one: Found, options: CheckOptions): CheckReport['findings'][number] {
  const { check, severity, place, text, because, assumptions } = one.finding;
  const entryOf = (at: FindingPlace) => ({
    kind: at.what,
    name: at.name,
    resource: at.resource,
    index: at.index,
    place: one.places.ofFinding(at),
  });
  return {
    id: check,
    name: findingName(say, check),
    severity,
    refines: findFindingCheck(check)?.refines ?? null,
    finding: isGraveFinding(one, options),
    because: reasonOf(say, text),
    at: entryOf(place),
    assumptions: assumptions.map((each) => reasonOf(say, each)),
    beside: because.map(entryOf),
    fix: fixOf(one.fix),
  };
}

type ReportedSubnet = CheckReport['subnets'][number];
type ReportedRequirement = ReportedSubnet['requirements'][number];

function subnetOf(say: Say, check: SubnetCheck, options: CheckOptions): ReportedSubnet {
  const { plan, summary } = check;
  const { ready, ...counts } = summary;
  return {
    id: check.subnet.id,
    name: check.subnet.name,
    network: check.network.name,
    compute: {
      name: check.compute,
      kind: nodeKind(plan.kind),
      publicIp: plan.publicIp.known ? plan.publicIp.value : null,
    },
    ready,
    counts,
    assumed: check.assumed.map((one) => reasonOf(say, one)),
    fixAll: fixOf(check.fixAll),
    requirements: check.judgements.map((one) => requirementOf(say, one, { options, check })),
  };
}

function requirementOf(
  say: Say,
  one: Judgement,
  { check, options }: { readonly check: SubnetCheck; readonly options: CheckOptions },
): ReportedRequirement {
  const by = deciderOf(one.verdict);
  return {
    id: one.requirement,
    name: requirementName(say, one.requirement),
    level: one.level,
    basis: one.basis,
    severity: one.severity,
    refused: one.refused,
    verdict: one.verdict.is,
    ...(one.verdict.is === 'allowed' ? { explicit: one.verdict.explicit } : {}),
    because: becauseOf(say, one.verdict),
    finding: !check.ignored.has(one.requirement) && isFinding(one, options),
    ignored: check.ignored.has(one.requirement),
    subject: one.subject,
    decidedBy: by && deciderEntry(by, check.places.ofDecider(by)),
    packet: one.packet,
    assumptions: one.assumptions.map((each) => reasonOf(say, each)),
    fix: fixOf(check.fixes.get(one.requirement)),
  };
}

function becauseOf(say: Say, verdict: Verdict): { key: string; text: string } | null {
  if ('because' in verdict) return reasonOf(say, verdict.because);
  return 'text' in verdict ? reasonOf(say, verdict.text) : null;
}

function reasonOf(say: Say, one: Reason): { key: string; text: string } {
  return { key: one.key, text: wordReason(say, one) };
}

function deciderEntry(by: Decider, place: FilePlace | null): ReportedRequirement['decidedBy'] {
  switch (by.kind) {
    case 'rule':
      return {
        kind: by.kind,
        name: by.name,
        priority: by.priority,
        direction: by.direction,
        default: by.isDefault,
        group: by.groupId,
        level: by.level,
        place,
      };
    case 'firewall-rule':
      return {
        kind: by.kind,
        name: by.name,
        collection: by.collection,
        default: by.isDefault,
        firewall: by.firewallId,
        writtenIn: by.writtenIn,
        place,
      };
    case 'route':
      return {
        kind: by.kind,
        name: by.name,
        destination: by.destination,
        nextHop: by.nextHop,
        nextHopAddress: by.nextHopAddress,
        table: by.tableId,
        place,
      };
  }
}

function fixOf(fix: Fix | null | undefined): ReportedRequirement['fix'] {
  if (!fix) return null;
  const { effect, opens, closes, steps } = fix;
  return { effect, opens: [...opens], closes: [...closes], steps: steps.map((step) => ({ ...step })) };
}
