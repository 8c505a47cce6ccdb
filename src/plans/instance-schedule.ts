import { reason, type Reason } from '../core/reason';
import { windowsTimeZones } from '../core/windows-time-zones';

/** When Azure starts and stops an instance. At least one of both times is set. */
export interface InstanceSchedule {
  readonly days: 'everyDay' | 'weekdays';
  /** 24-hour time, `08:00`; null if Azure doesn't start it. */
  readonly start: string | null;
  readonly stop: string | null;
  /** In the Windows format: `W. Europe Standard Time`. */
  readonly timeZone: string;
}

/** ARM's form of an entry in `schedules.computeStartStop`. */
export interface PowerSchedule {
  readonly action: 'Start' | 'Stop';
  readonly triggerType: 'Cron';
  readonly status: 'Enabled';
  readonly cron: { readonly timeZone: string; readonly expression: string };
}

/** With a colon, or in the French form. */
const timeOfDay = /^([01]?\d|2[0-3])(?::|h)([0-5]\d)$/;

/** Converts a typed time to `08:00`; null if it's invalid. */
export function readTime(typed: string): string | null {
  const [, hour, minute] = timeOfDay.exec(typed.trim()) ?? [];
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
}

/** A schedule as typed. */
export interface TypedSchedule {
  readonly start: string;
  readonly stop: string;
  readonly timeZone: string;
}

/** Returns why Azure doesn't accept the times or the time zone; null if it does. */
export function scheduleFault({ start, stop, timeZone }: TypedSchedule): Reason | null {
  const typed = [start, stop].filter((one) => one.trim() !== '');
  if (typed.length === 0) return reason('schedule.none');
  if (typed.some((one) => readTime(one) === null)) return reason('schedule.time');
  if (typed.length === 2 && readTime(start) === readTime(stop)) return reason('schedule.same');
  return windowsTimeZones.includes(timeZone) ? null : reason('schedule.timeZone');
}

/**
 * Returns the schedule in Azure's form: one entry per time, in cron format (how-to-create-compute-instance, read on
 * 2026-11-30).
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

/** Describes the schedule. */
export function scheduleInText({ days, start, stop, timeZone }: InstanceSchedule): Reason {
  const does = start === null ? 'stops' : stop === null ? 'starts' : 'both';
  return reason(`plan.schedule.${does}.${days}`, { start: start ?? '', stop: stop ?? '', timeZone });
}
