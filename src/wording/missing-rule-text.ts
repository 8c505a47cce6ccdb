import type { Say } from '../messages/say';
import type { MissingRule } from './missing-rules';
import { formatDirection } from './subject-text';

/** Returns a rule that Azure requires in a line. */
export function formatMissingRule(say: Say, rule: MissingRule): string {
  const any = say('explain.missing.part');
  const values = {
    name: rule.name === '' ? '–' : rule.name,
    direction: rule.direction === null ? '' : formatDirection(say, rule.direction),
    protocol: rule.protocol ?? any,
    ports: rule.ports ?? any,
    source: rule.source ?? any,
    destinations: rule.destinations.length === 0 ? any : either(say, rule.destinations),
  };
  return rule.before === null
    ? say('explain.missing.ruleAnywhere', values)
    : say('explain.missing.rule', { ...values, before: rule.before });
}

function either(say: Say, all: readonly string[]): string {
  return new Intl.ListFormat(say.language, { type: 'disjunction' }).format(all);
}
