import { expect, test } from 'vitest';
import { messagesIn } from '../../../support/messages-in';
import { nothingOpened } from '../../../../webview-ui/src/readiness/readiness-memory';
import { filterItems } from '../../../../webview-ui/src/readiness/filter-items';
import { readinessOf } from '../readiness/readiness-of';

const none = (n: number) => Array.from({ length: n }, (_, at) => ({ id: String(at), name: '', why: '' }));

test('the menu counts hidden items and marks the selected ones', () => {
  const readiness = readinessOf([], { notNeeded: none(9), profile: '2020-12' });
  const items = filterItems(messagesIn('en'), readiness, { ...nothingOpened, openOnly: true });
  expect(items.map((item) => [item.label, item.is, item.checked])).toEqual([
    ['All', 'radio', false],
    ['Open issues only', 'radio', true],
    ['Show 9 not required for this plan', 'check', false],
    ['Today’s requirements', 'radio', false],
    ['Requirements of December 2020', 'radio', true],
  ]);
});

test('without hidden items, the menu doesn’t offer to show them', () => {
  const items = filterItems(messagesIn('en'), readinessOf([]), nothingOpened);
  expect(items.map((item) => item.id)).toEqual(['all', 'open-only', 'current', '2020-12']);
});
