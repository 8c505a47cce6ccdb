import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  isOfCause,
  problemsByCause,
  problemsWithin,
  reportedKey,
} from '../../../src/file-checks/cause-problems';
import type { CauseProblem } from '../../../src/file-checks/cause-problems';
import { previewChanges } from '../../../src/file-checks/edits/preview-changes';
import { attemptFixes } from '../../../src/file-checks/edits/tested-edits';
import { problemKey } from '../../../src/file-checks/problem-key';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { suppressEdit } from '../../../src/file-checks/suppress-edits';
import { withoutSuppressed } from '../../../src/file-checks/suppressed';
import { analyzed, testFixContext, withEdits } from './analyzed';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

/** Files in different forms: one NSG, a module's text, routes, services, and plain JSON. */
const files: readonly (readonly [string, string])[] = [
  'files/infra/network.bicep',
  'files/arm/azuredeploy.json',
  'fixes/shared-routes.bicep',
  'checks/outbound-storage-445.fails.bicep',
  'checks/inbound-aml-44224.fails.bicep',
  'checks/storage-trusted-access.fails.bicep',
  'checks/udr-forced-tunnel-batch.fails.bicep',
].map((name) => [name.endsWith('.json') ? 'main.json' : 'main.bicep', fixture(name)]);

/** Returns a text after the first fix of each problem, one after the other. */
async function fixedOneByOne(file: string, text: string, keys: readonly string[]): Promise<string> {
  let now = text;
  for (const key of keys) {
    const fixTest = await testFixContext({ [file]: now });
    const problem = problemsOf(fixTest.analysis.check).find((one) => problemKey(one) === key);
    const attempts = problem ? await attemptFixes(fixTest, problem) : [];
    const [first] = attempts.flatMap((one) => (one.is === 'tested' ? [one] : []));
    if (first) now = withEdits(now, first.edits);
  }
  return now;
}

interface Reported {
  readonly causes: readonly CauseProblem[];
  /** Every reported requirement, with its subnet. */
  readonly keys: readonly string[];
}

async function reported(file: string, text: string): Promise<Reported> {
  const { check } = await analyzed({ [file]: text });
  const reported = withoutSuppressed(problemsOf(check), () => text);
  const all = problemsByCause(check, reported);
  return { causes: all.filter(isOfCause), keys: all.flatMap(problemsWithin).map(problemKey).sort() };
}

test.each(files)(
  'suppressing one requirement of a cause in %s removes exactly its flows',
  async (file, text) => {
    const before = await reported(file, text);
    for (const { flows } of before.causes) {
      for (const id of new Set(flows.map((one) => one.id))) {
        const its = flows.filter((one) => one.id === id);
        const edit = suppressEdit({ file, text, isPlain: file.endsWith('.json') }, its);
        const after = await reported(file, withEdits(text, edit ? [edit] : []));
        const gone = before.keys.filter((key) => !after.keys.includes(key));
        // In JSON without comments, a resource suppresses the requirement for everything in it.
        expect(gone).toEqual(expect.arrayContaining([...new Set(its.map(problemKey))]));
        expect(gone.every((key) => key.split(' ')[1] === id)).toBe(true);
        expect(after.keys.filter((key) => !before.keys.includes(key))).toEqual([]);
      }
    }
  },
);

test.each(files)(
  'suppressing a cause in %s hides it, and a new flow is reported again',
  async (file, text) => {
    const before = await reported(file, text);
    for (const one of before.causes) {
      const edit = suppressEdit({ file, text, isPlain: file.endsWith('.json') }, one.flows);
      const quiet = withEdits(text, edit ? [edit] : []);
      const after = await reported(file, quiet);
      expect(after.causes.map(reportedKey)).not.toContain(reportedKey(one));
      const [id = ''] = one.flows.map((flow) => flow.id);
      const loud = quiet
        .replace(new RegExp(`(ignore-next-line[^\\n]*)\\b${id}\\b`), '$1')
        .replace(new RegExp(`"${id}",?\\s*`), '');
      expect((await reported(file, loud)).keys.filter((key) => key.split(' ')[1] === id)).toEqual(
        before.keys.filter((key) => key.split(' ')[1] === id),
      );
    }
  },
);

test.each(files)(
  'fixing a cause in %s as a whole equals its single fixes in any order',
  async (file, text) => {
    const fixTest = await testFixContext({ [file]: text });
    const { causes } = await reported(file, text);
    for (const one of causes) {
      const whole = await previewChanges(fixTest, { problems: one.flows });
      const chosen = whole?.choices.filter(({ key }) => whole.chosen.has(key)) ?? [];
      const fixed = whole?.texts.get(file);
      if (!whole || fixed === undefined) continue;
      const before = new Set(problemsOf(fixTest.analysis.check).map(problemKey));
      const left = problemsOf((await analyzed({ [file]: fixed })).check).map(problemKey);
      for (const { key } of chosen) expect(left).not.toContain(key);
      // A hint can remain for a flow that a default rule now allows.
      expect(left.filter((key) => !key.startsWith('hint') && !before.has(key))).toEqual([]);
      for (const order of [chosen, [...chosen].reverse()]) {
        const keys = order.map(({ key }) => key);
        const now = await fixedOneByOne(file, text, keys);
        const single = problemsOf((await analyzed({ [file]: now })).check).map(problemKey);
        expect(new Set(single.filter((key) => !key.startsWith('hint')))).toEqual(
          new Set(left.filter((key) => !key.startsWith('hint'))),
        );
      }
    }
  },
);
