import { describe, expect, test } from 'vitest';
import { failureText, type WordedFailure } from '../../../src/wording/failure-text';
import { messagesIn } from '../../support/messages-in';

const say = messagesIn('en');

/** As `Microsoft.Authorization` words a refusal. */
function refusal(action: string): string {
  return `The client 'a@b.c' with object id '1' does not have authorization to perform action '${action}' over scope '/subscriptions/0' or the scope is invalid.`;
}

const linked =
  "The client has permission to perform action 'Microsoft.Network/virtualNetworks/read' on scope '/s'; however, it does not have permission to perform action(s) 'Microsoft.Network/natGateways/join/action' on the linked scope(s) '/n'.";

describe('a failure', () => {
  test.each<[string, WordedFailure, string]>([
    [
      'to read without permission',
      {
        code: 'forbidden',
        details: { serviceMessage: refusal('Microsoft.Network/virtualNetworks/read') },
      },
      'You don’t have permission to read this resource. Required role: Reader.',
    ],
    [
      'to do something else without permission',
      {
        code: 'forbidden',
        details: {
          serviceMessage: refusal(
            'Microsoft.MachineLearningServices/workspaces/provisionManagedNetwork/action',
          ),
        },
      },
      'You don’t have permission for Microsoft.MachineLearningServices/workspaces/provisionManagedNetwork/action. Ask the owner of the resource for a role that contains it.',
    ],
    [
      'to use a linked resource',
      { code: 'forbidden', details: { serviceMessage: linked } },
      'You don’t have permission for Microsoft.Network/natGateways/join/action. Ask the owner of the resource for a role that contains it.',
    ],
    [
      'because of a conflict with Azure’s reason',
      { code: 'conflict', details: { status: 409, serviceMessage: 'The workspace is being\nupdated.' } },
      'Azure refused the request: The workspace is being updated.',
    ],
    [
      'because of an operation that failed after Azure accepted the request',
      { code: 'refused', details: { serviceCode: 'Failed', serviceMessage: 'The node is busy' } },
      'Azure reported an error: The node is busy.',
    ],
    [
      'because of a server error without a message',
      { code: 'refused', details: { status: 500 } },
      'Azure reported an error.',
    ],
    [
      'because of a request that Azure refused',
      { code: 'refused', details: { status: 400, serviceMessage: 'The size isn’t offered here.' } },
      'Azure refused the request: The size isn’t offered here.',
    ],
    [
      'because the name is taken',
      { code: 'conflict', details: {} },
      'A resource with this name already exists or is being changed. Nothing was overwritten.',
    ],
    [
      'because the service is unavailable',
      { code: 'unavailable', details: { status: 503, retryAfterSeconds: 40 } },
      'Azure is temporarily unavailable. Try again in 40 s.',
    ],
  ])('%s states what happened and what to do', (_, failure, text) => {
    expect(failureText(say, failure)).toBe(text);
  });
});
