import { expect, test } from 'vitest';
import { fixabilityOf } from '../../../../src/checks/fixes/find-fix';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { known } from '../../../../src/core/known';
import { detailsView } from '../../../../src/features/wizard/views/details-view';
import { messagesIn } from '../../../support/messages-in';
import { formatOutcome } from '../../../../src/wording/outcome-text';
import { adminRule } from '../../../support/networks';
import { buildModel, buildPlan, facts } from '../../checks/model-builder';

test('a row whose fix reaches a limit states the limit, and whom to ask for what', () => {
  const input = { model: buildModel({ rules: ['out 100 Deny * *>* * D'] }), plan: buildPlan(), facts };
  const results = checkSubnet(input.model, input.plan, facts);
  const { refused } = fixabilityOf(input, results);
  const id = 'outbound-arm-443';
  const row = results.find((one) => one.requirement === id)!;
  const toDo = (because: ReturnType<typeof refused.get>) =>
    detailsView(messagesIn('en'), row, { offered: false, refused: because })
      .find((one) => one.label === 'What to do')
      ?.runs.map((run) => run.text)
      .join('');
  expect(toDo(refused.get(id))).toBe(
    'Can’t be fixed automatically. nsg-training doesn’t have a free priority before 100. Ask its owner to increase the priority number of the blocking rule.',
  );
  // Without a limit, the row asks for the allow rule itself.
  expect(toDo(undefined)).not.toContain('Nothing can be fixed');
});

test('a flow that a security admin rule blocks doesn’t get a fix; the row states whose rule it is and whom to ask', () => {
  const built = buildModel({});
  const adminRules = known([adminRule('Deny Outbound 20 Tcp *>*:445')]);
  const model = { ...built, virtualNetworks: built.virtualNetworks.map((one) => ({ ...one, adminRules })) };
  const plan = buildPlan();
  const results = checkSubnet(model, plan, facts);
  const { fixable, refused } = fixabilityOf({ model, plan, facts }, results);
  const row = results.find((one) => one.requirement === 'outbound-storage-445')!;
  const say = messagesIn('en');
  expect(formatOutcome(say, row).rest).toBe('by security admin rule 20 Deny-Outbound-20-Tcp-445 · TCP 445');
  const details = detailsView(say, row, { offered: false, refused: refused.get(row.requirement) });
  const of = (label: string) =>
    details
      .find((one) => one.label === label)
      ?.runs.map((run) => run.text)
      .join('');
  expect(of('Blocked by')).toBe(
    '20 Deny-Outbound-20-Tcp-445, outbound, in baseline (security admin rules of network manager nm-platform)',
  );
  expect(of('What to do')).toBe(
    'Can’t be fixed automatically. Security admin rule Deny-Outbound-20-Tcp-445 in baseline takes precedence over NSG rules. Ask the owner of network manager nm-platform to change the rule, or to remove the network from its network groups.',
  );
  expect(fixable).not.toContain(row.requirement);
});
