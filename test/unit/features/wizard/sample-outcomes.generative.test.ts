import { beforeAll, expect, test } from 'vitest';
import { caseCount, someCases } from '../../../support/case-count';
import { failuresIn } from '../../../support/failures-in';
import { creationEnd, everyPlan, walkName, rowsOf, seeAll, type Seen } from './sample-walk';

/**
 * Every result of every subnet of the sample, and how a creation there ends in Azure. After an intended change, `npx
 * vitest run test/unit/features/wizard/sample-outcomes.generative.test.ts -u` writes the files of all networks. Read
 * the difference.
 */
const all = [...new Set(everyPlan().map(({ network }) => network))];
const networks = process.env['AML_SECURE_COMPUTE_WRITES'] === undefined ? someCases(all, 5) : all;
const plans = everyPlan().filter(({ network }) => networks.includes(network));
let seen: ReadonlyMap<string, Seen>;
const ends = new Map<string, string>();
const works = /^Succeeded, (1 idle, 0 unusable|Running)$/;

beforeAll(async () => {
  seen = await seeAll(plans);
  for (const one of plans) ends.set(walkName(one), await creationEnd(one));
}, 600_000);

test('every result in every network, and the end of each creation, match the snapshots', async () => {
  const failures = await failuresIn(
    networks.map((network) => [network, network] as const),
    async (network) => {
      const text = plans
        .filter((one) => one.network === network)
        .map((one) => sectionOf(walkName(one)))
        .join('\n');
      await expect(text).toMatchFileSnapshot(`../../../fixtures/sample-summary/${network}.txt`);
    },
  );
  expect(failures).toEqual([]);
});

function sectionOf(name: string): string {
  const readiness = seen.get(name)!.readiness;
  const rows = rowsOf(readiness);
  const fine = (counts: string): string => {
    const ids = rows.filter((row) => row.counts === counts).map(({ id }) => id);
    return `  ${counts.padEnd(8)} ${ids.sort().join(' ') || '–'}`;
  };
  const others = rows
    .filter(({ counts }) => counts !== 'passed' && counts !== 'default')
    .map(({ counts, id, word, rest }) => `  ${counts.padEnd(8)} ${id}: ${word} ${rest}`.trimEnd());
  return [
    name,
    `  ${readiness.summary}`,
    `  Azure: ${ends.get(name)}`,
    ...others,
    fine('default'),
    fine('passed'),
    '',
  ].join('\n');
}

test('every subnet with the result “ready” works in the sandbox, which doesn’t use the checks', () => {
  const ready = plans.map(walkName).filter((name) => seen.get(name)!.readiness.summary.startsWith('Ready'));
  expect(ready.length).toBeGreaterThan(0);
  expect(ready.filter((name) => !works.test(ends.get(name) ?? ''))).toEqual([]);
});

test('some creations succeed, some fail, and some are refused', () => {
  const all = [...ends.values()];
  for (const end of [works, /unusable, /, /^refused, 400/]) {
    expect(all.filter((one) => end.test(one)).length, String(end)).toBeGreaterThan(caseCount(0, 5));
  }
});
