import type { ComputeState } from '../../../azure/ports';
import type { AzureFailure } from '../../../azure/failure';
import type { Creation } from '../../../contract/wizard/creation';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import type { ComputePlan } from '../../../plans/compute-plan';
import { wordDuration, wordTime } from '../../../wording/dates';
import { requirementName } from '../../../wording/requirement-words';
import { wordVerdict } from '../../../wording/verdict-words';
import { capacityOf } from '../capacity';
import { chosenSubnet, chosenVmSize, coresLeft, promisedAddresses } from '../chosen';
import { wordFailure } from '../failures';
import type { WizardState } from '../state';
import { wasAccepted } from './creation-view';
import { countsOf } from './board-row-view';

export interface FailedCreation {
  readonly running: Creation;
  readonly plan: ComputePlan;
  readonly failure: AzureFailure;
  /** What is left in Azure; null where nothing is. */
  readonly compute: ComputeState | null;
  readonly at: string;
}

type Likely = Creation['likely'][number];

/** A failure in plain words: what happened, what Azure said, what it likely means in this subnet, what is left. */
export function failureView(say: Say, state: WizardState, failed: FailedCreation): Creation {
  const { running, plan, failure, compute, at } = failed;
  const time = wordDuration(say, Date.parse(at) - Date.parse(running.startedAt));
  const accepted = wasAccepted(running);
  const likely = likelyCauses(say, state, failed);
  const said = failure.details.serviceMessage ?? wordFailure(say, failure);
  const code = failure.details.serviceCode;
  return {
    ...running,
    state: 'failed',
    heading: say(accepted ? 'create.notSetUp' : 'create.failed', { name: plan.name }),
    line: say(accepted ? 'create.line.failed' : 'create.line.refused', { time }),
    endedAt: at,
    steps: running.steps.map((one) => (one.state === 'running' ? { ...one, state: 'failed', at } : one)),
    said: code === undefined ? said : `${code}: ${said}`,
    requestId: failure.details.requestId ?? running.requestId,
    likely: likely.some((one) => one.icon !== 'pass')
      ? likely
      : [unknownCause(say, failure, running), ...likely],
    left: leftText(say, plan, compute),
  };
}

/** Evidence of this subnet, the open first: most likely, then possible, then ruled out. */
function likelyCauses(say: Say, state: WizardState, failed: FailedCreation): Likely[] {
  const causes = [
    ...byCode(say, failed),
    ...networkCauses(say, state, failed),
    ...addressCause(say, state),
    ...quotaCause(say, state),
  ];
  const open = causes.filter((one) => one.icon === 'error');
  const rank = (one: Likely): string => {
    if (one.icon === 'pass') return say('create.likely.ruledOut');
    return one === open[0] ? say('create.likely.most') : say('create.likely.possible');
  };
  const order: readonly Likely['icon'][] = ['error', 'unknown', 'warning', 'pass'];
  return causes
    .map((one) => ({ ...one, rank: rank(one) }))
    .sort((a, b) => order.indexOf(a.icon) - order.indexOf(b.icon));
}

/** What Azure's own code says beyond doubt. */
function byCode(say: Say, { failure, plan }: FailedCreation): Likely[] {
  if (failure.code === 'conflict') {
    const evidence = say('create.likely.takenEvidence', { name: plan.name });
    return [cause('error', say('create.likely.taken'), evidence)];
  }
  if (failure.code === 'forbidden') {
    return [cause('error', say('create.likely.permission'), say('create.likely.permissionEvidence'))];
  }
  return [];
}

/** Every flow that fails now; or, where none does, that the network is not it. */
function networkCauses(say: Say, state: WizardState, { at }: FailedCreation): Likely[] {
  const judgements = state.evaluation?.judgements ?? [];
  const open = judgements.filter((one) => countsOf(one) === 'to-fix');
  const unknown = judgements.filter((one) => countsOf(one) === 'unknown' && one.severity === 'error');
  const subnet = chosenSubnet(state)?.subnet.name;
  if (judgements.length === 0) return [];
  if (open.length === 0 && unknown.length === 0) {
    const evidence = say('create.likely.networkFine', { time: wordTime(say, at, 'seconds') });
    const name =
      subnet === undefined ? say('create.likely.managedNetwork') : say('create.likely.network', { subnet });
    return [cause('pass', name, evidence)];
  }
  return [...open, ...unknown].map((one) => {
    const words = wordVerdict(say, one);
    const icon = countsOf(one) === 'to-fix' ? 'error' : 'unknown';
    const hasFix = state.evaluation?.fixable.has(one.requirement) === true;
    const evidence = `${words.word} ${words.rest}`;
    const fixIds = hasFix ? [one.requirement] : [];
    return { ...cause(icon, requirementName(say, one.requirement), evidence), fixIds };
  });
}

function addressCause(say: Say, state: WizardState): Likely[] {
  const found = chosenSubnet(state);
  if (!found) return [];
  const { total, free } = capacityOf(found.subnet, promisedAddresses(state, found.subnet.id));
  if (total === null || free === null) return [];
  const name = say('create.likely.addresses');
  return [
    free > 0
      ? cause('pass', name, say('create.likely.addressesFree', { free, total }))
      : cause('error', name, say('create.likely.addressesNone')),
  ];
}

function quotaCause(say: Say, state: WizardState): Likely[] {
  const size = chosenVmSize(state);
  const quota = size && coresLeft(state, size.family);
  if (!size || !quota) return [];
  const icon = quota.left >= size.cores ? 'pass' : 'error';
  return [cause(icon, say('create.likely.quota'), say('create.likely.quotaEvidence', quota))];
}

function cause(icon: Likely['icon'], name: string, evidence: string): Likely {
  return { icon, rank: '', cause: name, evidence, fixIds: [] };
}

function unknownCause(say: Say, failure: AzureFailure, running: Creation): Likely {
  const id = failure.details.requestId ?? running.requestId ?? '–';
  return {
    ...cause('unknown', say('create.failUnknown', { id }), ''),
    rank: say('create.likely.possible'),
  };
}

function leftText(say: Say, plan: ComputePlan, compute: ComputeState | null): string {
  if (!compute) return say('create.leftNothing');
  const state = compute.state ?? compute.provisioningState;
  const key = plan.kind === 'cluster' ? 'create.leftCluster' : 'create.leftInstance';
  return say(key, { name: nameOf(compute.id), state });
}
