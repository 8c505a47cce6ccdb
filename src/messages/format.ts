import { shownText } from '../core/text/shown-text';

/** Values of a message: text and numbers only. */
export type Values = Readonly<Record<string, string | number>>;

const placeholder = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * Fills a message's placeholders. `{name}` is the value itself; `{n:verdict|verdicts}` chooses by the plural
 * rule of `language`, its first form being the one for “one”. A placeholder without a value stays visible. A value is one
 * line, whatever it holds: names come from files and from Azure.
 */
export function format(template: string, values: Values, language: string): string {
  return template.replace(placeholder, (...found: [string, string, string?, string?]) => {
    const [whole, name, one, other] = found;
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined || other === undefined) return shownText(String(value));
    return pluralRule(language).select(Number(value)) === 'one' ? one : other;
  });
}

const rules = new Map<string, Intl.PluralRules>();

function pluralRule(language: string): Intl.PluralRules {
  const known = rules.get(language);
  if (known) return known;
  const made = new Intl.PluralRules(language);
  rules.set(language, made);
  return made;
}
