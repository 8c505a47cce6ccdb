import { describe, expect, test } from 'vitest';
import type { FailureDetails } from '../../../src/azure/failure';
import { failureReason } from '../../../src/cli/sign-in/failure-reason';
import { formatReason } from '../../../src/wording/reason-text';
import { messagesIn } from '../../support/messages-in';

describe('Azure’s error, in the terminal', () => {
  test.each<[string, FailureDetails, string]>([
    ['a refusal', { status: 400 }, 'Azure refused the request for vnet-hub.'],
    [
      'a refusal with a reason',
      { status: 400, serviceCode: 'BadSize', serviceMessage: 'It isn’t\noffered.' },
      'Azure refused the request for vnet-hub: BadSize: It isn’t offered.',
    ],
    ['a server error', { status: 500 }, 'Azure reported an error for vnet-hub.'],
    [
      'an operation that failed after Azure accepted it',
      { serviceCode: 'NodeBusy' },
      'Azure reported an error for vnet-hub: NodeBusy',
    ],
  ])('%s', (_, details, text) => {
    const reason = failureReason({ code: 'refused', details }, 'vnet-hub');
    expect(formatReason(messagesIn('en'), reason)).toBe(text);
  });
});
