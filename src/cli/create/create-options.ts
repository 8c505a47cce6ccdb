import { Option } from 'commander';
import { reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import { single, withoutColor, word } from '../declared-options';
import { UsageError } from '../options';
import { signInOptions } from '../sign-in/sign-in-options';

/** Default number of minutes to wait for a creation, as in the wizard. */
export const usualMinutes = 60;

/** Returns the options of `create`, in the order of the help. */
export function createOptions(say: Say): readonly Option[] {
  return [
    single('--from-plan [FILE]', say('terminal.help.fromPlan')),
    new Option('--what-if', say('terminal.help.whatIf')).conflicts('yes'),
    new Option('--yes', say('terminal.help.yes')),
    single('--timeout [MINUTES]', say('terminal.help.timeout', { first: usualMinutes }), minutesIn),
    ...signInOptions(say),
    word('--cloud', ['public', 'usgov', 'china'], say('terminal.help.signInCloud', { first: 'public' })),
    word('--format', ['text', 'json'], say('terminal.help.format', { first: 'text' })),
    new Option('--allow-unknown', say('terminal.help.allowUnknown')),
    new Option('--flows', say('terminal.help.flows')),
    withoutColor(say),
  ];
}

/**
 * Parses a number of minutes, at most one day.
 * @throws {UsageError} if the number isn't valid
 */
function minutesIn(value: string, option: string): number {
  const minutes = Number(value);
  if (/^[1-9]\d{0,3}$/.test(value) && minutes <= 1440) return minutes;
  throw new UsageError(reason('terminal.create.notMinutes', { option, value }));
}
