import { describe, expect, test } from 'vitest';
import { english } from '../../../src/messages/en/catalog';
import { french } from '../../support/french';
import { messagesIn } from '../../support/messages-in';
import { afterColon } from '../../../src/wording/lower-after-colon';

describe('a reason after a colon', () => {
  test.each([
    ['en', 'The rules allow it.', 'the rules allow it.'],
    ['en', 'DNS servers were not read.', 'DNS servers were not read.'],
    ['en', 'Azure DNS resolves names', 'Azure DNS resolves names'],
    // A resource's name, as Azure spells it.
    ['en', 'The-Rules lets it through.', 'The-Rules lets it through.'],
    ['fr', 'L’espace de travail n’a pas été lu.', 'l’espace de travail n’a pas été lu.'],
    ['fr', 'Aucune règle', 'aucune règle'],
    ['fr', 'Databricks', 'Databricks'],
  ])('%s: %s', (language, text, expected) => {
    expect(afterColon(messagesIn(language), text)).toBe(expected);
  });
});

/** Names and abbreviations that keep their capital in every position. */
const names =
  /^(?:Application Insights|Azure|AzureDatabricks|Batch|Bicep|DNAT|DNS|Databricks|NAT|SDK|SSH)(?![a-z])/;

test.each([
  ['en', english],
  ['fr', french],
] as const)(
  '%s: every reason starts with a name, or with a lowercase letter after a colon',
  (language, texts) => {
    const say = messagesIn(language);
    const started = Object.entries(texts).filter(
      ([key]) => /^(?:check|unknown)\./.test(key) && !key.startsWith('check.assume.'),
    );
    const wrong = started.filter(([, text]) => /^\p{Lu}/u.test(afterColon(say, text)) && !names.test(text));
    expect(started.length).toBeGreaterThan(200);
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  },
);
