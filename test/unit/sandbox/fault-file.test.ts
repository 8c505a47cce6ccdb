import { describe, expect, test } from 'vitest';
import { readFaultFile } from '../../../src/sandbox/fault-file';

const file = (faults: unknown): string => JSON.stringify({ faults });

describe('a fault file', () => {
  test('contains each fault as it is written', () => {
    const write = {
      method: 'PUT',
      path: '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/routeTables/rt',
      body: { location: 'westeurope' },
    };
    const faults = [
      { status: 403, match: '/computes/', method: 'PUT', times: 3, code: 'No', message: 'No.' },
      { status: 429, retryAfter: 12 },
      { kind: 'slow', milliseconds: 3000, times: 'always' },
      { kind: 'meanwhile', write },
      { status: 401, claims: '{}' },
      {},
    ];
    expect(readFaultFile(file(faults))).toEqual({
      is: 'faults',
      faults: [faults[0], faults[1], { ...faults[2], times: Infinity }, faults[3], faults[4], {}],
    });
  });

  test.each<[string, string, string]>([
    ['{', '$', 'JSON'],
    ['[]', '$', 'an object'],
    ['{}', 'faults', 'a list'],
    [JSON.stringify({ faults: [], more: 1 }), '$.more', 'faults'],
    [file([1]), 'faults[0]', 'an object'],
    [file([{}, { staus: 500 }]), 'faults[1].staus', 'status'],
    [file([{ status: 200 }]), 'faults[0].status', '400 to 599'],
    [file([{ status: '500' }]), 'faults[0].status', '400 to 599'],
    [file([{ times: 0 }]), 'faults[0].times', '"always"'],
    [file([{ times: 1.5 }]), 'faults[0].times', '1 to'],
    [file([{ kind: 'explode' }]), 'faults[0].kind', 'offline'],
    [file([{ method: 'get' }]), 'faults[0].method', 'GET'],
    [file([{ match: '' }]), 'faults[0].match', 'text'],
    [file([{ code: null }]), 'faults[0].code', 'text'],
    [file([{ milliseconds: -1 }]), 'faults[0].milliseconds', '0 to'],
    [file([{ write: { method: 'PUT' } }]), 'faults[0].write', 'method and path'],
    [
      file([{ write: { method: 'PUT', path: 'https://elsewhere' } }]),
      'faults[0].write.path',
      '/subscriptions/',
    ],
    [
      file([{ write: { method: 'PUT', path: '/subscriptions/1', body: 7 } }]),
      'faults[0].write.body',
      'an object',
    ],
    [file(Array(101).fill({})), 'faults', 'at most 100'],
  ])('%s is invalid at %s', (text, at, expected) => {
    expect(readFaultFile(text)).toEqual({
      is: 'wrong',
      at,
      expected: expect.stringContaining(expected) as string,
    });
  });
});
