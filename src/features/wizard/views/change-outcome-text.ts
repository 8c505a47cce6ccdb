import { AzureFailure } from '../../../azure/failure';
import type { ChangeOutcome } from '../../../azure/ports';
import { checkSubnet, type CheckInput } from '../../../checks/check-subnet';
import type { Fix } from '../../../core/fix';
import type { CheckResult } from '../../../core/check-result';
import { nameOf, sameId, segmentOf } from '../../../core/network/find';
import { changedResources } from '../../../core/resource-change';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { formatTime } from '../../../wording/dates';
import { formatOutcome } from '../../../wording/outcome-text';
import type { WizardContext } from '../context';
import { planToCheck } from '../derived-plan';
import { checkInputOf } from '../check-input';
import { formatFailure } from '../failures';
import { loadedValue, type FixInPreview } from '../state';

/** How it ended well: as previewed, otherwise, or not readable. */
export function appliedText(context: WizardContext, preview: FixInPreview): string {
  const { say, now } = context.ports;
  const { staleBecause } = context.store.get();
  if (staleBecause) return say('apply.unread', { why: formatFailure(say, staleBecause) });
  // What is read after the preview, such as a service's region, changes results, but not because of the fix.
  const [current, asPreviewed] = [checkInputOf(context.store.get()), preview.facts].map((facts) =>
    facts ? checkedWith(context, preview.subnetId, facts) : [],
  );
  const differsFrom = (results: readonly CheckResult[] | undefined, planned: CheckResult): boolean => {
    const found = results?.find((one) => one.requirement === planned.requirement);
    return found !== undefined && formatOutcome(say, found).word !== formatOutcome(say, planned).word;
  };
  const differing = preview.after.filter((one) => differsFrom(current, one) && differsFrom(asPreviewed, one));
  if (differing.length > 0) return say('apply.differs', { n: differing.length });
  const time = formatTime(say, now().toISOString());
  return say(preview.kind === 'undo' ? 'undo.done' : 'apply.done', { time });
}

/** The results of a subnet, chosen or not, in the networks as they are now. */
function checkedWith(context: WizardContext, subnetId: string, facts: CheckInput): readonly CheckResult[] {
  const state = context.store.get();
  const model = loadedValue(state.networks);
  return model ? checkSubnet(model, planToCheck(state, subnetId), facts) : [];
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
  const m = changedResources(fix.changes).length;
  return `${say('apply.partly', { n: changed.length, m, names: formatList(say, changed.map(nameOf)) })} ${why}`;
}

/** Of an endpoint that is made: whom it waits for. */
function waitingText(say: Say, { changes }: Fix, waiting = ''): string {
  const endpoint = changes.find((one) => one.type === 'endpoint' && sameId(one.id, waiting));
  const target = endpoint?.type === 'endpoint' ? nameOf(endpoint.after?.target ?? '') : '';
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
