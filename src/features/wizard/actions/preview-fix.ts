import { AzureFailure } from '../../../azure/failure';
import { ProblemError } from '../../../contract/call-error';
import { onlyByDefault } from '../../../checks/fixes/deny-other-outbound';
import type { NewRuleOptions, FixOptions } from '../../../checks/fixes/fix-options';
import { subnetChoice } from '../selection';
import type { WizardContext } from '../context';
import { loadedValue, type FixInPreview } from '../state';
import { ownedHop } from '../tunnel-target';
import { askOwner, alternativeId } from '../alternative-id';
import { change } from './change';
import { storeCodeOptions, withoutCodeOptions } from './code-options';
import { readSubnet } from './read-networks';
import { proveFix, type FixRequest, type FixWithAlternatives } from './renew-preview';

/**
 * Tries a fix of the named requirements on a copy and shows what it would change. What costs or removes something is shown
 * with them, and chosen in the preview alone.
 */
export function previewFix(context: WizardContext, ids: readonly string[], retries = false): void {
  const apart = context.store.get().evaluation?.apart;
  const fixable = stillFixable(context, ids);
  if (fixable.length === 0) throw notTested(context, 'fix.notProven');
  const plain = fixable.filter((id) => apart?.has(id) !== true);
  preview(context, plain, { options: {}, retries });
}

/** What somebody else's change has left no fix for keeps the others from none; of no fix at all the caller is told. */
function stillFixable({ store }: WizardContext, ids: readonly string[]): readonly string[] {
  const fixable = store.get().evaluation?.fixable;
  const left = ids.filter((id) => fixable?.has(id) === true);
  return left.length > 0 ? left : ids;
}

/** *Close the rest…*: what leaves only by default passes by rules of one's own, and nothing else leaves. */
export function previewClosing(context: WizardContext): void {
  const results = context.store.get().evaluation?.results ?? [];
  preview(context, onlyByDefault(results), { options: { closesRest: true }, retries: false });
}

/** What else a preview begins with. */
type PreviewStart = Pick<FixInPreview, 'options' | 'retries'>;

function preview(context: WizardContext, ids: readonly string[], { options, retries }: PreviewStart): void {
  const state = context.store.get();
  const subnetId = subnetChoice(state);
  const model = loadedValue(state.networks);
  const found = model && proveFix(context, { model, ids, options });
  if (!model || !found || subnetId === null) throw notTested(context, 'fix.notProven');
  show(context, { model, ids, options, retries, subnetId }, found);
}

function show(
  { store }: WizardContext,
  wanted: FixRequest & Pick<FixInPreview, 'subnetId' | 'retries'>,
  found: FixWithAlternatives,
): void {
  const { previews } = store.get();
  store.set({
    previews: previews + 1,
    preview: {
      ...wanted,
      ...found,
      id: String(previews + 1),
      kind: 'fix',
      asksOwner: false,
      state: 'preview',
      changed: [],
      current: null,
      outcome: null,
      left: null,
    },
  });
}

/** What a person may choose otherwise in an open preview; what is not said stays. */
export interface FixChoice {
  readonly preview: string;
  readonly ids?: readonly string[] | undefined;
  readonly way?: string | undefined;
  readonly includeOthers?: boolean | undefined;
  readonly entry?: (NewRuleOptions & { readonly key: string }) | undefined;
}

/** Proves the fix again as it is now wished; where that cannot be proven, the preview stays and the caller is told. */
export function changeFix(context: WizardContext, choice: FixChoice): void {
  const preview = unapplied(context, choice.preview);
  if (preview.kind === 'undo') throw new AzureFailure('badRequest');
  if (choice.way === askOwner) {
    if (ownedHop(preview.model, preview.fix) === null) throw new AzureFailure('badRequest');
    context.store.set({ preview: { ...preview, asksOwner: true } });
    return;
  }
  const { model, subnetId, retries } = preview;
  const ids = choice.ids ?? preview.ids;
  const options = optionsAfter(preview, choice);
  const wanted = { model, subnetId, retries, ids, options };
  const found = proveFix(context, wanted);
  if (found) {
    show(context, wanted, found);
    return;
  }
  // Other requirements may leave the chosen way none: then the first that is proven.
  const { way, ...anyWay } = options;
  const other =
    way && choice.way === undefined ? proveFix(context, { ...wanted, options: anyWay }) : undefined;
  if (!other) throw notTested(context, 'preview.notProven');
  show(context, { ...wanted, options: anyWay }, other);
}

/** Somebody else may have done it meanwhile, or made it impossible; or the choices do not go together. */
function notTested({ ports }: WizardContext, key: 'fix.notProven' | 'preview.notProven'): ProblemError {
  return new ProblemError({ code: 'notFound', message: ports.say(key), retryable: false });
}

function optionsAfter({ options, ways }: FixInPreview, choice: FixChoice): FixOptions {
  const { way, includeOthers, entry } = choice;
  const chosen = way === undefined ? options.way : ways.find((one) => alternativeId(one) === way);
  if (way !== undefined && !chosen) throw new AzureFailure('badRequest');
  const entries = new Map(options.entries);
  if (entry) entries.set(entry.key, { name: entry.name, priority: entry.priority });
  return {
    ...(chosen ? { way: chosen } : {}),
    ...(options.closesRest === true ? { closesRest: true } : {}),
    includeOthers: includeOthers ?? options.includeOthers === true,
    entries,
  };
}

/** Back to the plan. What was applied in part may not have been read again. */
export async function closeFix(context: WizardContext): Promise<void> {
  const { preview } = context.store.get();
  context.store.set({ preview: null });
  if (preview?.state === 'refused' && preview.changed.length > 0) await readSubnet(context, preview.subnetId);
}

/** The fix goes into the code that Review writes; Azure is left as it is. */
export function putFixIntoCode(context: WizardContext, previewId: string): void {
  const preview = applicable(context, previewId);
  const { fixesInCode, fixWishes } = context.store.get().choices;
  change(context, {
    fixesInCode: [...fixesInCode, [...preview.ids]],
    fixWishes: storeCodeOptions(fixWishes, preview.ids, preview.options),
  });
  context.store.set({ preview: null });
}

/** Takes one requirement's fix out of the code again. */
export function takeFixOutOfCode(context: WizardContext, id: string): void {
  const { fixesInCode, fixWishes } = context.store.get().choices;
  const rest = fixesInCode
    .map((group) => group.filter((one) => one !== id))
    .filter((group) => group.length > 0);
  change(context, { fixesInCode: rest, fixWishes: withoutCodeOptions(fixWishes, id) });
}

/** The preview that the page names; another one is never acted on. */
export function current(context: WizardContext, previewId: string): FixInPreview {
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

/** The preview, where it changes something and all that was typed into it can be. */
export function applicable(context: WizardContext, previewId: string): FixInPreview {
  const preview = unapplied(context, previewId);
  const isFaulty = preview.entries.some((one) => one.fault !== null);
  if (preview.asksOwner || isFaulty || preview.fix.changes.length === 0) throw new AzureFailure('badRequest');
  return preview;
}
