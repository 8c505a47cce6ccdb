import { expect, test } from 'vitest';
import { english } from '../../../src/messages/en/catalog';
import { french } from '../../support/french';

/** Other words for errors and warnings, as counts and as labels. */
const otherWords = {
  en: /\badvised\b|\} to fix\b|^to fix$/iu,
  fr: /\bconseillée?s?\b|\} à corriger\b|^à corriger$/iu,
};

test.each([
  { language: 'en' as const, texts: english },
  { language: 'fr' as const, texts: french },
])('problems are called errors and warnings, in $language', ({ language, texts }) => {
  const found = Object.entries(texts).filter(([, text]) => otherWords[language].test(text));
  expect(found).toEqual([]);
});
