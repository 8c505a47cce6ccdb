import type { TerminalAzure } from '../../azure/connect-terminal';
import type { CreationEvent } from '../../azure/ports';
import { coresLeft, tightestCoreQuota } from '../../core/governance';
import { traitsOf } from '../../core/compute-kinds';
import { findSubnet } from '../../core/network/find';
import { subnetCapacity } from '../../core/network/subnet-capacity';
import type { Say } from '../../messages/say';
import { rankCreationCauses, type CreationEvidence } from '../../wording/creation-causes';
import { inOneLine } from '../../wording/failure-text';
import { likelyRank, type RankedLikely } from '../../wording/likely-cause';
import { formatReason } from '../../wording/reason-text';
import type { CheckOptions } from '../options';
import { failureReason } from '../sign-in/failure-reason';
import type { Terminal } from '../terminal';
import { checkPlan } from './check-plan';
import { computeStateText } from './compute-state-text';
import type { CreationEnd } from './creation-report';
import { readPlanInAzure, type PlanInAzure } from './plan-in-azure';

export type FailedEvent = Extract<CreationEvent, { readonly is: 'failed' }>;

interface CreationPlace {
  readonly terminal: Pick<Terminal, 'say' | 'error'>;
  readonly azure: TerminalAzure;
  readonly options: CheckOptions;
  /** The plan, and Azure before the creation. */
  readonly given: PlanInAzure;
}

interface Failed {
  readonly event: FailedEvent;
  readonly wasAccepted: boolean;
  readonly requestId: string | null;
}

/**
 * Explains why a creation failed: reads the subnet, the addresses, and the quota again, and ranks the causes. Without
 * new data, only Azure's message decides, because earlier data doesn't explain the failure.
 */
export async function explainFailedCreation(
  place: CreationPlace,
  failed: Failed,
  stop: AbortSignal,
): Promise<CreationEnd> {
  const { terminal, given } = place;
  const { say, error } = terminal;
  const { plan } = given;
  const { event, wasAccepted, requestId } = failed;
  error(`${say('terminal.create.readsCauses')}\n`);
  const now = await readAgain(place, stop);
  if (now === null && !stop.aborted) error(`${say('terminal.create.notReread')}\n`);
  const { code, details } = event;
  const ranked = rankCreationCauses(
    say,
    { plan, code, details, requestId, wasAccepted },
    evidenceOf(place.options, now),
  );
  const causes = ranked.all.map((one) => ({
    rank: likelyRank(say, one, ranked),
    cause: one.cause,
    evidence: one.evidence,
    packet: one.packet ?? null,
    requirements: (one.results ?? []).map(({ requirement }) => requirement),
  }));
  return { state: 'failed', message: failedText(say, given, { ...failed, ranked }), requestId, causes };
}

/** Reads the plan's place again. Null if it can't be read, or if Ctrl+C stops it. */
async function readAgain({ azure, given }: CreationPlace, stop: AbortSignal): Promise<PlanInAzure | null> {
  try {
    return await readPlanInAzure({ azure, plan: given.plan, shippedTags: given.tags, stop });
  } catch {
    return null;
  }
}

function evidenceOf(options: CheckOptions, now: PlanInAzure | null): CreationEvidence {
  const readAt = new Date().toISOString();
  const evidence = { isFixed: false, readAt, rolesReadAt: readAt };
  if (now === null) return { ...evidence, results: [], capacity: null, quota: null };
  const { plan, model, reserved } = now;
  const found = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  return {
    ...evidence,
    results: checkPlan(now, options).checked.checks.flatMap(({ results }) => results),
    capacity: found && reserved.known ? subnetCapacity(found.subnet, reserved.value) : null,
    quota: quotaOf(now),
  };
}

function quotaOf({ plan, sizes, quotas }: PlanInAzure): CreationEvidence['quota'] {
  const { kind, vmSize, nodes } = plan;
  const size = sizes?.find((one) => one.name.toLowerCase() === vmSize.toLowerCase());
  if (!size || quotas === null) return null;
  const isLowPriority = traitsOf(kind).scales && nodes.priority === 'LowPriority';
  const quota = tightestCoreQuota({ perNode: size.cores, family: size.family, isLowPriority, quotas });
  if (!quota) return null;
  const left = coresLeft(quota);
  return { left, limit: quota.limit, isEnough: left >= size.cores };
}

/** Returns the causes, the most likely first, Azure's message, and what remains in Azure. */
function failedText(
  say: Say,
  { plan: { name } }: PlanInAzure,
  { event: { code, details, compute }, requestId, ranked }: Failed & { readonly ranked: RankedLikely },
): string {
  const parts = [details.serviceCode ?? '', inOneLine(details.serviceMessage ?? '')].filter(
    (one) => one !== '',
  );
  const [failed, left] = endTexts(say, name, compute);
  return [
    failed,
    ...ranked.all.flatMap((one) => [
      `  ${say('explain.ranked', { rank: likelyRank(say, one, ranked), name: one.cause })}`,
      ...[one.evidence, one.packet ?? ''].filter((text) => text !== '').map((text) => `    ${text}`),
    ]),
    ...(isInMessage(code) && parts.length > 0
      ? []
      : [`  ${formatReason(say, failureReason({ code, details }, name))}`]),
    ...(parts.length === 0 ? [] : [`  ${say('terminal.create.said', { message: parts.join(': ') })}`]),
    ...(requestId === null ? [] : [`  ${say('terminal.create.requestId', { id: requestId })}`]),
    `  ${left}`,
  ].join('\n');
}

/** Describes what failed, as far as the compute resource could be read afterward, and what remains in Azure. */
function endTexts(say: Say, name: string, compute: FailedEvent['compute']): readonly [string, string] {
  if (compute === null) return [say('terminal.create.failed', { name }), say('terminal.create.leftNothing')];
  if (compute === 'unseen') {
    return [say('terminal.create.unsure', { name }), say('terminal.create.leftUnknown', { name })];
  }
  const state = computeStateText(say, compute);
  return [say('terminal.create.notSetUp', { name }), say('terminal.create.left', { name, state })];
}

/** True for a failure about which Azure’s own message states what to do, or a cause does. */
function isInMessage(code: FailedEvent['code']): boolean {
  return code === 'refused' || code === 'forbidden' || code === 'conflict';
}
