import { describe, expect, test } from 'vitest';
import { errorCauses, errorSubject, type ErrorCause } from '../../../src/wording/error-causes';
import { failure } from '../../../src/sandbox/failure-texts';
import { missingRules } from '../../../src/wording/missing-rules';
import { pastedErrors } from './pasted-errors';

const nameOf = ({ id, checks: [check = ''] }: ErrorCause): string => (id === 'flow' ? check : id);

const named = pastedErrors.map((one) => ({ ...one, name: one.source.replace(/^.*(?:com\/)/, '') }));

describe('a pasted error message', () => {
  test.each(named)('$name: finds what failed', ({ message, subject }) => {
    expect(errorSubject(message)).toBe(subject);
  });

  test.each(named)('$name: only the true cause is certain', ({ message, reported }) => {
    expect(
      errorCauses(message)
        .filter(({ isReported }) => isReported)
        .map(nameOf),
    ).toEqual(reported);
  });

  test.each(named)('$name: lists the possible causes', ({ message, open = [] }) => {
    const possible = errorCauses(message).filter(({ isReported }) => !isReported);
    expect(possible.map(nameOf)).toEqual(open);
  });

  test.each(named)('$name: is parsed however it was copied', ({ message }) => {
    const plain = errorCauses(message);
    for (const [form, copied] of Object.entries(copies(message))) {
      expect({ form, causes: errorCauses(copied) }).toEqual({ form, causes: plain });
      expect({ form, subject: errorSubject(copied) }).toEqual({ form, subject: errorSubject(message) });
    }
  });

  test('the service’s list of rules is parsed however it was copied', () => {
    const { message } = failure('groupRulesMissing', { group: '/subscriptions/0/resourceGroups/rg/nsg-ml' });
    const plain = missingRules(message);
    expect(plain?.rules).toHaveLength(1);
    for (const [form, copied] of Object.entries(copies(message))) {
      expect({ form, missing: missingRules(copied) }).toEqual({ form, missing: plain });
    }
  });
});

test.each([
  'node-1:1234:1300 [0] include/socket.h:403 NCCL WARN socketStartConnect: Connect to 10.0.1.5<40541> failed : Connection timed out',
  'torch.distributed.DistNetworkError: The client socket has timed out after 900000ms while trying to connect to (10.0.1.4, 6105).',
  'ORTE was unable to reliably start one or more daemons.\nThis usually is caused by: an inability to open a TCP connection',
  'RuntimeError: [third_party/gloo/gloo/transport/tcp/pair.cc:799] connect [10.0.1.5]:12345: Connection timed out',
])('a job process that can’t reach another one is recognized: %s', (message) => {
  expect(errorSubject(message)).toBe('job');
  expect(errorCauses(message)).toEqual([
    { id: 'peers', isReported: false, checks: ['inbound-intra-subnet'] },
  ]);
});

// Users copy the message of a notification without its code.
test.each([
  [
    "The client 'a@b.c' with object id '1' has permission to perform action 'Microsoft.MachineLearningServices/workspaces/computes/write' on scope '/subscriptions/0'; however, it does not have permission to perform action(s) 'Microsoft.Network/virtualNetworks/subnets/join/action' on the linked scope(s) '/subscriptions/0/subnets/snet' (respectively) or the linked scope(s) are invalid.",
    'LinkedAuthorizationFailed',
    'join',
  ],
  [
    "The client 'a@b.c' with object id '1' does not have authorization to perform action 'Microsoft.MachineLearningServices/workspaces/computes/write' over scope '/subscriptions/0' or the scope is invalid.",
    'AuthorizationFailed',
    'write',
  ],
  [
    "The client 'a@b.c' with object id '1' does not have authorization to perform action 'Microsoft.Network/virtualNetworks/subnets/join/action' over scope '/subscriptions/0' or the scope is invalid.",
    'AuthorizationFailed',
    'join',
  ],
  ["Resource 'cpu' was disallowed by policy. Reasons: 'No.'.", 'RequestDisallowedByPolicy', 'policy'],
  [
    "The scope '/subscriptions/0' cannot perform write operation because following scope(s) are locked: '/subscriptions/0'.",
    'ScopeLocked',
    'lock',
  ],
  [
    'Subnet snet with address prefix 10.0.1.0/28 does not have enough capacity for 4 IP addresses.',
    'SubnetIsFull',
    'addresses',
  ],
  [
    'We do not have sufficient capacity for the requested VM size in this region.',
    'SkuNotAvailable',
    'capacity',
  ],
])('a message without its code has the same cause: %s', (message, code, cause) => {
  const [first] = errorCauses(message);
  expect(first).toMatchObject({ id: cause, isReported: true });
  expect(errorCauses(`(${code}) ${message}`)).toEqual(errorCauses(message));
  expect(errorSubject(`(${code}) ${message}`)).toBe(errorSubject(message));
});

/** Returns the forms in which tools, services, and windows copy a message. */
function copies(message: string): Readonly<Record<string, string>> {
  const json = JSON.stringify({ error: { code: 'UserError', message } });
  const lines = message.split('\n');
  return {
    joined: message.replaceAll('\n', ' '),
    json,
    'json in json': JSON.stringify({ status: 'Failed', error: { message: json } }),
    'json in json in json': JSON.stringify({
      error: { message: JSON.stringify({ error: { message: json } }) },
    }),
    '.NET': json.replaceAll("'", '\\u0027').replaceAll('\\"', '\\u0022').replaceAll('<', '\\u003C'),
    'Windows lines': message.replaceAll('\n', '\r\n'),
    colors: lines.map((line) => `\u001B[31m${line}\u001B[0m`).join('\n'),
    'Terraform’s box': ['╷', ...lines.map((line) => `│ ${line}`), '╵'].join('\n'),
    'wrapped in the box': message.replaceAll(' ', '\n│ '),
    'no-break spaces': message.replaceAll(' ', '\u00A0'),
    quoted: lines.map((line) => `> ${line}`).join('\n'),
    'a web page': message.replaceAll("'", '&#39;').replaceAll('"', '&quot;'),
  };
}
