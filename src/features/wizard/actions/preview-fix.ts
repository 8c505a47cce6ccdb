import { AzureFailure } from '../../../azure/failure';
import type { ChangeOutcome } from '../../../azure/ports';
import { ProblemError } from '../../../contract/problem';
import type { OtherSubnet } from '../../../checks/fixes/other-subnets';
import { judge } from '../../../checks/judge';
import type { Judgement } from '../../../core/judgement';
import { changedResources, type FixStep } from '../../../core/fix';
import { nameOf, segmentOf } from '../../../core/network/find';
import { sayReason, type Say } from '../../../messages/say';
import { wordTime } from '../../../wording/dates';
import { requirementName } from '../../../wording/requirement-words';
import { wordVerdict } from '../../../wording/verdict-words';
import type { WizardContext } from '../context';
import { judgePlan } from '../derived-plan';
import { otherSubnets } from '../other-subnets';
import { judgeFacts } from '../evaluate';
import { wordFailure } from '../failures';
import { loadedValue, type FixInPreview } from '../state';
import { change } from './change';
import { connectedAzure } from './connected';
import { readSubnet } from './read-networks';
import { proveFix } from './renew-preview';

/** Tries a fix of the named requirements on a copy and shows what it would change. */
export function previewFix(context: WizardContext, ids: readonly string[]): void {
  const { store } = context;
  const { subnet } = store.get().choices;
  const found = proveFix(context, ids);
  if (!found || subnet === null) throw notProven(context);
  store.set({ preview: { ...found, ids, subnetId: subnet, state: 'preview', outcome: null } });
}

/** Somebody else may have done it meanwhile, or made it impossible. */
function notProven({ ports }: WizardContext): ProblemError {
  return new ProblemError({ code: 'notFound', message: ports.say('fix.notProven'), retryable: false });
}

export function closeFix(context: WizardContext): void {
  context.store.set({ preview: null });
}

/** The fix goes into the code that Review writes; Azure is left as it is. */
export function putFixIntoCode(context: WizardContext, previewId: string): void {
  const preview = current(context, previewId);
  const { fixesInCode } = context.store.get().choices;
  change(context, { fixesInCode: [...fixesInCode, [...preview.ids]] });
  context.store.set({ preview: null });
}

/** Takes one requirement's fix out of the code again. */
export function takeFixOutOfCode(context: WizardContext, id: string): void {
  const { fixesInCode } = context.store.get().choices;
  const rest = fixesInCode
    .map((group) => group.filter((one) => one !== id))
    .filter((group) => group.length > 0);
  change(context, { fixesInCode: rest });
}

/** Asks once, applies, reads again, and says whether all came as previewed. True where it was applied. */
export async function applyFix(context: WizardContext, previewId: string): Promise<boolean> {
  const { ports, loads } = context;
  const preview = unapplied(context, previewId);
  const { subnetId } = preview;
  if (!(await isConfirmed(context, preview))) return false;
  unapplied(context, previewId);
  const show = (patch: Partial<FixInPreview>): void => showOutcome(context, { ...preview, ...patch });
  show({ state: 'applying' });
  const describe = (step: FixStep): string => describeStep(ports.say, step);
  try {
    const stop = loads.begin('apply');
    const outcome = await connectedAzure(context).change.apply(
      preview.model,
      preview.fix.steps,
      describe,
      stop,
    );
    if (outcome.changed.length > 0) tellChanged(context, subnetId);
    if (outcome.refused) {
      show({ state: 'refused', outcome: refusedWords(ports.say, preview, outcome) });
      await readAfterRefusal(context, subnetId, outcome);
      return false;
    }
    show({ state: 'reading' });
    await readSubnet(context, subnetId);
    show({ state: 'applied', outcome: appliedWords(context, preview) });
    return true;
  } catch (error) {
    show({ state: 'preview' });
    throw error;
  }
}

function tellChanged({ ports }: WizardContext, subnetId: string): void {
  const subscriptionId = segmentOf(subnetId, 'subscriptions');
  if (subscriptionId !== undefined) ports.changed({ is: 'networks', subscriptionId });
}

/** What was changed in part, or by somebody else, is looked at again: *Preview again* stands on it. */
async function readAfterRefusal(
  context: WizardContext,
  subnetId: string,
  { changed, refused }: ChangeOutcome,
): Promise<void> {
  const isOthers = refused?.code === 'changed' || refused?.code === 'conflict';
  if (changed.length === 0 && !isOthers && !failedLate(refused)) return;
  await readSubnet(context, subnetId, isOthers ? 'again' : 'chosen');
}

/** Azure took it and failed at it afterwards: such a failure comes from the operation and has no status. */
function failedLate(refused: ChangeOutcome['refused']): boolean {
  return refused?.code === 'refused' && refused.failure.status === undefined;
}

/** The page shows it while it is open; who went elsewhere meanwhile is told how it ended. */
function showOutcome({ store, ports }: WizardContext, next: FixInPreview): void {
  if (store.get().preview?.id === next.id) store.set({ preview: next });
  else if (next.outcome !== null) {
    ports.notify(next.outcome, ports.say('create.toast.show'), () => ports.reveal());
  }
}

function current(context: WizardContext, previewId: string): FixInPreview {
  const { preview } = context.store.get();
  if (preview?.id !== previewId) throw new AzureFailure('changed');
  return preview;
}

/** The preview, unless it is applied already or about to be: two presses are one. */
function unapplied(context: WizardContext, previewId: string): FixInPreview {
  const preview = current(context, previewId);
  if (preview.state !== 'preview') throw new AzureFailure('changed');
  return preview;
}

function isConfirmed(context: WizardContext, preview: FixInPreview): Promise<boolean> {
  const { say } = context.ports;
  const resources = changedResources(preview.fix.steps);
  const names = resources.map(nameOf).join(', ');
  const lines = resources.map((id) => changeWords(say, preview.fix.steps, id));
  const group = resources[0] ? nameOf(resources[0]) : '';
  const others = otherSubnets(context.store.get(), preview.model, preview.fix).map((one) =>
    sharedWords(say, one, group),
  );
  return context.ports.confirm({
    title: say('apply.title', { names }),
    detail: [...lines, ...others].join(' '),
    button: say('apply.button'),
  });
}

function sharedWords(say: Say, other: OtherSubnet, group: string): string {
  const subnet = nameOf(other.subnetId);
  const names = (ids: readonly string[]): string => ids.map((id) => requirementName(say, id)).join(', ');
  if (!other.before) return say('fix.sharedUnread', { subnet, group });
  if (other.worse.length > 0) {
    const key = other.withoutPublicIp ? 'fix.sharedClosesPrivate' : 'fix.sharedCloses';
    return say(key, { subnet, group, names: names(other.worse) });
  }
  return other.changed.length === 0
    ? say('fix.shared', { subnet, group })
    : say('fix.sharedOpens', { subnet, group, names: names(other.changed) });
}

/** “Adds rules 180, 190, 200 to nsg-training.” */
function changeWords(say: Say, steps: readonly FixStep[], id: string): string {
  const inserts = steps.filter((one) => one.do === 'insert' && one.into === id);
  const priorities = inserts.flatMap((one) =>
    one.do === 'insert' && one.what === 'rule' ? [one.rule.priority] : [],
  );
  const routes = inserts.flatMap((one) =>
    one.do === 'insert' && one.what === 'route' ? [one.route.name] : [],
  );
  const name = nameOf(id);
  return [
    ...(priorities.length > 0
      ? [say('apply.rules', { n: priorities.length, priorities: priorities.join(', '), name })]
      : []),
    ...(routes.length > 0 ? [say('apply.routes', { n: routes.length, names: routes.join(', '), name })] : []),
  ].join(' ');
}

/** The description a new rule carries in Azure: why it is there, cut at the 140 characters that Azure takes. */
function describeStep(say: Say, step: FixStep): string {
  const text = step.do === 'insert' && step.what === 'rule' ? sayReason(say, step.rule.why) : '';
  return text.length <= 140 ? text : `${text.slice(0, 139)}…`;
}

/** What the judge says of a subnet now, chosen or not. */
function judgedNow(context: WizardContext, subnetId: string): readonly Judgement[] {
  const state = context.store.get();
  const model = loadedValue(state.networks);
  const facts = judgeFacts(state);
  return model && facts ? judge(model, judgePlan(state, subnetId), facts) : [];
}

function appliedWords(context: WizardContext, preview: FixInPreview): string {
  const { say, now } = context.ports;
  const { staleBecause } = context.store.get();
  if (staleBecause) return say('apply.unread', { why: wordFailure(say, staleBecause) });
  const judged = judgedNow(context, preview.subnetId);
  const differing = preview.after.filter((planned) => {
    const found = judged.find((one) => one.requirement === planned.requirement);
    return found !== undefined && wordVerdict(say, found).word !== wordVerdict(say, planned).word;
  });
  return differing.length === 0
    ? say('apply.done', { time: wordTime(say, now().toISOString()) })
    : say('apply.differs', { n: differing.length });
}

function refusedWords(say: Say, { fix }: FixInPreview, { changed, refused }: ChangeOutcome): string {
  if (!refused) return '';
  const { id } = refused;
  const failure = new AzureFailure(refused.code, refused.failure);
  const name = nameOf(id);
  if (failure.code === 'changed' || failure.code === 'conflict') return say('apply.changed', { name });
  if (failure.code === 'forbidden') {
    return say('apply.forbidden', { name, group: segmentOf(id, 'resourceGroups') ?? '' });
  }
  const why = wordFailure(say, failure);
  if (failedLate(refused)) return say('apply.late', { name, why });
  return changed.length > 0
    ? say('apply.partly', { n: changed.length, m: changedResources(fix.steps).length, name, why })
    : say('apply.refused', { name, why });
}
