import { deadlines } from '../../../azure/deadline';
import { AzureFailure } from '../../../azure/failure';
import { askForAccount } from '../../../azure-store/ask-for-account';
import type { ChangeOutcome } from '../../../azure/ports';
import { checkSubnet, type CheckInput } from '../../../checks/check-subnet';
import type { CheckResult } from '../../../core/check-result';
import { nameOf, sameId, segmentOf } from '../../../core/network/find';
import { changedResources, isServiceChange, type ResourceChange } from '../../../core/resource-change';
import { stateOf } from '../../../core/change';
import { sayReason, type Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { formatChange } from '../../../wording/change-text';
import { traitsOf } from '../../../core/compute-kinds';
import { checkInputOf } from '../check-input';
import { tryFailedAgain } from './next-steps';
import type { WizardContext } from '../context';
import { canDelete } from '../creation-state';
import { planToCheck } from '../derived-plan';
import { otherSubnets } from '../other-subnets';
import { loadedValue, type FixInPreview, type FixOutcome } from '../state';
import { failedLate, fixOutcomeText } from '../change-outcome-text';
import { formatOtherSubnets } from '../../../wording/other-subnet-text';
import { startedFix } from '../started-fix';
import { change } from './change';
import { connectedAzure } from './connected';
import { applicable, closeFix, current } from './preview-fix';
import { loadWorkspaceParts } from './choose-workspace';
import { readSubnet } from './read-networks';
import { loadServices } from './read-services';

/**
 * Applies a fix after a confirmation, reads the networks again, and records whether the result is as previewed. Then
 * retries the failed creation, if requested.
 * @returns whether it was applied
 */
export async function applyPreviewedFix(context: WizardContext, previewId: string): Promise<boolean> {
  const preview = applicable(context, previewId);
  if (!(await askForAccount(context.ports.store, () => isConfirmed(context, preview)))) return false;
  const isApplied = await apply(context, applicable(context, previewId));
  if (isApplied && preview.retries) await tryCreationAgain(context, previewId);
  return isApplied;
}

/** Retries the creation if the result is as previewed and the preview is still open. */
async function tryCreationAgain(context: WizardContext, previewId: string): Promise<void> {
  const { preview } = context.store.get();
  if (preview?.id !== previewId || preview.outcome?.is !== 'as-previewed') return;
  await closeFix(context);
  await tryFailedAgain(context);
}

/** Continues after a refusal or a stop. Changes that were already applied stay, and aren't written again. */
export async function continueFix(context: WizardContext, previewId: string): Promise<boolean> {
  const preview = current(context, previewId);
  if (preview.state !== 'refused' || preview.changed.length === 0) throw new AzureFailure('changed');
  return apply(context, preview);
}

/** Stops sending changes. A change that was already sent to Azure can still take effect. */
export function stopFix({ loads }: WizardContext): void {
  loads.stop('apply');
}

async function apply(context: WizardContext, preview: FixInPreview): Promise<boolean> {
  let shown: FixInPreview = { ...preview, state: 'applying', outcome: null };
  const show = (patch: Partial<FixInPreview>): void => {
    shown = { ...shown, ...patch };
    showOutcome(context, shown);
  };
  show({});
  change(context, { applying: startedFix(preview.subnetId, preview.fix.changes) });
  try {
    const outcome = await send(context, shown, show);
    const { changed, ...by } = outcome;
    if (outcome.refused || outcome.waiting !== undefined) {
      show({ state: 'refused', changed, outcome: { is: 'ended', by } });
      await readAfterRefusal(context, preview, outcome);
      return false;
    }
    show({ state: 'reading', changed, current: null });
    await readRelated(context, preview);
    await readSubnet(context, preview.subnetId, { changed });
    const left = loadedValue(context.store.get().networks) ?? null;
    show({ state: 'applied', outcome: appliedOutcome(context, preview), left });
    return true;
  } catch (error) {
    show({ state: 'preview', current: null });
    throw error;
  } finally {
    change(context, { applying: null });
  }
}

/** Returns the outcome of an applied fix: as previewed, different, or not readable. */
function appliedOutcome(context: WizardContext, preview: FixInPreview): FixOutcome {
  const { staleBecause } = context.store.get();
  if (staleBecause) return { is: 'unread', why: staleBecause };
  // Data that is read after the preview, such as a service's region, changes results, but not because of the fix.
  const [current, asPreviewed] = [checkInputOf(context.store.get()), preview.facts].map((facts) =>
    facts ? checkedWith(context, preview.subnetId, facts) : [],
  );
  const differsFrom = (results: readonly CheckResult[] | undefined, planned: CheckResult): boolean => {
    const found = results?.find((one) => one.requirement === planned.requirement);
    return found !== undefined && found.outcome.is !== planned.outcome.is;
  };
  const differing = preview.after.filter((one) => differsFrom(current, one) && differsFrom(asPreviewed, one));
  return differing.length > 0
    ? { is: 'otherwise', results: differing.length }
    : { is: 'as-previewed', at: context.ports.now().toISOString() };
}

/** Checks a subnet, chosen or not, in the current networks. */
function checkedWith(context: WizardContext, subnetId: string, facts: CheckInput): readonly CheckResult[] {
  const state = context.store.get();
  const model = loadedValue(state.networks);
  return model ? checkSubnet(model, planToCheck(state, subnetId), facts) : [];
}

/**
 * Reads services again if the fix changed resources outside of the network. If it created or deleted a private endpoint
 * for the workspace, also reads the workspace.
 */
async function readRelated(context: WizardContext, { fix }: FixInPreview): Promise<void> {
  if (!fix.changes.some(isServiceChange)) return;
  const { workspace } = context.store.get().choices;
  const isOfWorkspace = (one: ResourceChange): boolean =>
    one.type === 'endpoint' && sameId(stateOf(one).target, workspace ?? '');
  if (workspace !== null && fix.changes.some(isOfWorkspace)) {
    await loadWorkspaceParts(context, workspace, 'again');
  }
  await loadServices(context, 'again');
}

function send(
  context: WizardContext,
  { fix, model, changed }: FixInPreview,
  show: (patch: Partial<FixInPreview>) => void,
): Promise<ChangeOutcome> {
  const { ports, loads, clock } = context;
  const stop = loads.begin('apply');
  const done: string[] = [...changed];
  const change = {
    model,
    changes: fix.changes,
    describe: (one: ResourceChange) => describeChange(ports.say, one),
    done: changed,
  };
  const onEvent = ({ is, id }: { readonly is: 'started' | 'changed'; readonly id: string }): void => {
    if (is === 'changed') done.push(id);
    const waitsUntil = new Date(clock.now().getTime() + deadlines.write * 1000).toISOString();
    show({ changed: [...done], current: is === 'started' ? id : null, waitsUntil });
  };
  return connectedAzure(context).change.apply(change, onEvent, stop);
}

/** Reads again what was changed in part, or by another person. *Preview again* needs that data. */
async function readAfterRefusal(
  context: WizardContext,
  preview: FixInPreview,
  { changed, refused, waiting }: ChangeOutcome,
): Promise<void> {
  const isOthers = refused?.code === 'changed' || refused?.code === 'conflict';
  const isWaiting = waiting !== undefined;
  if (changed.length === 0 && !isOthers && !isWaiting && !failedLate(refused)) return;
  await readRelated(context, preview);
  await readSubnet(context, preview.subnetId, isOthers ? 'again' : { changed });
}

/** Shows the outcome in the open preview. If it isn't open anymore, shows a notification. */
function showOutcome({ store, ports }: WizardContext, next: FixInPreview): void {
  if (['applied', 'refused'].includes(next.state) && next.changed.length > 0) {
    store.set({ applied: next.kind === 'fix' ? next : null });
  }
  if (store.get().preview?.id === next.id) store.set({ preview: next });
  else {
    const ended = fixOutcomeText(ports.say, next);
    if (ended !== null) ports.notify(ended, ports.say('create.toast.show'), () => ports.reveal());
  }
}

function isConfirmed(context: WizardContext, preview: FixInPreview): Promise<boolean> {
  const { say } = context.ports;
  const resources = changedResources(preview.fix.changes);
  const [first = ''] = resources;
  const notes = preview.fix.notes.map((note) => sayReason(say, note));
  const lines = resources.flatMap((id) => formatChange(say, preview.fix.changes, id));
  const others = otherSubnets(context.store.get(), preview.model, preview.fix);
  const shared = (isWorse: boolean): readonly string[] =>
    formatOtherSubnets(
      say,
      others.filter(({ worse }) => worse.length > 0 === isWorse),
      nameOf(first),
    );
  return context.ports.confirm({
    title: say(preview.kind === 'undo' ? 'undo.title' : 'apply.title', {
      names: formatList(say, resources.map(nameOf)),
    }),
    // Subnets that get worse come first.
    detail: [...shared(true), ...lines, ...shared(false), ...notes, ...thenRetried(context, preview)].join(
      ' ',
    ),
    button: say(preview.kind === 'undo' ? 'undo.button' : 'apply.button'),
  });
}

function thenRetried({ ports, store }: WizardContext, { retries }: FixInPreview): readonly string[] {
  const { creation } = store.get();
  if (!retries || !creation) return [];
  const { kind, name } = creation.plan;
  const { action } = traitsOf(kind);
  // The remaining resource occupies the name. Its deletion is a separate question.
  return [ports.say(canDelete(creation) ? `${action}.thenDelete` : `${action}.thenRetry`, { name })];
}

/**
 * Returns the description of a new rule, or the message of an endpoint request. Cut to Azure's limit of 140 characters.
 */
function describeChange(say: Say, change: ResourceChange): string {
  const text = describedAs(say, change);
  return text.length <= 140 ? text : `${text.slice(0, 139)}…`;
}

function describedAs(say: Say, { type, after }: ResourceChange): string {
  if (type === 'rule' && after) return sayReason(say, after.why);
  if (type !== 'endpoint' || !after) return '';
  return say('apply.request', { network: segmentOf(after.subnet, 'virtualNetworks') ?? '' });
}
