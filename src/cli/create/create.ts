import { toFailure } from '../../azure/to-failure';
import type { TerminalAzure } from '../../azure/connect-terminal';
import type { ComputeState, CreationEvent } from '../../azure/ports';
import { reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import { computeBody } from '../../plans/compute-body';
import { matchPlan, type ComputePlan } from '../../plans/compute-plan';
import { formatReason } from '../../wording/reason-text';
import { UsageError, type CheckOptions, type GivenOptions } from '../options';
import { invalidPlanCode, statedPlan } from '../plan/stated-plan';
import { writtenForms } from '../plan/plan-options';
import { tagsFor } from '../service-tags';
import { failureReason } from '../sign-in/failure-reason';
import type { SignInValues } from '../sign-in/sign-in-options';
import type { ExitCode, SignInTerminal, Terminal } from '../terminal';
import { usualMinutes } from './create-options';
import { checkPlan, type CheckedPlan } from './check-plan';
import { computeStateText } from './compute-state-text';
import { explainFailedCreation, type FailedEvent } from './explain-failure';
import { differingRows, planJson, planReport, type CreationEnd } from './creation-report';
import { readPlanInAzure, rereadNetwork, type PlanInAzure } from './plan-in-azure';

export interface CreateValues extends SignInValues {
  readonly fromPlan?: string;
  readonly whatIf?: true;
  readonly yes?: true;
  readonly allowUnknown?: true;
  readonly timeout?: number;
  readonly format?: 'text' | 'json';
  readonly flows?: true;
  readonly noColor?: true;
}

/**
 * Creates the compute resource of a plan file, or shows with `--what-if` what would be created. It never replaces an
 * existing compute resource, and doesn't create one if the check blocks it.
 * @throws {UsageError} if the options aren't valid
 * @throws {UnreadableFile} if the plan file or Azure can't be read
 */
export async function createFromPlan(
  values: CreateValues,
  stated: GivenOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = values.fromPlan;
  if (file === undefined) throw new UsageError(reason('terminal.create.needsPlan'));
  const read = await statedPlan(file, {}, terminal);
  if (read === null) return invalidPlanCode(file);
  const plan = matchPlan<ComputePlan | null>(read, { create: (one) => one, attach: () => null });
  if (plan === null) {
    throw new UsageError(reason('terminal.create.attach', { name: read.name, forms: attachForms }));
  }
  const context = await readContext({ file, values, stated, terminal }, plan);
  const found = checkPlan(context.given, context.options);
  if (values.whatIf === true || found.isBlocked) return reportEnd(context, found, null);
  if (!isJson(values)) showReport(context, found);
  return confirmAndCreate(context, found);
}

interface CommandLine {
  readonly file: string;
  readonly values: CreateValues;
  readonly stated: GivenOptions;
  readonly terminal: Terminal;
}

/**
 * Signs in, and reads the current state of Azure.
 * @throws {UsageError} if the command can't sign in, or requires `--yes`
 * @throws {UnreadableFile} if Azure can't be read
 */
async function readContext(
  { file, values, stated, terminal }: CommandLine,
  plan: ComputePlan,
): Promise<CreateContext> {
  const { account } = terminal;
  const { whatIf = false, yes = false, timeout: minutes = usualMinutes } = values;
  if (account === undefined) throw new UsageError(reason('terminal.signIn.none'));
  if (!whatIf && !yes && !account.isInteractive) throw new UsageError(reason('terminal.create.needsYes'));
  const azure = await account.signIn({ values, createSeconds: minutes * 60 });
  const options = optionsOf(values, stated);
  const shippedTags = await tagsFor(terminal, { serviceTags: undefined, cloud: options.cloud });
  const given = await readPlanInAzure({ azure, plan, shippedTags });
  return { file, values, terminal, account, azure, options, given, minutes };
}

/** Forms of code that prompts for the secret when it runs. */
const attachForms = writtenForms.filter((form) => form === 'python' || form === 'az');

interface CreateContext {
  readonly file: string;
  readonly values: CreateValues;
  readonly terminal: Terminal;
  readonly account: SignInTerminal;
  readonly azure: TerminalAzure;
  readonly options: CheckOptions;
  readonly given: PlanInAzure;
  readonly minutes: number;
}

/** Returns the options for checking the plan, which is checked like `check` does. */
function optionsOf({ cloud = 'public' }: CreateValues, given: GivenOptions): CheckOptions {
  return { ...given, cloud, profile: 'current', team: undefined, teamFaults: [], given };
}

function isJson({ format }: CreateValues): boolean {
  return format === 'json';
}

function showReport({ terminal, values, ...report }: CreateContext, found: CheckedPlan): void {
  const { say, screen, show } = terminal;
  const own = values.noColor ? { ...screen, colors: false } : screen;
  show(planReport(say, { ...report, found }, own), own);
}

/** Prints the report or the result of the creation. Returns the exit code. */
function reportEnd(context: CreateContext, found: CheckedPlan, end: CreationEnd | null): ExitCode {
  const { terminal, values } = context;
  const { say, out } = terminal;
  if (isJson(values)) out(planJson(say, { ...context, found }, end));
  else if (end === null) {
    showReport(context, found);
    out(
      `\n${say(found.isBlocked ? 'terminal.create.nothing' : 'terminal.create.whatIfOnly', { option: '--what-if' })}\n`,
    );
  } else out(`${end.message}\n`);
  return end === null ? (found.isBlocked ? 1 : 0) : end.state === 'ready' ? 0 : 1;
}

async function confirmAndCreate(context: CreateContext, found: CheckedPlan): Promise<ExitCode> {
  const { terminal, account, azure, given, options, values } = context;
  const { say, error } = terminal;
  const { name, workspaceId } = given.plan;
  if (values.yes !== true) {
    const workspace = workspaceId.split('/').at(-1) ?? '';
    const isConfirmed = await account.confirm(say('terminal.create.confirm', { name, workspace }));
    if (!isConfirmed) {
      error(`${say('terminal.create.declined')}\n`);
      return 1;
    }
    // The network may have changed before the user confirmed.
    const now = await rereadNetwork(azure, given);
    const again = checkPlan(now, options);
    if (again.isBlocked) {
      error(`${say('terminal.create.changed')}\n`);
      return reportEnd({ ...context, given: now }, again, null);
    }
  }
  const end = await account.untilInterrupted((stop) => follow(context, stop));
  return reportEnd(context, found, end);
}

/** Creates the compute resource once, and waits until the creation ends. Never rejects. */
async function follow(context: CreateContext, stop: AbortSignal): Promise<CreationEnd> {
  const { azure, terminal, given, minutes } = context;
  const { say, error, progress } = terminal;
  const { plan } = given;
  const tracked: TrackedCreation = {
    ...{ end: null, failed: null, isSent: false, wasAccepted: false, requestId: null, last: '' },
  };
  const onEvent = (event: CreationEvent): void => {
    recordEvent(tracked, event);
    const text = progressText(say, plan, event);
    if (text !== null && text !== tracked.last) error(`${text}\n`);
    tracked.last = text ?? tracked.last;
    const message = endText(say, { plan, event, minutes });
    if (message !== null) tracked.end = { state: stateOf(event), message, requestId: tracked.requestId };
  };
  try {
    const target = { workspaceId: plan.workspaceId, name: plan.name, body: computeBody(plan) };
    await azure.computes.create(target, onEvent, stop);
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (stop.aborted) return stoppedEnd(say, plan, tracked);
    const taken = failure.code === 'conflict' && !tracked.isSent;
    const message = taken
      ? say('terminal.create.taken', { name: plan.name })
      : formatReason(say, failureReason(failure, plan.name));
    return { state: 'failed', message, requestId: failure.details.requestId ?? null };
  } finally {
    progress(null);
  }
  if (tracked.failed) return explainFailedCreation(context, { ...tracked, event: tracked.failed }, stop);
  return tracked.end ?? stoppedEnd(say, plan, tracked);
}

/** Progress of a creation so far. */
interface TrackedCreation {
  end: CreationEnd | null;
  failed: FailedEvent | null;
  isSent: boolean;
  wasAccepted: boolean;
  requestId: string | null;
  last: string;
}

function recordEvent(tracked: TrackedCreation, event: CreationEvent): void {
  if (event.is === 'sent') tracked.isSent = true;
  if (event.is === 'accepted') {
    tracked.wasAccepted = true;
    tracked.requestId = event.requestId;
  }
  if (event.is === 'failed') {
    tracked.failed = event;
    tracked.requestId = event.details.requestId ?? tracked.requestId;
  }
}

function stoppedEnd(say: Say, { name }: ComputePlan, { isSent, requestId }: TrackedCreation): CreationEnd {
  return isSent
    ? { state: 'stopped', message: say('terminal.create.stopped', { name }), requestId }
    : { state: 'stopped', message: say('terminal.create.stoppedUnsent'), requestId };
}

function stateOf({ is }: CreationEvent): CreationEnd['state'] {
  return is === 'ready' || is === 'unfinished' ? is : 'unknown';
}

/** Describes the progress of a creation. Returns null for events that end it or report nothing new. */
function progressText(say: Say, { name }: ComputePlan, event: CreationEvent): string | null {
  switch (event.is) {
    case 'sent':
      return say('terminal.create.sent', { name });
    case 'accepted':
      return say('terminal.create.accepted', { name });
    case 'state':
      return say('terminal.create.state', { name, state: computeStateText(say, event.compute) });
    default:
      return null;
  }
}

interface Ended {
  readonly plan: ComputePlan;
  readonly event: CreationEvent;
  readonly minutes: number;
}

/** Describes how a creation ended; null if it's still running, or if the reason of a failure has to be found. */
function endText(say: Say, { plan, event, minutes }: Ended): string | null {
  const { name } = plan;
  switch (event.is) {
    case 'ready':
      return readyText(say, plan, event.compute);
    case 'unfinished':
      return say('terminal.create.unfinished', { name, n: minutes });
    default:
      return null;
  }
}

function readyText(say: Say, plan: ComputePlan, existing: ComputeState): string {
  const differing = differingRows(say, { plan, existing });
  const ready = say('terminal.create.ready', { name: plan.name });
  if (differing.length === 0) return ready;
  return [ready, say('terminal.create.readyDiffers'), ...differing.map((one) => `  ${one}`)].join('\n');
}
