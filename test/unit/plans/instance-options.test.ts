import { describe, expect, test } from 'vitest';
import { powerSchedules, scheduleFault } from '../../../src/plans/instance-schedule';
import { scriptArgumentsFault, scriptPathFault } from '../../../src/plans/setup-script';

describe('a schedule of an instance', () => {
  test.each([
    ['8:00', '', 'UTC', null],
    ['8h30', '', 'UTC', null],
    ['', '23:59', 'Romance Standard Time', null],
    ['', ' ', 'UTC', 'schedule.none'],
    ['24:00', '', 'UTC', 'schedule.time'],
    ['08:00', '18h', 'UTC', 'schedule.time'],
    ['8:00', '08:00', 'UTC', 'schedule.same'],
    ['08:00', '18:00', 'Europe/Paris', 'schedule.timeZone'],
  ])('from %j to %j in %s: %s', (start, stop, timeZone, key) => {
    expect(scheduleFault({ start, stop, timeZone })?.key ?? null).toBe(key);
  });

  test('with one time is one entry, on every day', () => {
    const schedule = { days: 'everyDay', start: null, stop: '22:00', timeZone: 'UTC' } as const;
    expect(powerSchedules(schedule)).toEqual([
      {
        action: 'Stop',
        triggerType: 'Cron',
        status: 'Enabled',
        cron: { timeZone: 'UTC', expression: '0 22 * * *' },
      },
    ]);
  });
});

describe('a setup script', () => {
  test.each([
    ['Users/ana/setup.sh', true],
    ['Users/Ana Díaz/a b.sh', true],
    ['', false],
    ['setup.py', false],
    ['/Users/ana/setup.sh', false],
    ['Users/../setup.sh', false],
    ['Users//setup.sh', false],
    ['Users\\ana\\setup.sh', false],
    ['Users/ana\n/setup.sh', false],
    [`${'a'.repeat(1000)}.sh`, false],
  ])('%j: %s', (path, isPassing) => {
    expect(scriptPathFault(path) === null).toBe(isPassing);
  });

  test('has arguments on one line', () => {
    expect(scriptArgumentsFault('--env prod')).toBeNull();
    expect(scriptArgumentsFault('a\nb')?.key).toBe('script.arguments');
  });
});
