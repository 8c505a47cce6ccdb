import { describe, expect, test } from 'vitest';
import { durationMinutes, durationText } from '../../../src/core/duration';
import { assignedUserFault } from '../../../src/plans/assigned-user';
import { isIdleShutdown } from '../../../src/plans/idle-shutdown';
import { tagFaults } from '../../../src/plans/tags';

const keys = (...names: readonly string[]): readonly (string | undefined)[] =>
  tagFaults(names.map((name) => ({ name, value: '' }))).map((one) => one?.key);

describe('tags', () => {
  test.each([...'<>%&\\?/'])('a name can’t contain %s', (character) => {
    expect(keys(`a${character}b`)).toEqual(['tag.character']);
  });

  test.each(['microsoft', 'Microsoft-owner', 'AZURE', 'windows.version'])(
    '%s is reserved by Azure',
    (name) => {
      expect(keys(name)).toEqual(['tag.reserved']);
    },
  );

  test('other characters of every language are allowed, and values allow all', () => {
    expect(keys('Équipe', '費用', 'hidden-title', 'my azure')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(tagFaults([{ name: 'a', value: '<>%&\\?/' }])).toEqual([null]);
  });

  test('names are compared without case', () => {
    expect(keys('Team', 'team', 'TEAM', 'other')).toEqual([undefined, 'tag.double', 'tag.double', undefined]);
  });

  test('the maximum lengths are 512 and 256', () => {
    expect(keys('n'.repeat(512), 'm'.repeat(513), '')).toEqual([undefined, 'tag.longName', 'tag.noName']);
    const values = [256, 257].map((n) => ({ name: `v${n}`, value: 'x'.repeat(n) }));
    expect(tagFaults(values).map((one) => one?.key)).toEqual([undefined, 'tag.longValue']);
  });

  test('the 51st tag is refused', () => {
    const faults = keys(...Array.from({ length: 51 }, (_, at) => `t${at}`));
    expect(faults.slice(0, 50).every((one) => one === undefined)).toBe(true);
    expect(faults[50]).toBe('tag.tooMany');
  });
});

describe('the assigned user of an instance', () => {
  const good = '0a7b2c3d-1111-4222-8333-444455556666';
  test.each([
    [good, good, null],
    [good.toUpperCase(), good, null],
    ['anna@contoso.com', good, 'objectId'],
    [good, 'contoso.onmicrosoft.com', 'tenantId'],
    ['', '', 'objectId'],
    ['00000000-0000-0000-0000-000000000000', good, 'objectId'],
    [`{${good}}`, good, 'objectId'],
  ])('%s in %s', (objectId, tenantId, fault) => {
    expect(assignedUserFault({ objectId, tenantId })).toBe(fault);
  });
});

test.each([
  [14, false],
  [15, true],
  [60, true],
  [4320, true],
  [4321, false],
  [15.5, false],
])('an instance can shut down after %d idle minutes: %s', (minutes, fine) => {
  expect(isIdleShutdown(minutes)).toBe(fine);
});

describe('durations', () => {
  test.each([
    ['PT90M', 90],
    ['PT1H30M', 90],
    ['P3D', 4320],
    ['P1DT30M', 1470],
    ['PT120S', 2],
    ['PT0S', 0],
    ['P', null],
    ['PT', null],
    ['90', null],
    ['', null],
    ['PT-1M', null],
    ['P1M', null],
  ])('%s', (text, minutes) => {
    expect(durationMinutes(text)).toBe(minutes);
  });

  test('are written in minutes', () => {
    expect(durationMinutes(durationText(4320))).toBe(4320);
  });
});
