import { expect, test } from 'vitest';
import { fixabilityOf } from '../../../../src/checks/fixes/find-fix';
import { judge } from '../../../../src/checks/judge';
import { detailsView } from '../../../../src/features/wizard/views/details-view';
import { speaker } from '../../../../src/messages/speaker';
import { buildModel, buildPlan, facts } from '../../checks/model-builder';

test('a row whose fix meets a limit says which, and whom to ask for what', () => {
  const input = { model: buildModel({ rules: ['out 100 Deny * *>* * D'] }), plan: buildPlan(), facts };
  const judgements = judge(input.model, input.plan, facts);
  const { refused } = fixabilityOf(input, judgements);
  const id = 'outbound-arm-443';
  const row = judgements.find((one) => one.requirement === id)!;
  const toDo = (because: ReturnType<typeof refused.get>) =>
    detailsView(speaker('en'), row, { offered: false, refused: because })
      .find((one) => one.label === 'What to do')
      ?.runs.map((run) => run.text)
      .join('');
  expect(toDo(refused.get(id))).toBe(
    'Nothing can be fixed from here: No priority before 100 is free in nsg-training. Ask its owner to move the rule that blocks to a higher number.',
  );
  // Without a limit the row asks for the opening itself.
  expect(toDo(undefined)).not.toContain('Nothing can be fixed');
});
