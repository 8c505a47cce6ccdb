import type { OutcomeIcon } from '../../../contract/wizard/shared-schemas';

/** An item of a list. */
export interface QuickItem {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly icon: OutcomeIcon | null;
  /** True for the default or the earlier choice, which Enter accepts. */
  readonly chosen: boolean;
  /** True if it isn't an answer to the question, so it's never chosen automatically. */
  readonly isAction?: boolean;
}

/** The position of a question. */
export interface QuickPlace {
  readonly title: string;
  /** Starts at 1. */
  readonly step: number;
  readonly steps: number;
}

/** Returns to the previous question. */
export const back = Symbol('back');
/** An answer; undefined if the user cancels. */
export type QuickAnswer = string | typeof back | undefined;

/** The parts of the editor's quick picks and input boxes that the questions need. */
export interface QuickUi {
  /** Asks for an item of a list that can still be loading. */
  pick(place: QuickPlace, items: Promise<readonly QuickItem[]>): Promise<QuickAnswer>;
  /** Asks for a line of text; `fault` states why the previous one was invalid. */
  type(
    place: QuickPlace,
    box: { readonly value: string; readonly fault: string | null },
  ): Promise<QuickAnswer>;
  /** Shows why it can't continue. */
  notify(message: string): void;
}
