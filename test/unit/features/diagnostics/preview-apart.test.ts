import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isBilled } from '../../../../src/core/resource-change';
import { previewView } from '../../../../src/features/diagnostics/preview/preview-view';
import {
  changeChoices,
  previewChanges,
  type PreviewedChanges,
} from '../../../../src/file-checks/edits/preview-changes';
import type { FixTestContext } from '../../../../src/file-checks/edits/written-fix';
import { problemsByCause, problemsWithin } from '../../../../src/file-checks/cause-problems';
import type { Problem } from '../../../../src/file-checks/problem';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { messagesIn } from '../../../support/messages-in';
import { testFixContext } from '../../file-checks/analyzed';

const folder = new URL('../../../fixtures/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const names = ['fixes', 'files/infra'].flatMap((under) =>
  readdirSync(new URL(under, folder))
    .filter((name) => name.endsWith('.bicep'))
    .map((name) => `${under}/${name}`),
);
/** The same file with private subnets, which don't have outbound access. */
const withPrivateSubnets = (text: string): string =>
  text
    .replaceAll(/^ *defaultOutboundAccess: .*\n/gm, '')
    .replaceAll(/^( *)addressPrefix: '.*'$/gm, '$&\n$1defaultOutboundAccess: false');
/** A private subnet behind a rule that denies all. */
const denied = withPrivateSubnets(read('files/infra/network.bicep'));

interface Previewed {
  readonly fixTest: FixTestContext;
  readonly changes: PreviewedChanges;
}

const view = ({ fixTest, changes }: Previewed, language: 'en' | 'fr' = 'en') =>
  previewView(messagesIn(language), {
    ...{ id: '1', title: 'Fix', changes, before: fixTest.analysis.check },
    ...{ changed: [], users: [], refused: null, isBusy: false, canCopy: false },
  });

/** Previews all problems of a file, and those of each cause. */
async function previewsOf(text: string): Promise<readonly Previewed[]> {
  const fixTest = await testFixContext({ 'network.bicep': text });
  const { check } = fixTest.analysis;
  const problems = problemsOf(check).filter(({ severity }) => severity !== 'hint');
  const groups: readonly (readonly Problem[])[] = [
    problems,
    ...problemsByCause(check, problems).map(problemsWithin),
  ];
  const previewed: Previewed[] = [];
  for (const group of groups) {
    const changes = await previewChanges(fixTest, { problems: group });
    if (changes) previewed.push({ fixTest, changes });
  }
  return previewed;
}

async function choose({ fixTest, changes }: Previewed, keys: readonly string[]): Promise<Previewed> {
  const after = await changeChoices(fixTest, changes, new Set([...changes.chosen, ...keys]));
  if (!after) throw new Error('not read');
  return { fixTest, changes: after };
}

/** Returns the number of flows that pass by the text of a test. */
const passingIn = (text: string): number => Number(/^\d+/.exec(text)?.[0]);

/** Returns the number of selected flows whose result was checked and passes. */
const checkedIn = ({ flows, apart }: ReturnType<typeof view>): number | string =>
  apart.some(({ ticked }) => ticked)
    ? 'not listed'
    : flows.filter(({ ticked, result }) => ticked && !/can’t be checked|not fixed/.test(result)).length;

/** Returns the resources that Azure bills, by row. */
function billedByRow({ changes }: Previewed, rows: readonly { readonly keys: readonly string[] }[]) {
  return rows.map(({ keys }) => {
    const apart = changes.choices.flatMap((one) => (keys.includes(one.key) && one.apart ? [one.apart] : []));
    return new Set(apart.flatMap(({ fix }) => fix.changes.filter(isBilled).map(({ id }) => id)));
  });
}

describe.each(
  names.flatMap((name) => [
    [name, read(name)] as const,
    [`${name} with private subnets`, withPrivateSubnets(read(name))] as const,
  ]),
)('changes that cost or remove something in %s', (_, text) => {
  test('are one row per billed resource, which is named, and fix all of their problems together', async () => {
    for (const previewed of await previewsOf(text)) {
      const { apart } = view(previewed);
      const billed = billedByRow(previewed, apart).flatMap((ids) => [...ids]);
      expect(billed).toEqual([...new Set(billed)]);
      for (const { keys, title } of apart) {
        const chosen = await choose(previewed, keys);
        const row = view(chosen).apart.find((one) => one.title === title);
        expect(row?.ticked).toBe(true);
        expect(chosen.changes.fails.map(({ problem }) => problem.id)).toEqual([]);
      }
    }
  });

  test('that a second cause of a flow needs are offered next to the test, until they’re selected', async () => {
    for (const previewed of await previewsOf(text)) {
      const { fixBoth, fixTest } = view(previewed);
      expect(/^\d+ of \d+ /.test(fixTest.text)).toBe(fixBoth !== null);
      if (!fixBoth) continue;
      expect(passingIn(fixTest.text)).toBe(checkedIn(view(previewed)));
      expect(fixTest.is).toBe('info');
      const both = await choose(previewed, fixBoth.keys);
      expect(view(both).fixBoth).toBe(null);
      expect(both.changes.fails).toEqual([]);
      expect(both.changes.chosen.size).toBeGreaterThan(previewed.changes.chosen.size);
    }
  });
});

test('a rule and missing outbound access that block the same flows are fixed by one button', async () => {
  const previewed = (await previewsOf(denied)).find(({ changes: { choices } }) => {
    const ids = choices.map(({ problem }) => problem.id);
    return ids.includes('outbound-aml-udp-5831') && !ids.includes('egress-explicit-for-npip');
  });
  if (!previewed) throw new Error('no cause');
  const shown = view(previewed);
  expect(shown.fixTest.text).toMatch(
    /^\d of \d flows pass(es)?\. \d are also blocked by the missing outbound access of snet-training\.$/,
  );
  expect(shown.fixBoth?.label).toBe('Fix both…');
  expect(view(previewed, 'fr').fixBoth?.label).toBe('Corriger les deux…');
  expect(shown.apart.map(({ title, what }) => ({ title, what }))).toEqual([
    {
      title: 'Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training',
      what: expect.stringMatching(/^fixes \d checks$/) as string,
    },
  ]);
});
