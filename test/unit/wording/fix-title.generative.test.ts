import { expect, test } from 'vitest';
import { collectFixes } from '../../../src/plans/code/fix-entries';
import { leftOutLines } from '../../../src/plans/code/left-out';
import type { PlanSay } from '../../../src/plans/say';
import { fixabilityOf } from '../../../src/checks/fixes/find-fix';
import { isDeployable } from '../../../src/file-checks/analyze-file';
import type { TestedEdits } from '../../../src/file-checks/edits/fix-attempt';
import { attemptFixes } from '../../../src/file-checks/edits/tested-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { checkInputOf } from '../../../src/features/wizard/check-input';
import { planToCheck } from '../../../src/features/wizard/derived-plan';
import { loadedValue } from '../../../src/features/wizard/state';
import { changesTitle } from '../../../src/features/wizard/views/fix-flows';
import { isBilled } from '../../../src/core/resource-change';
import { permissionsOf } from '../../../src/core/fix-permissions';
import { formatApartTitle, formatFixChanges, formatFixTitle } from '../../../src/wording/fix-title';
import { someCases } from '../../support/case-count';
import { messagesIn } from '../../support/messages-in';
import { withoutType } from '../../support/named-types';
import { fixtureProjects } from '../../support/transformations/projects';
import type { Project } from '../../support/transformations/project';
import { testFixContext } from '../file-checks/analyzed';
import { everyPlan, seeAll, type Seen } from '../features/wizard/sample-walk';

/* A title that names a resource, or creates one that Azure bills, has its type: a name alone doesn't show what it is. */

const languages = [messagesIn('en'), messagesIn('fr')];

async function fixesOf({ roots: [root = ''], files }: Project): Promise<readonly TestedEdits[]> {
  const { [root]: text = '', ...others } = files;
  if (!isDeployable(root, text)) return [];
  const fixTest = await testFixContext({ [root]: text, ...others });
  const found: TestedEdits[] = [];
  for (const problem of problemsOf(fixTest.analysis.check)) {
    found.push(...(await attemptFixes(fixTest, problem)).filter((one) => one.is === 'tested'));
  }
  return found;
}

test('titles of fixes in the fixtures', { timeout: 600_000 }, async () => {
  const missing = new Set<string>();
  let billed = 0;
  for (const project of someCases(await fixtureProjects(), 30)) {
    for (const one of await fixesOf(project)) {
      const { changes } = one.fix;
      const isCost = permissionsOf(changes).length > 0;
      billed += isCost ? 1 : 0;
      const { leftOut } = collectFixes([{ ...one.fix, requirements: [], alsoUsedBy: [] }]);
      const texts = languages.flatMap((say) => [
        formatFixTitle(say, one),
        formatFixChanges(say, one).join('\n'),
        ...(isCost ? [formatApartTitle(say, one)] : []),
      ]);
      for (const text of texts.flatMap((each) => withoutType(each, changes))) missing.add(text);
      // What is billed is in the written code, not in the steps that it leaves out.
      const steps = languages.flatMap((say) => leftOutLines(say as PlanSay, leftOut));
      const free = changes.filter((each) => !isBilled(each));
      for (const text of steps.flatMap((each) => withoutType(each, free))) missing.add(text);
    }
  }
  expect([...missing]).toEqual([]);
  expect(billed).toBeGreaterThan(0);
});

function apartOf({ state }: Seen) {
  const facts = checkInputOf(state);
  const model = loadedValue(state.networks);
  if (!facts || !model) throw new Error('not read');
  const { apart } = fixabilityOf({ model, plan: planToCheck(state), facts }, state.evaluation?.results ?? []);
  return [...apart.values()];
}

test('titles of changes that are separate in the wizard', { timeout: 600_000 }, async () => {
  const networks = someCases([...new Set(everyPlan().map(({ network }) => network))], 6);
  const quarantine = 'vnet-quarantine-weu';
  const seen = await seeAll(
    everyPlan().filter(({ network }) => network === quarantine || networks.includes(network)),
  );
  const all = [...seen.values()].flatMap(apartOf);
  expect(all.length).toBeGreaterThan(0);
  const missing = all.flatMap((changes) =>
    languages.flatMap((say) => withoutType(changesTitle(say, changes), changes)),
  );
  expect([...new Set(missing)]).toEqual([]);
});
