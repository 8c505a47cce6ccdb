import { RestError, createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { AuthenticationRequiredError, CredentialUnavailableError } from '@azure/identity';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toFailure } from '../../../src/azure/to-failure';
import { secret, subscriptionId } from './answering';

afterEach(() => vi.useRealTimers());

interface Stated {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Creates an error as the clients throw it, with its request and token. */
function restError({ status, body, headers = {} }: Stated): RestError {
  const url = `https://management.azure.com/subscriptions/${subscriptionId}/resourceGroups/rg-hidden`;
  const request = createPipelineRequest({
    url,
    headers: createHttpHeaders({ authorization: `Bearer ${secret}` }),
  });
  const bodyAsText = body === undefined ? '' : JSON.stringify(body);
  const response = { request, status, headers: createHttpHeaders(headers), bodyAsText };
  return new RestError(`Unexpected status of ${url}`, { statusCode: status, request, response });
}

function refusal(code: string, message = 'So it is.'): unknown {
  return { error: { code, message } };
}

describe('an error response of Azure', () => {
  const cases: readonly (readonly [string, Stated, string])[] = [
    ['not signed in', { status: 401, body: refusal('ExpiredAuthenticationToken') }, 'signedOut'],
    ['missing role', { status: 403, body: refusal('AuthorizationFailed') }, 'forbidden'],
    ['a policy assignment', { status: 403, body: refusal('RequestDisallowedByPolicy') }, 'refused'],
    ['a disallowed region', { status: 403, body: refusal('RequestDisallowedByAzure') }, 'refused'],
    ['no access', { status: 403 }, 'forbidden'],
    ['not found', { status: 404, body: refusal('ResourceNotFound') }, 'notFound'],
    ['busy or name taken', { status: 409, body: refusal('AnotherOperationInProgress') }, 'conflict'],
    ['a lock', { status: 409, body: refusal('ScopeLocked') }, 'refused'],
    ['changed meanwhile', { status: 412, body: refusal('PreconditionFailed') }, 'changed'],
    ['throttled', { status: 429, body: refusal('TooManyRequests') }, 'throttled'],
    ['temporarily unavailable', { status: 503 }, 'unavailable'],
    ['request timeout', { status: 408 }, 'timeout'],
    ['gateway timeout', { status: 504 }, 'timeout'],
    ['an error with the service’s reason', { status: 400, body: refusal('SubnetIsFull') }, 'refused'],
    ['an unfamiliar error format', { status: 400, body: refusal('InvalidRequestContent') }, 'badRequest'],
    ['no reason at all', { status: 400 }, 'badRequest'],
    ['an error page of a proxy', { status: 400, body: 'no JSON of ours' }, 'badRequest'],
    ['a server error', { status: 500, body: refusal('InternalServerError') }, 'refused'],
  ];

  test.each(cases)('%s', (_why, shape, code) => {
    const failure = toFailure(restError(shape));
    expect([failure.code, failure.details.status]).toEqual([code, shape.status]);
  });

  test('keeps its message, code, and request ID', () => {
    const headers = { 'x-ms-request-id': 'req-1', 'x-ms-correlation-request-id': 'cor-1' };
    const failure = toFailure(
      restError({ status: 400, body: refusal('SubnetIsFull', 'It is full.'), headers }),
    );
    expect(failure.details).toEqual({
      status: 400,
      serviceCode: 'SubnetIsFull',
      serviceMessage: 'It is full.',
      requestId: 'req-1',
    });
  });

  test('has the correlation ID if the request ID is missing', () => {
    const headers = { 'x-ms-correlation-request-id': 'cor-1' };
    expect(toFailure(restError({ status: 404, headers })).details.requestId).toBe('cor-1');
  });

  test('has the code of the inner error in a wrapper', () => {
    const details = [{ code: 'SubnetIsFull', message: 'It is full.' }];
    const body = { error: { code: 'DeploymentFailed', message: 'At least one failed.', details } };
    const { serviceCode, serviceMessage } = toFailure(restError({ status: 400, body })).details;
    expect([serviceCode, serviceMessage]).toEqual(['SubnetIsFull', 'It is full.']);
  });

  test('lists inner reasons after the outer message', () => {
    const details = [{ code: 'X', message: 'The quota is used up.' }];
    const body = { error: { code: 'AllocationFailed', message: 'No nodes.', details } };
    const { serviceCode, serviceMessage } = toFailure(restError({ status: 400, body })).details;
    expect([serviceCode, serviceMessage]).toEqual(['AllocationFailed', 'No nodes.\nThe quota is used up.']);
  });

  test.each([
    ['7', 7],
    ['0', 0],
    ['soon', undefined],
  ])('Retry-After %s', (header, seconds) => {
    const failure = toFailure(restError({ status: 429, headers: { 'retry-after': header } }));
    expect(failure.details.retryAfterSeconds).toBe(seconds);
  });

  test('Retry-After as a date', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T12:00:00Z') });
    const header = new Date(Date.now() + 30_000).toUTCString();
    const failure = toFailure(restError({ status: 429, headers: { 'retry-after': header } }));
    expect(failure.details.retryAfterSeconds).toBe(30);
  });
});

describe('a connection error', () => {
  test.each([
    ['ECONNREFUSED', 'offline'],
    ['ENOTFOUND', 'offline'],
    ['EAI_AGAIN', 'offline'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'offline'],
    ['REQUEST_SEND_ERROR', 'offline'],
    ['PARSE_ERROR', 'offline'],
    ['HPE_INVALID_CONSTANT', 'badResponse'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'offline'],
  ])('%s', (code, expected) => {
    expect(toFailure(new RestError('went wrong', { code })).code).toBe(expected);
  });

  test('an abort becomes a cancellation', () => {
    expect(toFailure(Object.assign(new Error('aborted'), { name: 'AbortError' })).code).toBe('cancelled');
  });

  test('a missing account becomes signed out', () => {
    expect(toFailure(new CredentialUnavailableError('none')).code).toBe('signedOut');
    const asked = new AuthenticationRequiredError({ scopes: ['https://management.azure.com/.default'] });
    expect(toFailure(asked).code).toBe('signedOut');
  });

  test('a poller has its refusal only in the message', () => {
    const error = new Error('The long-running operation has failed. SubnetIsFull. Subnet is full.');
    expect(toFailure(error)).toMatchObject({
      code: 'refused',
      details: { serviceCode: 'SubnetIsFull', serviceMessage: 'Subnet is full.' },
    });
  });

  test('a fault of the product is a bug, with its cause', () => {
    const fault = new TypeError('undefined is not a function');
    const failure = toFailure(fault);
    expect([failure.code, failure.cause]).toEqual(['bug', fault]);
  });

  test.each([['text'], [undefined], [null], [42]])(
    'a thrown value that isn’t an error (%s) is a bug',
    (thrown) => {
      expect(toFailure(thrown).code).toBe('bug');
    },
  );
});

describe('values that never leave a failure', () => {
  test('neither a token, a header, nor an address is anywhere in a failure', () => {
    for (const status of [400, 401, 403, 404, 409, 412, 429, 500]) {
      const failure = toFailure(restError({ status, body: refusal('Some') }));
      const seen = inspect(failure, { depth: 12, showHidden: true });
      for (const hidden of [secret, 'Bearer', 'management.azure.com', 'rg-hidden', subscriptionId]) {
        expect(seen).not.toContain(hidden);
      }
    }
  });

  test('the message contains only codes, so that logs don’t contain Azure’s names of people and resources', () => {
    const shape = `The client 'anna' may not act on /subscriptions/${subscriptionId}.`;
    const headers = { 'x-ms-request-id': 'req-1' };
    const failure = toFailure(
      restError({ status: 403, body: refusal('AuthorizationFailed', shape), headers }),
    );
    expect(failure.message).toBe('forbidden, 403, AuthorizationFailed, req-1');
    expect(failure.details.serviceMessage).toBe(shape);
  });
});
