import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import { everyAddress, emptySet } from '../../../../src/core/addresses/interval-set';
import { betweenNodes } from '../../../../src/core/reach/between-nodes';
import type { CompiledRule, RulePart } from '../../../../src/core/reach/compile-group';
import type { Stage } from '../../../../src/core/reach/trace';
import { reason } from '../../../../src/core/reason';

const cell = {
  protocols: 1,
  destinationPorts: emptySet,
  sourcePorts: emptySet,
  local: emptySet,
  remote: everyAddress,
};

const part = (...unknowns: readonly string[]): RulePart => ({
  cell,
  if: unknowns.map((id) => ({
    whyUnknown: { id, because: reason('unknown.notRead', { name: id }) },
    value: true,
  })),
});

function compiled(namesMembers: boolean, parts: readonly RulePart[]): CompiledRule {
  return {
    decider: {
      kind: 'rule',
      name: 'r',
      priority: 100,
      direction: 'Outbound',
      isDefault: false,
      groupId: 'g',
      groupName: 'g',
      level: 'subnet',
    },
    access: known('Allow'),
    protocols: 1,
    destinationPorts: emptySet,
    namesVirtualNetwork: false,
    namesMembers,
    parts: () => parts,
  };
}

const stage = (...rules: readonly CompiledRule[]): readonly Stage[] => [
  { level: 'subnet', group: known({}), rules },
];

const unknownsOf = (stages: readonly Stage[]) =>
  stages.flatMap(({ rules }) =>
    rules.flatMap((one) => one.parts().map((each) => each.if.map(({ whyUnknown }) => whyUnknown.id))),
  );

// A node of Azure ML can't be assigned to an application security group (docs/decisions of rules between nodes).
test('between nodes, only parts of a rule without an application security group count', () => {
  const parts = [part(), part('asg:web'), part('nsg:priority', 'asg:web'), part('nsg:priority')];
  expect(unknownsOf(betweenNodes(stage(compiled(true, parts))))).toEqual([[], ['nsg:priority']]);
});

test('a rule without application security groups stays the same object, and so do the stages if requested again', () => {
  const rule = compiled(false, [part('nsg:priority')]);
  const stages = stage(rule);
  const made = betweenNodes(stages);
  expect(made[0]?.rules[0]).toBe(rule);
  expect(betweenNodes(stages)).toBe(made);
});
