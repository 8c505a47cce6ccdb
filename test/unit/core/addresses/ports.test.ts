import { expect, it } from 'vitest';
import { everyPort, rangesOf } from '../../../../src/core/addresses/interval-set';
import { formatPorts, parsePorts } from '../../../../src/core/addresses/ports';

it.each([
  [['443'], '443'],
  [['8704-8710', '443'], '443, 8704-8710'],
  [['29876', '29877'], '29876-29877'],
  [['0-65535'], '0-65535'],
  [['0'], '0'],
  [[' 443 ', '80'], '80, 443'],
  [['65535', '0'], '0, 65535'],
  [['0-1', '65534-65535'], '0-1, 65534-65535'],
  [['0-80'], '0-80'],
  [['1-65535'], '1-65535'],
])('reads %j', (texts, shown) => expect(formatPorts(parsePorts(texts)!)).toBe(shown));

it('reads * and the whole range as the same set', () => {
  expect(parsePorts(['*'])).toBe(everyPort);
  expect(parsePorts(['0-65535'])).toBe(everyPort);
  expect(parsePorts(['443', '*'])).toBe(everyPort);
});

it('reads an empty list as no ports', () => expect(rangesOf(parsePorts([])!)).toEqual([]));

it('distinguishes two ports from one text that lists both', () => {
  expect(formatPorts(parsePorts(['81', '444'])!)).toBe('81, 444');
  expect(parsePorts(['81,444'])).toBeUndefined();
  expect(parsePorts(['81,444', '7'])).toBeUndefined();
});

it.each([['65536'], ['445-443'], ['0443'], ['http'], [''], ['-1'], ['-'], ['80-'], ['1-2-3'], ['4 43']])(
  'refuses %j',
  (text) => expect(parsePorts([text])).toBeUndefined(),
);

it('returns the same set however often it is read, with many others in between', () => {
  expect(parsePorts(['7001'])).toBe(parsePorts(['7001']));
  expect(parsePorts(['7001', '80'])).toBe(parsePorts(['7001', '80']));
  for (let port = 1; port < 2500; port += 1) {
    expect(rangesOf(parsePorts([`${port}`])!)).toEqual([{ first: port, last: port }]);
  }
});
