import { describe, expect, test } from 'vitest';
import { decodeOpenRequest } from '../../../src/contract/wizard/open-request';

const whole = {
  subscription: 's',
  workspace: null,
  kind: 'cluster',
  publicIp: null,
  subnet: '/subscriptions/s/…',
  show: { is: 'fix', requirements: ['outbound-batch-443'] },
};

describe('a request to open the wizard is decoded', () => {
  test('a complete request', () => {
    expect(decodeOpenRequest(whole)).toEqual(whole);
  });

  test.each([
    ['nothing', undefined],
    ['text', 'network'],
    ['a resource of the explorer', { fsPath: '/x' }],
    ['another kind', { ...whole, kind: 'kubernetes' }],
    ['an unknown view', { ...whole, show: { is: 'delete' } }],
    ['an empty ID', { ...whole, subscription: '' }],
    ['an ID that is too long', { ...whole, subnet: 'x'.repeat(2001) }],
    ['too many fixes', { ...whole, show: { is: 'fix', requirements: Array(201).fill('a') } }],
  ])('%s isn’t a request', (_, raw) => {
    expect(decodeOpenRequest(raw)).toBeNull();
  });
});
