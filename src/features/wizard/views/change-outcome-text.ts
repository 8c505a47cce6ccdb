import { AzureFailure } from '../../../azure/failure';
import type { ChangeOutcome } from '../../../azure/ports';
import { checkSubnet } from '../../../checks/check-subnet';
import { changedResources, type Fix } from '../../../core/fix';
import type { CheckResult } from '../../../core/check-result';
import { nameOf, sameId, segmentOf } from '../../../core/network/find';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { formatTime } from '../../../wording/dates';
import { formatOutcome } from '../../../wording/outcome-text';
import type { WizardContext } from '../context';
import { planToCheck } from '../derived-plan';
import { checkInputOf } from '../check-input';
import { formatFailure } from '../failures';
import { isNotReadYet } from '../not-read-yet';
import { loadedValue, type FixInPreview } from '../state';

/** How it ended well: as previewed, otherwise, or not readable. */
export function appliedText(context: WizardContext, preview: FixInPreview): string {
  const { say, now } = context.ports;
  const { staleBecause } = context.store.get();
  if (staleBecause) return say('apply.unread', { why: formatFailure(say, staleBecause) });
  const judged = checkedNow(context, preview.subnetId);
  const differing = preview.after.filter((planned) => {
    const found = judged.find((one) => one.requirement === planned.requirement);
    if (found === undefined || isNotReadYet(planned) || isNotReadYet(found)) return false;
    return formatOutcome(say, found).word !== formatOutcome(say, planned).word;
  });
  if (differing.length > 0) return say('apply.differs', { n: differing.length });
  const time = formatTime(say, now().toISOString());
  return say(preview.kind === 'undo' ? 'undo.done' : 'apply.done', { time });
}

/** What the check says of a subnet now, chosen or not. */
function checkedNow(context: WizardContext, subnetId: string): readonly CheckResult[] {
  const state = context.store.get();
  const model = loadedValue(state.networks);
  const facts = checkInputOf(state);
  return model && facts ? checkSubnet(model, planToCheck(state, subnetId), facts) : [];
}

/** What stopped it, what is changed all the same, and what to do about it. */
export function refusedText(
  say: Say,
  { fix }: FixInPreview,
  { changed, refused, waiting }: ChangeOutcome,
): string {
  if (!refused) return waitingText(say, fix, waiting);
  if (changed.length === 0) return refusal(say, refused, 'apply.changed');
  const why = refusal(say, refused, 'apply.changedRest');
  const m = changedResources(fix.steps).length;
  return `${say('apply.partly', { n: changed.length, m, names: formatList(say, changed.map(nameOf)) })} ${why}`;
}

/** Of an endpoint that is made: whom it waits for. */
function waitingText(say: Say, { steps }: Fix, waiting = ''): string {
  const step = steps.find((one) => one.do === 'connect' && sameId(one.id, waiting));
  const target = step?.do === 'connect' ? nameOf(step.target) : '';
  return say('apply.waiting', { name: nameOf(waiting), target });
}

type Refused = NonNullable<ChangeOutcome['refused']>;

/** Azure took it and failed at it afterwards: such a failure comes from the operation and has no status. */
export function failedLate(refused: ChangeOutcome['refused']): boolean {
  return refused?.code === 'refused' && refused.failure.status === undefined;
}

function refusal(say: Say, refused: Refused, whenChanged: MessageKey): string {
  const { id, code, failure } = refused;
  const name = nameOf(id);
  const group = segmentOf(id, 'resourceGroups') ?? '';
  const own = byService[failure.serviceCode ?? ''] ?? (code === 'changed' ? whenChanged : byCode[code]);
  const why = formatFailure(say, new AzureFailure(code, failure));
  if (failedLate(refused)) return say('apply.late', { name, why });
  return own ? say(own, { name, group, why }) : say('apply.refused', { name, why });
}

/** Azure's own codes come first: 403, 409 and 429 each stand for several things. */
const byService: Readonly<Record<string, MessageKey>> = {
  RequestDisallowedByPolicy: 'apply.policy',
  ScopeLocked: 'apply.locked',
  AnotherOperationInProgress: 'apply.busy',
};

const byCode: Readonly<Partial<Record<Refused['code'], MessageKey>>> = {
  conflict: 'apply.taken',
  forbidden: 'apply.forbidden',
  notFound: 'apply.gone',
  cancelled: 'apply.stopped',
  timeout: 'apply.unsure',
  offline: 'apply.unsure',
};
