import type { AzureFailure } from '../../../azure/failure';
import type { Creation } from '../../../contract/wizard/creation';
import { causesOf } from '../../../checks/causes';
import { statusOf } from '../../../core/check-result';
import { traitsOf } from '../../../core/compute-kinds';
import { nameOf } from '../../../core/network/find';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import type { ComputePlan } from '../../../plans/compute-plan';
import { testMinutes, type NetworkTestAnswer } from '../../../plans/network-test/job';
import { causeTitle } from '../../../wording/cause-text';
import { formatDuration } from '../../../wording/dates';
import { requirementName } from '../../../wording/requirement-text';
import { formatHop } from '../../../wording/subject-text';
import { isInChosenSubnet } from '../creation-evidence';
import type { CreationState } from '../creation-state';
import { formatFailure } from '../failures';
import { remedyOf } from '../fixed-together';
import type { NetworkTest } from '../network-test-state';
import { isFailing, networkTestTitle, testedFlows, type TestedFlow } from '../network-test-title';
import type { WizardState } from '../state';
import { priceText } from '../../../wording/compute-cost';
import { routeOf } from './flow-outbound-access';
import { priceOf } from '../derived-plan';

type TestView = NonNullable<Creation['test']>;
type TestRow = TestView['rows'][number];

/**
 * Returns the network test from a node: offered, running, or with its result. null if Azure ML didn't create the
 * resource.
 */
export function networkTestView(say: Say, state: WizardState, creation: CreationState): TestView | null {
  const { plan, test } = creation;
  if (!('vmSize' in plan)) return null;
  if (test === null) return offered(say, state, plan);
  const title = networkTestTitle(say, plan, test);
  switch (test.phase.is) {
    case 'done':
      return doneView(say, state, { plan, test, creation, answers: test.phase.answers });
    case 'refused':
      return refusedView(say, { plan, test, failure: test.phase.failure });
    case 'unseen': {
      const why = formatFailure(say, test.phase.failure);
      const line = say('test.unseenLine', { why, min: testMinutes });
      return { ...offered(say, state, plan), state: 'refused', title, line };
    }
    case 'stopped':
    case 'missing':
      return { ...offered(say, state, plan), state: 'stopped', title };
    default:
      return {
        ...nothing,
        state: 'running',
        title,
        line: say(runningLine(test)),
        button: { does: 'stop', label: say('test.stop') },
      };
  }
}

function runningLine({ isStopping, phase }: NetworkTest) {
  if (isStopping) return 'test.stopping';
  if (phase.is === 'resumed') return 'test.resumed';
  return phase.is === 'running' ? 'test.onNode' : 'test.waiting';
}

const nothing: Pick<TestView, 'rows' | 'fix' | 'requestIds'> = { rows: [], fix: null, requestIds: [] };

function offered(say: Say, state: WizardState, plan: ComputePlan): TestView {
  const cost = priceText(say, priceOf(state, plan));
  return {
    ...nothing,
    state: 'offered',
    title: say(`test.offer.${plan.kind}`),
    line: say('test.offerLine', { min: testMinutes, cost }),
    button: { does: 'start', label: say(`test.start.${plan.kind}`) },
  };
}

interface RefusedTest {
  readonly plan: ComputePlan;
  readonly test: NetworkTest;
  readonly failure: AzureFailure;
}

function refusedView(say: Say, { plan, test, failure }: RefusedTest): TestView {
  return {
    ...nothing,
    state: 'refused',
    title: networkTestTitle(say, plan, test),
    line:
      failure.code === 'forbidden'
        ? say('test.forbiddenLine', { workspace: nameOf(plan.workspaceId) })
        : formatFailure(say, failure),
    button: { does: 'start', label: say(`test.start.${plan.kind}`) },
  };
}

interface DoneTest {
  readonly plan: ComputePlan;
  readonly test: NetworkTest;
  readonly creation: CreationState;
  readonly answers: readonly NetworkTestAnswer[];
}

function doneView(say: Say, state: WizardState, done: DoneTest): TestView {
  const { plan, test, answers } = done;
  const flows = testedFlows(test.plan, answers);
  const failing = flows.filter(isFailing);
  return {
    state: failing.length === 0 ? 'passed' : 'failed',
    title: networkTestTitle(say, plan, test),
    line: endLine(say, done),
    rows: failedFirst([
      ...test.plan.testedByStart.map((id) => row('pass', requirementName(say, id), say('test.row.started'))),
      ...flows.map((one) => flowRow(say, state, one)),
      ...privateRow(say, answers),
      ...test.plan.notTestable.map(({ requirement, because }) =>
        row('info', requirementName(say, requirement), say(`test.row.${because}`)),
      ),
    ]),
    button: { does: 'start', label: say('test.again') },
    ...nextActions(say, state, { creation: done.creation, failed: failing.map((one) => one.requirement) }),
  };
}

/** Returns the fix of the whole causes of the failed flows, and the request for flows that no fix was applied for. */
function nextActions(
  say: Say,
  state: WizardState,
  { creation, failed }: { readonly creation: CreationState; readonly failed: readonly string[] },
): Pick<TestView, 'fix' | 'requestIds'> {
  // A fix changes the chosen subnet, and a request is about it.
  if (!isInChosenSubnet(state, creation)) return { fix: null, requestIds: [] };
  const causes = (state.evaluation?.causes ?? []).filter(({ results }) =>
    results.some(({ requirement }) => failed.includes(requirement)),
  );
  const { does, ids } = remedyOf(
    state,
    causes.flatMap(({ results }) => results.map(({ requirement }) => requirement)),
  );
  return {
    fix: does === 'fix' ? { does, label: say('creation.step.fix'), ids: [...ids] } : null,
    requestIds: failed.filter((id) => !isFixed(state, id)),
  };
}

/** Checks whether a fix for the flow was applied, and it passes now. */
function isFixed({ applied, evaluation }: WizardState, id: string): boolean {
  const isApplied = applied?.state === 'applied' && applied.kind === 'fix' && applied.ids.includes(id);
  const result = evaluation?.results.find(({ requirement }) => requirement === id);
  return isApplied && result !== undefined && statusOf(result.outcome) === 'fine';
}

function endLine(say: Say, { plan: { kind, name, nodes }, test, creation: { compute } }: DoneTest): string {
  const { startedAt, endedAt, isEndUnseen } = test;
  if (isEndUnseen) {
    const now = compute?.nodes?.current;
    return now === undefined ? say('test.endedBefore') : say('test.endedBeforeNodes', { name, n: now });
  }
  const time = formatDuration(say, Date.parse(endedAt ?? startedAt) - Date.parse(startedAt));
  return traitsOf(kind).scales
    ? say('test.tookNode', { time, idle: nodes.idleMinutes })
    : say('test.took', { time });
}

function row(icon: TestRow['icon'], name: string, detail: string): TestRow {
  return { icon, name, detail };
}

/** Returns the rows that need attention first, otherwise in their order. */
function failedFirst(rows: readonly TestRow[]): TestRow[] {
  const place = ({ icon }: TestRow): number => ['error', 'unknown'].indexOf(icon) + 1 || 3;
  return rows.toSorted((a, b) => place(a) - place(b));
}

function flowRow(say: Say, state: WizardState, flow: TestedFlow): TestRow {
  const name = requirementName(say, flow.requirement);
  const at = flow.answers.findIndex(({ is }) => is !== 'connected');
  const answer = flow.answers[at];
  const host = flow.hosts[at] ?? '';
  if (!answer || answer.is === 'connected') return row('pass', name, formatList(say, flow.hosts));
  const address = answer.address ?? '';
  const detail =
    answer.is === 'timeout'
      ? timeoutText(say, state, { requirement: flow.requirement, host })
      : say(`test.row.${answer.is}`, { host, address });
  return row(answer.is === 'missing' ? 'unknown' : 'error', name, detail);
}

/**
 * Describes what blocks the flow by the checks, otherwise the route. A timeout doesn't show who dropped the packet, but
 * the route shows where it went.
 */
function timeoutText(
  say: Say,
  state: WizardState,
  { requirement, host }: { readonly requirement: string; readonly host: string },
): string {
  // The network of now doesn't explain a test before the fix.
  if (isFixed(state, requirement)) return say('test.row.timeoutFixed', { host });
  const results = state.creationResults;
  const result = results.find((one) => one.requirement === requirement);
  const isBlocked = result !== undefined && statusOf(result.outcome) === 'open';
  const cause = isBlocked ? causesOf(results).find((one) => one.results.includes(result)) : undefined;
  if (cause) return say('test.row.timeoutBlocked', { host, cause: causeTitle(say, cause) });
  const route = result && routeOf(result);
  return route
    ? say('test.row.timeoutOn', {
        host,
        route: say('test.route', { prefix: route.destination, hop: formatHop(say, route) }),
      })
    : say('test.row.timeout', { host });
}

const privateAddress = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

function privateRow(say: Say, answers: readonly NetworkTestAnswer[]): TestRow[] {
  const n = answers.filter(({ address }) => address !== null && privateAddress.test(address)).length;
  return n === 0 ? [] : [row('info', say('test.row.names'), say('test.row.namesDetail', { n }))];
}
