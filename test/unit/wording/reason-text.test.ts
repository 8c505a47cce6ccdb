import { expect, it } from 'vitest';
import type { ReasonValues } from '../../../src/core/reason';
import { english } from '../../../src/messages/en/catalog';
import { formatSentence } from '../../../src/wording/reason-text';
import { french } from '../../support/french';
import { messagesIn } from '../../support/messages-in';

const catalogs = { en: english, fr: french } as const;

/** Texts whose first word is a value, with that value's name. */
function beginningWithValue(language: 'en' | 'fr'): readonly (readonly [string, string, string])[] {
  return Object.entries(catalogs[language]).flatMap(([key, text]) => {
    const [, name] = /^\{(\w+)\}/.exec(text) ?? [];
    return name === undefined ? [] : [[key, name, text] as const];
  });
}

/** Returns a value for each placeholder. */
function valuesOf(text: string, first: string, value: ReasonValues[string]): ReasonValues {
  const others = [...text.matchAll(/\{(\w+)(:?)/g)].map(([, name = '', colon]) => [name, colon ? 2 : 'x']);
  const plural = others.filter(([, one]) => one === 2);
  return { ...Object.fromEntries([...others, ...plural]), [first]: value } as ReasonValues;
}

it.each(['en', 'fr'] as const)('names at the start of a sentence keep their first letter: %s', (language) => {
  const say = messagesIn(language);
  const all = beginningWithValue(language);
  expect(all.length).toBeGreaterThan(20);
  for (const [key, name, text] of all) {
    for (const value of ['stfraud', ['stfraud', 'stchurn']]) {
      // A value that is counted is a number.
      if (new RegExp(`\\{${name}:`).test(text)) continue;
      expect(formatSentence(say, { key, values: valuesOf(text, name, value) }), key).toMatch(/^stfraud/);
    }
  }
});

it('other sentences begin with a capital letter', () => {
  const say = messagesIn('en');
  expect(formatSentence(say, { key: 'check.region.other', values: { network: 'a', workspace: 'b' } })).toBe(
    'The network is in a, and the workspace in b',
  );
});
