import { AzureFailure } from '../../../azure/failure';
import { ProblemError } from '../../../contract/call-error';
import { onlyByDefault } from '../../../checks/fixes/deny-other-outbound';
import type { NewRuleOptions, FixOptions } from '../../../checks/fixes/fix-options';
import { subnetChoice } from '../selection';
import type { WizardContext } from '../context';
import { loadedValue, type FixInPreview } from '../state';
import { ownedHop } from '../tunnel-target';
import { ownerRequestId, alternativeId } from '../alternative-id';
import { change } from './change';
import { storeCodeOptions, withoutCodeOptions } from './code-options';
import { readSubnet } from './read-networks';
import { testFix, type FixRequest, type FixWithAlternatives } from './renew-preview';

/**
 * Tests a fix of the requirements on a copy, and previews its changes.
 * Fixes that cost or remove something are listed, but only selected in the preview.
 */
export function previewFix(context: WizardContext, ids: readonly string[], retries = false): void {
  const apart = context.store.get().evaluation?.apart;
  const fixable = stillFixable(context, ids);
  if (fixable.length === 0) throw notTested(context, 'fix.notTested');
  const plain = fixable.filter((id) => apart?.has(id) !== true);
  preview(context, plain, { requested: fixable, options: {}, retries });
}

/** Returns the requirements that still have a fix. If none has, returns all, so that the caller can report it. */
function stillFixable({ store }: WizardContext, ids: readonly string[]): readonly string[] {
  const fixable = store.get().evaluation?.fixable;
  const left = ids.filter((id) => fixable?.has(id) === true);
  return left.length > 0 ? left : ids;
}

/**
 * Previews explicit rules for flows that rely on default rules, and the denial of other outbound traffic (*Close the
 * rest…*).
 */
export function previewClosing(context: WizardContext): void {
  const results = context.store.get().evaluation?.results ?? [];
  const ids = onlyByDefault(results);
  preview(context, ids, { requested: ids, options: { deniesOtherOutbound: true }, retries: false });
}

/** Other initial values of a preview. */
type PreviewStart = Pick<FixInPreview, 'requested' | 'options' | 'retries'>;

function preview(context: WizardContext, ids: readonly string[], start: PreviewStart): void {
  const state = context.store.get();
  const subnetId = subnetChoice(state);
  const model = loadedValue(state.networks);
  const found = model && testFix(context, { model, ids, options: start.options });
  if (!model || !found || subnetId === null) throw notTested(context, 'fix.notTested');
  show(context, { model, ids, ...start, subnetId }, found);
}

function show(
  { store }: WizardContext,
  fixRequest: FixRequest & Pick<FixInPreview, 'subnetId' | 'requested' | 'retries'>,
  found: FixWithAlternatives,
): void {
  const { previews } = store.get();
  store.set({
    previews: previews + 1,
    preview: {
      ...fixRequest,
      ...found,
      id: String(previews + 1),
      kind: 'fix',
      isOwnerRequest: false,
      state: 'preview',
      changed: [],
      current: null,
      outcome: null,
      left: null,
    },
  });
}

/** Changes of an open preview. Omitted values stay. */
export interface FixChoice {
  readonly preview: string;
  readonly ids?: readonly string[] | undefined;
  readonly alternative?: string | undefined;
  readonly includeOthers?: boolean | undefined;
  readonly entry?: (NewRuleOptions & { readonly key: string }) | undefined;
}

/** Tests the fix again with changed options. If it can't be tested, the preview stays, and an error is thrown. */
export function changeFix(context: WizardContext, choice: FixChoice): void {
  const preview = unapplied(context, choice.preview);
  if (preview.kind === 'undo') throw new AzureFailure('badRequest');
  if (choice.alternative === ownerRequestId) {
    if (ownedHop(preview.model, preview.fix) === null) throw new AzureFailure('badRequest');
    context.store.set({ preview: { ...preview, isOwnerRequest: true } });
    return;
  }
  const { model, subnetId, requested, retries } = preview;
  const ids = choice.ids ?? preview.ids;
  const options = optionsAfter(preview, choice);
  const fixRequest = { model, subnetId, requested, retries, ids, options };
  const found = testFix(context, fixRequest);
  if (found) {
    show(context, fixRequest, found);
    return;
  }
  // With other requirements, the chosen alternative can be impossible: use the first tested one.
  const { alternative, ...withoutAlternative } = options;
  const other =
    alternative && choice.alternative === undefined
      ? testFix(context, { ...fixRequest, options: withoutAlternative })
      : undefined;
  if (!other) throw notTested(context, 'preview.notTested');
  show(context, { ...fixRequest, options: withoutAlternative }, other);
}

/** Error if a fix can't be tested: another person has fixed it or made it impossible, or the options conflict. */
function notTested({ ports }: WizardContext, key: 'fix.notTested' | 'preview.notTested'): ProblemError {
  return new ProblemError({ code: 'notFound', message: ports.say(key), retryable: false });
}

function optionsAfter({ options, alternatives }: FixInPreview, choice: FixChoice): FixOptions {
  const { alternative, includeOthers, entry } = choice;
  const chosen =
    alternative === undefined
      ? options.alternative
      : alternatives.find((one) => alternativeId(one) === alternative);
  if (alternative !== undefined && !chosen) throw new AzureFailure('badRequest');
  const entries = new Map(options.entries);
  if (entry) entries.set(entry.key, { name: entry.name, priority: entry.priority });
  return {
    ...(chosen ? { alternative: chosen } : {}),
    ...(options.deniesOtherOutbound === true ? { deniesOtherOutbound: true } : {}),
    includeOthers: includeOthers ?? options.includeOthers === true,
    entries,
  };
}

/** Returns to the plan. A partly applied fix may require another read. */
export async function closeFix(context: WizardContext): Promise<void> {
  const { preview } = context.store.get();
  context.store.set({ preview: null });
  if (preview?.state === 'refused' && preview.changed.length > 0) await readSubnet(context, preview.subnetId);
}

/** Adds the fix to the code that Review writes. Azure isn't changed. */
export function putFixIntoCode(context: WizardContext, previewId: string): void {
  const preview = applicable(context, previewId);
  const { fixesInCode, fixOptionsInCode } = context.store.get().choices;
  change(context, {
    fixesInCode: [...fixesInCode, [...preview.ids]],
    fixOptionsInCode: storeCodeOptions(fixOptionsInCode, preview.ids, preview.options),
  });
  context.store.set({ preview: null });
}

/** Removes one requirement's fix from the code. */
export function removeFixFromCode(context: WizardContext, id: string): void {
  const { fixesInCode, fixOptionsInCode } = context.store.get().choices;
  const rest = fixesInCode
    .map((group) => group.filter((one) => one !== id))
    .filter((group) => group.length > 0);
  change(context, { fixesInCode: rest, fixOptionsInCode: withoutCodeOptions(fixOptionsInCode, id) });
}

/** Returns the preview with this ID. Throws if another one is shown. */
export function current(context: WizardContext, previewId: string): FixInPreview {
  const { preview } = context.store.get();
  if (preview?.id === previewId) return preview;
  throw outdatedPreview(context, preview === null ? 'outdated.previewClosed' : 'outdated.preview');
}

/** Returns the preview. Throws if it was applied or is being applied, so that a repeated call does nothing. */
function unapplied(context: WizardContext, previewId: string): FixInPreview {
  const preview = current(context, previewId);
  if (preview.state === 'outdated') throw new AzureFailure('changed');
  if (preview.state !== 'preview') throw outdatedPreview(context, 'outdated.previewStarted');
  return preview;
}

type OutdatedPreview =
  'outdated.creation' | 'outdated.preview' | 'outdated.previewClosed' | 'outdated.previewStarted';

/** Error of a call about a preview that the page no longer shows. Azure didn't change. */
export function outdatedPreview({ ports }: WizardContext, key: OutdatedPreview): ProblemError {
  return new ProblemError({ code: 'changed', message: ports.say(key), retryable: false });
}

/** Returns the preview. Throws if it doesn't change anything, or if an input is invalid. */
export function applicable(context: WizardContext, previewId: string): FixInPreview {
  const preview = unapplied(context, previewId);
  const isFaulty = preview.entries.some((one) => one.fault !== null);
  if (preview.isOwnerRequest || isFaulty || preview.fix.changes.length === 0) {
    throw new AzureFailure('badRequest');
  }
  return preview;
}
