import type { Judgement } from '../core/judgement';
import type { Say } from '../messages/say';
import { findRequirement } from '../requirements/requirements';
import { wordDate } from './dates';

/** How much a requirement weighs, who says so, and since when: “Documented by Microsoft, since 20 Jan 2023”. */
export function wordLevel(say: Say, { refused, basis, requirement }: Judgement): string {
  const word = refused ? 'level.refused' : basis === 'documented' ? 'level.documented' : 'level.recommended';
  const from = findRequirement(requirement)?.profiles.current?.from;
  return [
    say(word),
    ...(basis === 'observed' ? [say('level.observed')] : []),
    ...(basis === 'derived' ? [say('level.derived')] : []),
    ...(from === undefined ? [] : [say('level.since', { date: wordDate(say, from) })]),
  ].join(', ');
}
