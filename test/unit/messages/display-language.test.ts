import { expect, test } from 'vitest';
import { displayLanguage } from '../../../src/messages/say';

test.each([
  ['fr', 'fr'],
  ['FR', 'fr'],
  ['fr-CA', 'fr'],
  ['fr-FR.UTF-8', 'fr'],
  ['fr.UTF-8', 'fr'],
  ['fr@euro', 'fr'],
  ['fry', 'en'],
  ['frr-DE', 'en'],
  ['en-US', 'en'],
  ['C.UTF-8', 'en'],
  ['', 'en'],
])('%s is displayed in %s', (requested, language) => {
  expect(displayLanguage(requested)).toBe(language);
});
