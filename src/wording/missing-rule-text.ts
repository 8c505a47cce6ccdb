import type { Say } from '../messages/say';
import type { MissingRule } from './missing-rules';

/** A rule that Azure requires, in one line. */
export function formatMissingRule(say: Say, rule: MissingRule): string {
  const any = say('explain.missing.part');
  return say('explain.missing.rule', {
    name: rule.name === '' ? '–' : rule.name,
    direction: rule.direction ?? '',
    protocol: rule.protocol ?? any,
    ports: rule.ports ?? any,
    source: rule.source ?? any,
    destinations: rule.destinations.length === 0 ? any : either(say, rule.destinations),
    before: rule.before ?? any,
  });
}

function either(say: Say, all: readonly string[]): string {
  return new Intl.ListFormat(say.language, { type: 'disjunction' }).format(all);
}
