import { reason, type Reason } from '../core/reason';
import { windowsTimeZones } from '../core/windows-time-zones';

/** When Azure starts and stops an instance. One of both times is there. */
export interface InstanceSchedule {
  readonly days: 'everyDay' | 'weekdays';
  /** `08:00`, of 24 hours; null: Azure doesn't start it. */
  readonly start: string | null;
  readonly stop: string | null;
  /** In the Windows format: `W. Europe Standard Time`. */
  readonly timeZone: string;
}

/** One entry of `schedules.computeStartStop` as ARM takes it. */
export interface PowerSchedule {
  readonly action: 'Start' | 'Stop';
  readonly triggerType: 'Cron';
  readonly status: 'Enabled';
  readonly cron: { readonly timeZone: string; readonly expression: string };
}

/** With a colon, or as French writes it. */
const timeOfDay = /^([01]?\d|2[0-3])(?::|h)([0-5]\d)$/;

/** A typed time as `08:00`; null where it isn't one. */
export function readTime(typed: string): string | null {
  const [, hour, minute] = timeOfDay.exec(typed.trim()) ?? [];
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
}

/** A schedule as it was typed. */
export interface TypedSchedule {
  readonly start: string;
  readonly stop: string;
  readonly timeZone: string;
}

/** Why Azure doesn't accept the times, or the time zone; null where it does. */
export function scheduleFault({ start, stop, timeZone }: TypedSchedule): Reason | null {
  const typed = [start, stop].filter((one) => one.trim() !== '');
  if (typed.length === 0) return reason('schedule.none');
  if (typed.some((one) => readTime(one) === null)) return reason('schedule.time');
  if (typed.length === 2 && readTime(start) === readTime(stop)) return reason('schedule.same');
  return windowsTimeZones.includes(timeZone) ? null : reason('schedule.timeZone');
}

/**
 * The schedule as Azure holds it: one entry for each time, in cron's format (how-to-create-compute-instance,
 * read on 2026-11-30).
 */
export function powerSchedules({ days, start, stop, timeZone }: InstanceSchedule): readonly PowerSchedule[] {
  const entry = (action: PowerSchedule['action'], time: string | null): readonly PowerSchedule[] => {
    if (time === null) return [];
    const [hour, minute] = time.split(':').map(Number);
    const expression = `${String(minute)} ${String(hour)} * * ${days === 'weekdays' ? '1-5' : '*'}`;
    return [{ action, triggerType: 'Cron', status: 'Enabled', cron: { timeZone, expression } }];
  };
  return [...entry('Start', start), ...entry('Stop', stop)];
}

/** The schedule in words. */
export function scheduleInText({ days, start, stop, timeZone }: InstanceSchedule): Reason {
  const does = start === null ? 'stops' : stop === null ? 'starts' : 'both';
  return reason(`plan.schedule.${does}.${days}`, { start: start ?? '', stop: stop ?? '', timeZone });
}
