import { settingText, type Fix, type FixStep } from '../../core/fix';
import { nameOf, sameId } from '../../core/network/find';
import { sayReason, type Say } from '../../messages/say';
import { partTitle } from '../../wording/fix-title';
import { serviceStepReason } from '../../plans/service-steps';
import type { TestedEdits } from '../../file-checks/edits/tested-edits';
import { formatFixTitle } from '../../wording/fix-title';

/** The lines of one fix: its first change, and those that belong to it. */
export function fixText(say: Say, steps: readonly FixStep[]): readonly string[] {
  return steps.map((step, index) =>
    say(index === 0 ? 'terminal.fix' : 'terminal.fix.and', { step: stepText(say, step) }),
  );
}

/**
 * The steps of one fix, each rule with the priority that it has beside the other fixes: by themselves, several would
 * have the same one.
 */
export function asTogether({ steps }: Fix, all: Fix | null): readonly FixStep[] {
  const isSame = (one: FixStep, other: FixStep): boolean =>
    isNewRule(one) && isNewRule(other) && one.rule.name === other.rule.name && sameId(one.into, other.into);
  return steps.map((step) => all?.steps.find((other) => isSame(step, other)) ?? step);
}

function isNewRule(step: FixStep): step is Extract<FixStep, { do: 'insert'; what: 'rule' }> {
  return step.do === 'insert' && step.what === 'rule';
}

/** The line of a fix that is tested on the files alone. */
export function writtenText(say: Say, written: TestedEdits | undefined): readonly string[] {
  return written ? [say('terminal.fix', { step: formatFixTitle(say, written) })] : [];
}

/** One change, as somebody would write it down. */
export function stepText(say: Say, step: FixStep): string {
  switch (step.do) {
    case 'insert':
      return step.what === 'rule' ? ruleText(say, step) : routeText(say, step);
    case 'attach':
      return say('terminal.step.attach', { name: nameOf(step.id), to: nameOf(step.to) });
    case 'create':
      return say('terminal.step.create', { name: nameOf(step.id), type: step.what });
    case 'set':
      return say('terminal.step.set', {
        property: step.property,
        at: nameOf(step.at),
        value: settingText(step) || '[]',
      });
    case 'remove':
      return say('terminal.step.remove', { name: step.name, from: nameOf(step.from) });
    case 'detach':
      return say('terminal.step.detach', { name: nameOf(step.id), from: nameOf(step.from) });
    case 'delete':
      return say('terminal.step.delete', { name: nameOf(step.id) });
    default:
      return sayReason(say, serviceStepReason(step));
  }
}

function ruleText(say: Say, { rule, into }: Extract<FixStep, { what: 'rule'; do: 'insert' }>): string {
  return say('terminal.step.rule', {
    name: rule.name,
    priority: rule.priority,
    group: nameOf(into),
    what: say(`terminal.rule.${rule.access === 'Deny' ? 'deny' : 'allow'}${rule.direction}`, {
      part: partTitle(say, rule),
      from: addresses(say, rule.sources),
      to: addresses(say, rule.destinations),
    }),
  });
}

function addresses(say: Say, all: readonly string[]): readonly string[] {
  return all.map((one) => (one === '*' ? say('terminal.rule.any') : one));
}

function routeText(say: Say, { route, into }: Extract<FixStep, { what: 'route'; do: 'insert' }>): string {
  const { name, destination, nextHop, nextHopAddress } = route;
  const hop = nextHopAddress === null ? nextHop : `${nextHop} ${nextHopAddress}`;
  return say('terminal.step.route', { name, destination, hop, table: nameOf(into) });
}
