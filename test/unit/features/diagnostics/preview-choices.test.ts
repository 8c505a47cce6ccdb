import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { statusOf } from '../../../../src/core/check-result';
import { previewView } from '../../../../src/features/diagnostics/preview/preview-view';
import {
  changeChoices,
  previewChanges,
  type PreviewedChanges,
} from '../../../../src/file-checks/edits/preview-changes';
import type { FixTestContext } from '../../../../src/file-checks/edits/written-fix';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { messagesIn } from '../../../support/messages-in';
import { testFixContext } from '../../file-checks/analyzed';

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8');

async function preview(text: string) {
  const fixTest = await testFixContext({ 'network.bicep': text });
  const problems = problemsOf(fixTest.analysis.check).filter(({ severity }) => severity !== 'hint');
  const changes = await previewChanges(fixTest, { problems });
  if (!changes) throw new Error('not read');
  return { fixTest, changes };
}

const view = (fixTest: FixTestContext, changes: PreviewedChanges) =>
  previewView(messagesIn('en'), {
    ...{ id: '1', title: 'Fix', changes, before: fixTest.analysis.check },
    ...{ changed: [], users: [], refused: null, isBusy: false, canCopy: false },
  });

/** The status of a choice's result after changes; null if it isn't a result. */
function statusAfter({ choices, after }: PreviewedChanges, key: string): string | null {
  const problem = choices.find((one) => one.key === key)?.problem;
  const subject = after.check.subjects.find(({ subnet }) => subnet.id === problem?.subnetId);
  const result = subject?.results.find(({ requirement }) => requirement === problem?.id);
  return result ? statusOf(result.outcome) : null;
}

describe.each(['files/infra/network.bicep', 'fixes/shared-nsg.bicep', 'fixes/shared-routes.bicep'])(
  'the choices of %s',
  (name) => {
    test('have a checkbox exactly if they’re selected, or if selecting them would change something', async () => {
      const { fixTest, changes } = await preview(read(name));
      for (const { key: only, isFixable } of changes.choices) {
        if (!isFixable) continue;
        const one = await changeChoices(fixTest, changes, new Set([only]));
        if (!one) throw new Error('not read');
        for (const { key, ticked, canChoose, result } of view(fixTest, one).flows) {
          const status = statusAfter(one, key);
          const isFixable = one.choices.some((each) => each.key === key && each.isFixable);
          const stays = status === null || ['open', 'unknown'].includes(status);
          expect({ key, canChoose }).toEqual({ key, canChoose: isFixable && (ticked || stays) });
          const isSettled = isFixable && !ticked && !stays;
          expect(/^(passes already|no longer blocked)/.test(result)).toBe(isSettled);
        }
      }
    });

    test('count as passed only if their result was checked and passes', async () => {
      const { fixTest, changes } = await preview(read(name));
      const { fixTest: tested, flows } = view(fixTest, changes);
      const selected = flows.filter(({ ticked }) => ticked);
      for (const { result } of selected) expect(result).not.toBe('not fixed');
      const unchecked = selected.filter(({ result }) => result === 'no longer blocked, can’t be checked');
      const passing = selected.length - unchecked.length;
      expect(tested.text).toContain(`all ${String(passing)} `);
      expect(/can’t be checked/.test(tested.text)).toBe(unchecked.length > 0);
    });
  },
);
