import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../src/azure/failure';
import { nameOfCause, outputLog } from '../../../src/platform/output-log';

const secret = 'Bearer eyJ0 of /subscriptions/5f0c7a1e/resourceGroups/rg';

describe('the parts of an error that the log contains', () => {
  test.each([
    [
      'a failure of Azure: its kind and code',
      new AzureFailure('refused', { serviceMessage: secret }),
      'AzureFailure refused',
    ],
    ['a plain error: its kind', new Error(secret), 'Error'],
    ['a system error: its code', Object.assign(new Error(secret), { code: 'ENOENT' }), 'Error ENOENT'],
    [
      'a cause inside: its kind too',
      new AzureFailure('bug', {}, new Error(secret)),
      'AzureFailure bug (Error)',
    ],
    ['text: only that it is text', secret, 'string'],
    ['nothing', undefined, 'undefined'],
  ])('%s', (_, cause, expected) => {
    expect(nameOfCause(cause)).toBe(expected);
  });

  test('an internal error contributes its stack trace, but not its message', () => {
    const text = nameOfCause(new TypeError(`${secret}\nsecond line\n    at a third line`));
    expect(text).toMatch(/^TypeError\n\s+at .*output-log\.test/);
    expect(text).not.toMatch(/Bearer|subscriptions|second line|third line/);
  });

  test('levels map to the channel’s levels', () => {
    const lines: string[] = [];
    const level = (name: string) => (text: string | Error) => void lines.push(`${name} ${String(text)}`);
    const log = outputLog({ debug: level('debug'), info: level('info'), error: level('error') });
    log.debug('a');
    log.info('b');
    log.error('c');
    log.error('d', new RangeError('x').name);
    expect(lines).toEqual(['debug a', 'info b', 'error c', 'error d: string']);
  });
});
