import type { ComputeState } from '../../azure/ports';
import type { Reason } from '../../core/reason';
import { sayReason, type Say } from '../../messages/say';
import { planSummaryRows } from '../../plans/plan-summary';
import { compareCompute } from '../../wording/compute-comparison';
import { costText, machinePrice } from '../../wording/compute-cost';
import { inOneLine } from '../../wording/failure-text';
import { formatReason } from '../../wording/reason-text';
import type { CheckOptions } from '../options';
import { causeRows } from '../report/cause-rows';
import { findingRow } from '../report/finding-row';
import { findingJson, subnetJson } from '../report/json-report';
import { reportJsonText } from '../report/json-text';
import { mergeRows } from '../report/report-row';
import { subnetStatus } from '../report/subnet-status';
import { rowBlocks } from '../report/text-report';
import { styled, type Screen, type StyledLine } from '../screen';
import type { CheckSource } from '../source';
import { shortName } from '../../documents/subjects/subjects';
import { nowhere } from '../check';
import type { CheckedPlan, Difference } from './check-plan';
import type { PlanInAzure } from './plan-in-azure';

/** Data of the report on a plan before it's created. */
export interface PlanReport {
  readonly file: string;
  readonly given: PlanInAzure;
  readonly found: CheckedPlan;
  readonly options: CheckOptions;
}

type Block = readonly StyledLine[];

/**
 * Returns the report as text: the planned compute resource, differences from Azure, an existing compute resource of
 * that name, the results, and whether they block the creation.
 */
export function planReport(say: Say, report: PlanReport, screen: Screen): readonly StyledLine[] {
  const { given, found } = report;
  const blocks = [
    summaryBlock(say, given),
    ...listBlock(
      say('terminal.create.differences'),
      found.differences.map((one) => differenceText(say, one)),
    ),
    ...existingBlock(say, given),
    ...resultBlocks(say, report, screen),
    ...listBlock(say('terminal.create.unread'), texts(say, given.unread)),
    ...(found.isBlocked ? [blockedBlock(say, found)] : []),
  ];
  return blocks.flatMap((block, at) => (at === 0 ? block : [[], ...block]));
}

function summaryBlock(say: Say, { plan, sizes }: PlanInAzure): Block {
  const rows = planSummaryRows(plan).map(
    ({ label, text }) => [sayReason(say, label), sayReason(say, text)] as const,
  );
  const all = [
    ...rows,
    [say('terminal.create.cost'), costText(say, machinePrice(sizes ?? [], plan), plan)] as const,
  ];
  const width = Math.max(...all.map(([label]) => label.length));
  return all.map(([label, text]) => [
    styled('dim', `${label.padEnd(width)}  `),
    styled('plain', inOneLine(text)),
  ]);
}

function listBlock(title: string, all: readonly string[]): readonly Block[] {
  if (all.length === 0) return [];
  return [[[styled('bold', title)], ...all.map((text): StyledLine => [styled('plain', `  ${text}`)])]];
}

function texts(say: Say, all: readonly Reason[]): readonly string[] {
  return [...new Set(all.map((one) => formatReason(say, one)))];
}

function differenceText(say: Say, { what, plan, azure }: Difference): string {
  const values = { a: valueText(say, plan), b: valueText(say, azure) };
  return `${formatReason(say, what)}: ${say('create.readback', values)}`;
}

function valueText(say: Say, value: Difference['plan']): string {
  return typeof value === 'string' ? value : formatReason(say, value);
}

/** Returns the existing compute resource with the planned name, and its settings that differ from the plan. */
function existingBlock(say: Say, { plan, existing }: PlanInAzure): readonly Block[] {
  if (existing === null) return [];
  const differing = differingRows(say, { plan, existing });
  const line = differing.length === 0 ? [say('terminal.create.existsSame')] : differing;
  return listBlock(
    say('terminal.create.exists', { name: plan.name, state: existing.provisioningState }),
    line,
  );
}

/** Describes the settings in which a compute resource differs from the plan. */
export function differingRows(
  say: Say,
  { plan, existing }: Pick<PlanInAzure, 'plan'> & { readonly existing: ComputeState },
): readonly string[] {
  const kind =
    existing.kind === plan.kind ? [] : [say('create.readback', { a: plan.kind, b: existing.kind })];
  const rows = compareCompute(say, plan, existing).filter(({ asPlanned }) => !asPlanned);
  return [...kind, ...rows.map(({ label, text }) => `${label}: ${text}`)];
}

function resultBlocks(say: Say, report: PlanReport, screen: Screen): readonly Block[] {
  const { found, options, file } = report;
  const source = sourceOf(report);
  const { checks, found: problems } = found.checked;
  const rows = mergeRows([
    ...checks.flatMap((check) => causeRows(say, { source, check }, options)),
    ...problems.map((one) => findingRow(say, one, options)),
  ]);
  const layout = {
    screen,
    files: [file],
    isInput: false,
    showsFlows: options.flows,
    showsInfos: options.verbose,
    amount: 'normal',
  } as const;
  const [subject] = checks;
  return [
    ...rowBlocks(say, { ...layout, ...(subject ? { unplaced: shortName(subject) } : {}) }, rows),
    ...checks.map((check) =>
      subnetStatus(say, check)
        .split('\n')
        .map((text): StyledLine => [styled('plain', text)]),
    ),
  ];
}

function sourceOf({ given: { model, workspace } }: PlanReport): CheckSource {
  return {
    inputs: { model, workspaces: [workspace], computes: [], bare: [], statedWithoutPeerings: [] },
    places: nowhere,
    isTemplate: false,
    directed: [],
  };
}

function blockedBlock(say: Say, { isUnknown, isPlanBlocked }: CheckedPlan): Block {
  if (!isPlanBlocked) return [[styled('bold', say('terminal.create.nameTaken'))]];
  const why = isUnknown
    ? say('terminal.create.blockedUnknown', { option: '--allow-unknown' })
    : say('terminal.create.blocked');
  return [
    [styled('bold', why)],
    [
      styled(
        'plain',
        say('terminal.create.fixes', {
          fix: 'aml-secure-compute fix',
          request: 'aml-secure-compute request',
        }),
      ),
    ],
  ];
}

/** How a creation ended. */
export interface CreationEnd {
  readonly state: 'ready' | 'failed' | 'unfinished' | 'stopped' | 'unknown';
  readonly message: string;
  readonly requestId: string | null;
  /** Possible causes of a failure, the most likely first. */
  readonly causes?: readonly {
    readonly rank: string;
    readonly cause: string;
    readonly evidence: string;
    readonly packet: string | null;
    /** IDs of the requirements whose results are the cause; empty if it isn't one of them. */
    readonly requirements: readonly string[];
  }[];
}

/**
 * Returns the report as JSON.
 * @param end how the creation ended; null if nothing was created
 */
export function planJson(say: Say, { given, found, options }: PlanReport, end: CreationEnd | null): string {
  const { plan, existing, sizes, unread } = given;
  const { kind, name, workspaceId, subnetId, publicIp, vmSize, location } = plan;
  const parsed = (text: string): unknown => JSON.parse(text);
  return `${reportJsonText({
    version: 1,
    plan: {
      ...{ kind, name, workspace: workspaceId, subnet: subnetId, publicIp, size: vmSize, region: location },
      nodes: 'nodes' in plan ? plan.nodes : null,
    },
    pricePerHour: machinePrice(sizes ?? [], plan),
    blocked: found.isBlocked,
    differences: found.differences.map(({ what, ...values }) => ({
      what: formatReason(say, what),
      plan: valueText(say, values.plan),
      azure: valueText(say, values.azure),
    })),
    existing:
      existing === null
        ? null
        : {
            id: existing.id,
            state: existing.provisioningState,
            differs: differingRows(say, { plan, existing }),
          },
    unread: texts(say, unread),
    subnets: found.checked.checks.map((one) => parsed(subnetJson(say, one, options))),
    findings: found.checked.found.map((one) => parsed(findingJson(say, one, options))),
    created: end,
  })}\n`;
}
