import type { Handlers } from '../../../contract/channel';
import type { WizardChannel } from '../../../contract/wizard/channel';
import type { ListState, OutcomeCell } from '../../../contract/wizard/shared-schemas';
import type { Say } from '../../../messages/say';
import type { WizardViews } from '../views/views';
import type { QuickItem } from './question';

export type WizardCalls = Handlers<WizardChannel>;

/** A question about the current plan. */
export type QuickPickStep = PickStep | TypeStep;

export interface PickStep {
  readonly is: 'pick';
  readonly title: string;
  /** Returns the list from the latest snapshots. */
  list(views: WizardViews): { readonly state: ListState; readonly items: readonly QuickItem[] };
  choose(value: string): Promise<unknown>;
}

export interface TypeStep {
  readonly is: 'type';
  readonly title: string;
  readonly value: string;
  /** Stores the text, and returns why it's invalid. */
  choose(text: string): Promise<string | null>;
}

export interface StepContext {
  readonly say: Say;
  readonly call: WizardCalls;
  views(): WizardViews;
  /** Returns the plan's name, or an unused one if it's taken. */
  freeName(): string;
}

/** A signal that never aborts, because choices can't be canceled. */
export const never = new AbortController().signal;
export const ready: ListState = { is: 'ready' };

/** Returns a row's result as the detail of its item. */
export function outcomeDetail(row: { readonly outcome: OutcomeCell | null; readonly unfit: string | null }) {
  return row.unfit === null
    ? { detail: row.outcome?.text ?? '', icon: row.outcome?.icon ?? null }
    : { detail: row.unfit, icon: 'unfit' as const };
}

/** Creates an item with defaults. */
export function item(fields: Pick<QuickItem, 'value' | 'label' | 'chosen'> & Partial<QuickItem>): QuickItem {
  return { description: '', detail: '', icon: null, ...fields };
}
