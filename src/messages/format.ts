import { displayText } from '../core/text/display-text';

/** Values for a message's placeholders: text, numbers, and lists of texts. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;

const placeholder = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * Fills a message's placeholders.
 * `{name}` is replaced by the value. `{n:rule|rules}` chooses a form by the plural rule of `language`; its first form
 * is the one for “one”. For a list, its length counts. A number that is counted this way is grouped: “1,436 ranges”.
 * Other numbers are ports and priorities, which aren't.
 * A placeholder without a value stays visible. Values are put on one line, because names come from files and from
 * Azure.
 */
export function format(template: string, values: Values, language: string): string {
  return template.replace(placeholder, (...found: [string, string, string?, string?]) => {
    const [whole, name, one, other] = found;
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined || other === undefined) {
      const isCount = typeof value === 'number' && template.includes(`{${name}:`);
      return isCount ? numberFormat(language).format(value) : shownValue(value, language);
    }
    const count = typeof value === 'object' ? value.length : Number(value);
    return pluralRule(language).select(count) === 'one' ? one : other;
  });
}

function shownValue(value: Values[string], language: string): string {
  if (typeof value !== 'object') return displayText(String(value));
  return listFormat(language).format(value.map(displayText));
}

const lists = new Map<string, Intl.ListFormat>();

function listFormat(language: string): Intl.ListFormat {
  const known = lists.get(language);
  if (known) return known;
  const created = new Intl.ListFormat(language);
  lists.set(language, created);
  return created;
}

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string): Intl.NumberFormat {
  const known = numbers.get(language);
  if (known) return known;
  const created = new Intl.NumberFormat(language);
  numbers.set(language, created);
  return created;
}

const rules = new Map<string, Intl.PluralRules>();

function pluralRule(language: string): Intl.PluralRules {
  const known = rules.get(language);
  if (known) return known;
  const pluralRules = new Intl.PluralRules(language);
  rules.set(language, pluralRules);
  return pluralRules;
}
