import type { CheckResult } from '../core/check-result';
import type { Say } from '../messages/say';
import { findRequirement } from '../requirements/requirements';
import { formatDate } from './dates';

/**
 * Returns the level of a requirement, its source, and since when it applies: “Documented by Microsoft, since 20 Jan
 * 2023”.
 */
export function formatLevel(say: Say, { basis, requirement }: CheckResult): string {
  const word = basis === 'documented' ? 'level.documented' : 'level.recommended';
  const from = findRequirement(requirement)?.profiles.current?.from;
  return [
    say(word),
    ...(basis === 'observed' ? [say('level.observed')] : []),
    ...(basis === 'derived' ? [say('level.derived')] : []),
    ...(from === undefined ? [] : [say('level.since', { date: formatDate(say, from) })]),
  ].join(', ');
}

/**
 * Returns the effect of an unmet requirement, with the date of its last check: “Refused at creation (checked 28 Nov
 * 2026)”.
 */
export function formatEffect(
  say: Say,
  { effect, requirement }: Pick<CheckResult, 'effect' | 'requirement'>,
): string {
  const date = formatDate(say, findRequirement(requirement)?.checked ?? '');
  return say(`effect.${effect}`, { date });
}
