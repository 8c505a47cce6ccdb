import { beforeEach, describe, expect, test } from 'vitest';
import type { Handlers } from '../../../src/contract/channel';
import {
  changesChannel,
  decodePreviewRequest,
  type ChangesChannel,
} from '../../../src/contract/changes-preview';
import { connect } from '../../../src/contract/connect';
import { serveChannel } from '../../../src/contract/serve-channel';
import { settleMessages, wires } from './wires';

describe('a request for a preview of file changes is decoded', () => {
  test('without arguments it’s for the active file; it can name a cause, a problem, and checks', () => {
    expect(decodePreviewRequest(undefined)).toEqual({});
    const whole = {
      uri: 'file:///a.bicep',
      root: '/a.bicep',
      ids: ['x'],
      cause: 'k',
      problem: 'p',
      attempt: 1,
    };
    expect(decodePreviewRequest(whole)).toEqual(whole);
  });

  test.each([
    ['text', 'network'],
    ['an invalid URI', { uri: 1 }],
    ['an ID instead of a list', { ids: 'x' }],
    ['too many ids', { ids: Array(501).fill('a') }],
    ['a text that is too long', { cause: 'x'.repeat(4001) }],
    ['a negative attempt', { problem: 'p', attempt: -1 }],
    ['a fractional attempt', { problem: 'p', attempt: 0.5 }],
  ])('%s isn’t a valid request', (_, raw) => {
    expect(decodePreviewRequest(raw)).toBeNull();
  });
});

describe('the host decodes the messages of the panel', () => {
  const asked: unknown[] = [];
  const note = (call: string) => (params: unknown) => {
    asked.push([call, params]);
    return Promise.resolve(null);
  };
  const handlers: Handlers<ChangesChannel> = {
    choose: note('choose'),
    limit: note('limit'),
    apply: note('apply'),
    discard: note('discard'),
    copy: () => Promise.resolve(true),
  };
  const serve = () => {
    const { host, page } = wires();
    serveChannel({
      channel: changesChannel,
      port: host,
      handlers,
      toProblem: () => ({ code: 'badRequest', message: 'no', retryable: false }),
      onHello: () => undefined,
    });
    return page;
  };
  beforeEach(() => {
    asked.length = 0;
  });

  test('valid messages arrive', async () => {
    const { call } = connect(changesChannel, serve());
    await call.choose({ keys: ['a'], on: true });
    await call.apply({ preview: '3' });
    expect(asked).toEqual([
      ['choose', { keys: ['a'], on: true }],
      ['apply', { preview: '3' }],
    ]);
  });

  test.each([
    ['choose', { keys: 'a', on: true }],
    ['choose', { keys: ['a'] }],
    ['apply', {}],
    ['apply', { preview: 3 }],
    ['limit', {}],
    ['copy', {}],
    ['write', { text: 'x' }],
  ])('%s with %j is refused', async (name, params) => {
    const page = serve();
    page.post({ is: 'call', id: 1, name, params });
    await settleMessages();
    expect(asked).toEqual([]);
  });
});
