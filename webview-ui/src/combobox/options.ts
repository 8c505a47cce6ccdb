import { displayText } from '@messages/display-text-messages';

/** One choice of a combobox; `details` are columns after the label, which shrink before it does. */
export interface ComboOption {
  readonly id: string;
  readonly label: string;
  readonly details: readonly string[];
  /** Said in the closed box after the label. */
  readonly more: string;
  /** It can be chosen, but is drawn quietly: a machine size without quota. */
  readonly quiet: boolean;
}

/** The options in which every word that was typed stands somewhere. */
export function optionsFor(options: readonly ComboOption[], typed: string): readonly ComboOption[] {
  const terms = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length === 0) return options;
  return options.filter((option) => {
    const text = [option.label, ...option.details].join('\n').toLowerCase();
    return terms.every((term) => text.includes(term));
  });
}

/** What the closed box shows. */
export function faceOf(option: ComboOption | undefined): string {
  if (option === undefined) return '';
  return [option.label, option.more].filter(Boolean).map(displayText).join(' · ');
}

/** The option a key leads to, from `at` of `count`; null where the key leads nowhere. */
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
