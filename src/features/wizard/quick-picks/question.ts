import type { OutcomeIcon } from '../../../contract/wizard/shared-schemas';

/** One line of a list. */
export interface QuickItem {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly icon: OutcomeIcon | null;
  /** The default, or what was chosen before: it is the line that Enter takes. */
  readonly chosen: boolean;
  /** It's not one of what the question asks for, so it's never chosen unasked. */
  readonly isAction?: boolean;
}

/** Where a question stands among the others. */
export interface QuickPlace {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
}

/** The question before is asked again. */
export const back = Symbol('back');
/** An answer; undefined where the person gave up. */
export type QuickAnswer = string | typeof back | undefined;

/** The editor's own lists and boxes, as far as the questions need them. */
export interface QuickUi {
  /** Asks for one of a list that may still be on its way. */
  pick(place: QuickPlace, items: Promise<readonly QuickItem[]>): Promise<QuickAnswer>;
  /** Asks for a line of text; `fault` says what is wrong with the one before. */
  type(
    place: QuickPlace,
    box: { readonly value: string; readonly fault: string | null },
  ): Promise<QuickAnswer>;
  /** Says why it cannot go on. */
  tell(message: string): void;
}
