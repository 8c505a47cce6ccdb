import type { Handlers } from '../../../contract/channel';
import type { WizardChannel } from '../../../contract/wizard/channel';
import type { ListState, OutcomeCell } from '../../../contract/wizard/shared-schemas';
import type { Say } from '../../../messages/say';
import type { WizardViews } from '../views/views';
import type { QuickItem } from './question';

export type WizardCalls = Handlers<WizardChannel>;

/** One question, as the plan stands now. */
export type QuickPickStep = PickStep | TypeStep;

export interface PickStep {
  readonly is: 'pick';
  readonly title: string;
  /** The list, read from the newest snapshots. */
  list(views: WizardViews): { readonly state: ListState; readonly items: readonly QuickItem[] };
  choose(value: string): Promise<unknown>;
}

export interface TypeStep {
  readonly is: 'type';
  readonly title: string;
  readonly value: string;
  /** Takes the text, and says what is wrong with it. */
  choose(text: string): Promise<string | null>;
}

export interface StepContext {
  readonly say: Say;
  readonly call: WizardCalls;
  views(): WizardViews;
  /** The name of the plan, or a free one where it's taken. */
  freeName(): string;
}

/** Nobody stops a choice that was made. */
export const never = new AbortController().signal;
export const ready: ListState = { is: 'ready' };

/** A row's result as its line's detail. */
export function outcomeDetail(row: { readonly outcome: OutcomeCell | null; readonly unfit: string | null }) {
  return row.unfit === null
    ? { detail: row.outcome?.text ?? '', icon: row.outcome?.icon ?? null }
    : { detail: row.unfit, icon: 'unfit' as const };
}

/** A line with what it is not given left out. */
export function item(said: Pick<QuickItem, 'value' | 'label' | 'chosen'> & Partial<QuickItem>): QuickItem {
  return { description: '', detail: '', icon: null, ...said };
}
