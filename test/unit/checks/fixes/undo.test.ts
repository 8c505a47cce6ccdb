import { expect, it } from 'vitest';
import { applyFix } from '../../../../src/checks/fixes/apply-fix';
import { findFix } from '../../../../src/checks/fixes/find-fix';
import { undoOf } from '../../../../src/core/resource-change';
import { stepsOf } from '../../../support/changes';
import { buildModel, buildPlan, facts } from '../model-builder';

it('added rules are removed, and the overridden rule exists again as before', () => {
  const model = buildModel({
    rules: ['out 300 Deny Tcp *>20.50.68.112/29 443 Deny-Some', 'out 4096 Deny * *>* * Deny-All'],
  });
  const found = findFix({ model, plan: buildPlan({}), facts }, ['outbound-arm-443']);
  const changes = found?.fix.changes ?? [];
  expect(stepsOf(found?.fix).map((one) => one.do)).toEqual(['insert', 'remove']);
  const back = applyFix(applyFix(model, { changes }), { changes: undoOf(changes) });
  const rulesOf = ([group]: typeof model.securityGroups): unknown =>
    group?.rules.known && [...group.rules.value].map((rule) => ({ ...rule, index: 0 })).sort(byName);
  expect(rulesOf(back.securityGroups)).toEqual(rulesOf(model.securityGroups));
});

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
