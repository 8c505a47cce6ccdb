import { displayText } from '@messages/display-text-messages';

/** An option of a combobox. `details` are columns after the label, which shrink before it does. */
export interface ComboOption {
  readonly id: string;
  readonly label: string;
  readonly details: readonly string[];
  /** Text after the label in the closed box. */
  readonly more: string;
  /** Whether it is dimmed although it can be chosen, such as a machine size without quota. */
  readonly quiet: boolean;
}

/** Returns the options that contain every typed word. */
export function optionsFor(options: readonly ComboOption[], typed: string): readonly ComboOption[] {
  const terms = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length === 0) return options;
  return options.filter((option) => {
    const text = [option.label, ...option.details].join('\n').toLowerCase();
    return terms.every((term) => text.includes(term));
  });
}

/** Returns the text of the closed box. */
export function faceOf(option: ComboOption | undefined): string {
  if (option === undefined) return '';
  return [option.label, option.more].filter(Boolean).map(displayText).join(' · ');
}

/** Returns the option that a key moves to, from `at` of `count`; null if the key doesn't move. */
export function optionAfterKey(key: string, at: number, count: number): number | null {
  const page = 9;
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'PageDown':
      return Math.min(count - 1, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    default:
      return null;
  }
}
