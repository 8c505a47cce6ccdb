import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import type { ExplainReport } from '../../../src/contract/explain-report';
import { byEffect, statusOf, type Outcome } from '../../../src/core/check-result';
import { messagesIn } from '../../support/messages-in';
import { errorCauses } from '../../../src/wording/error-causes';
import { explainError } from '../../../src/wording/explained-error';
import { ran } from '../cli/ran';
import type { Before, FailureCase } from './builder';
import { ruleCases } from './rule-cases';
import { serviceFailureCases } from './service-cases';
import { subnetCases } from './subnet-cases';

const cases: readonly FailureCase[] = [...ruleCases, ...subnetCases, ...serviceFailureCases];
const name = ({ id, title }: FailureCase): string => `case ${String(id)}: ${title}`;

type Requirement = CheckReport['subnets'][number]['requirements'][number];

const ranks = ['error', 'unknown', 'warning', 'info', 'note'] as const;

interface Row {
  readonly rank: (typeof ranks)[number];
  readonly id: string;
  readonly effect: Requirement['effect'];
  readonly outcome: Pick<Outcome, 'is'>;
  /** True if it is only required for an optional feature. */
  readonly isOption: boolean;
  readonly hasFix: boolean;
  readonly advice: string;
  readonly by: string | undefined;
}

function rankOf({ outcome, severity }: Requirement): Row['rank'] | undefined {
  switch (statusOf({ is: outcome })) {
    case 'open':
      return severity;
    case 'note':
      return 'note';
    case 'unknown':
      return severity === 'info' ? 'note' : 'unknown';
    default:
      return undefined;
  }
}

/** Rows of a report, in the order in which they're shown. */
function rowsOf(report: CheckReport): readonly Row[] {
  const requirements = report.subnets.flatMap((subnet) =>
    subnet.requirements.flatMap((one): Row[] => {
      const rank = rankOf(one);
      const { id, effect, level, fix, decidedBy, advice } = one;
      const outcome = { is: one.outcome };
      return rank
        ? [
            {
              rank,
              id,
              effect,
              outcome,
              isOption: level === 'optional' && rank !== 'error',
              hasFix: fix !== null,
              advice,
              by: decidedBy?.name,
            },
          ]
        : [];
    }),
  );
  const findings = report.findings.map(({ id, severity: rank, fix, advice }): Row => ({
    ...{ rank, id, effect: 'refused', outcome: { is: 'failed' } },
    ...{ isOption: false, hasFix: fix !== null, advice, by: undefined },
  }));
  const all = [...byEffect(requirements), ...findings];
  return ranks.flatMap((rank) => all.filter((one) => one.rank === rank));
}

async function checkedBefore({ files, options = '' }: Before, format: 'json' | 'text'): Promise<string> {
  const all = typeof files === 'string' ? { 'main.bicep': files } : files;
  const { out, error } = await ran(`check main.bicep ${options} --format ${format}`.replace(/ +/g, ' '), all);
  expect(error).toBe('');
  return out;
}

async function written({ files, options = '' }: Before): Promise<string> {
  const all = typeof files === 'string' ? { 'main.bicep': files } : files;
  const fixed = await ran(`fix main.bicep --allow remove,cost ${options}`.trimEnd(), all);
  return fixed.written['main.bicep'] ?? '';
}

const textOf = ({ rank, id }: Row): string => `${rank} ${id}`;

/** Returns the lowest rank of the causes; warning if there must be none. */
function lowestOf(causes: readonly string[]): number {
  const found = causes.map((one) => ranks.findIndex((rank) => one.startsWith(rank)));
  return found.length === 0 ? ranks.indexOf('warning') : Math.max(...found);
}

/** Each cause has the fix that the case names, or the report states what to do. */
async function expectRemedies(before: Before, rows: readonly Row[]): Promise<void> {
  const { causes, fixes = [] } = before;
  const wrong = rows.filter((one) => causes.includes(textOf(one)) && ['error', 'warning'].includes(one.rank));
  expect(wrong.filter(({ hasFix }) => hasFix).map(({ id }) => id)).toEqual(fixes);
  const text = await checkedBefore(before, 'text');
  const todo = wrong.filter(({ hasFix }) => !hasFix).map(({ advice }) => `What to do: ${advice}`);
  expect(todo.filter((line) => !text.includes(line))).toEqual([]);
}

describe('before the deployment', () => {
  const tested = cases.flatMap((one) =>
    one.before ? [{ ...one, before: one.before, name: name(one) }] : [],
  );

  test.each(tested)('$name', async ({ before }) => {
    const { causes, consequences = [], edits, unchecked = [], by } = before;
    const report = JSON.parse(await checkedBefore(before, 'json')) as CheckReport;
    const rows = rowsOf(report);
    expect(report.summary.uncheckedComputes.map((one) => one.name)).toEqual(unchecked);
    const lowest = lowestOf(causes);
    const isExact = lowest < ranks.indexOf('info');
    const counted = rows.filter(
      ({ rank, isOption }) => ranks.indexOf(rank) <= (isExact ? lowest : 0) && !isOption,
    );
    expect([...new Set(counted.map(textOf))].sort()).toEqual(
      isExact ? [...causes, ...consequences].sort() : [],
    );
    const first = isExact ? counted[0] : rows.find((one) => textOf(one) === causes[0]);
    expect(first && textOf(first)).toBe(causes[0]);
    await expectRemedies(before, rows);
    if (edits !== undefined) expect(await written(before)).toContain(edits);
    if (by !== undefined) expect(first?.by).toBe(by);
  });
});

describe('after the deployment', () => {
  const tested = cases.flatMap((one) => (one.after ? [{ ...one.after, name: name(one) }] : []));

  test.each(tested)('$name', ({ message, cause, check }) => {
    const causes = errorCauses(message);
    expect(causes[0]?.id).toBe(cause);
    expect(causes.slice(1).filter(({ isReported }) => isReported)).toEqual([]);
    const [first] = explainError(messagesIn('en'), message, null).causes;
    expect(first?.advice.join('')).not.toBe('');
    if (check !== undefined) expect(causes.flatMap(({ checks }) => checks)[0]).toBe(check);
  });
});

/** Returns the first cause in the first subnet that the message may be about. */
async function explainedWith({ files, options = '' }: Before, message: string) {
  const all = typeof files === 'string' ? { 'main.bicep': files } : files;
  const line = ['explain', '--error', message, 'main.bicep', ...options.split(' '), '--format', 'json'];
  const { out, error } = await ran(
    line.filter((word) => word !== ''),
    all,
  );
  expect(error).toBe('');
  const report = JSON.parse(out) as ExplainReport;
  return report.subnets[0]?.causes ?? [];
}

describe('after the deployment, with the files', () => {
  const tested = cases.flatMap((one) => {
    const { before, after } = one;
    return before && after && after.isAlone !== true ? [{ before, after, name: name(one) }] : [];
  });

  test.each(tested)('$name', async ({ before, after }) => {
    const [first, second] = await explainedWith(before, after.message);
    const [rank = '', id = ''] = (before.causes[0] ?? '').split(' ');
    expect(first?.requirements[0]?.id).toBe(id);
    const isCertain = rank === 'error' || rank === 'warning';
    expect(first?.rank).toBe(isCertain ? 'most' : 'possible');
    expect(second?.rank).not.toBe('most');
  });
});

describe('docs/failures.md', () => {
  const rows = readFileSync('docs/failures.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const tested = new Set(cases.map(({ id }) => id));

  test('lists each failure once, with a source', () => {
    expect(rows.map(([, id]) => Number(id))).toEqual(Array.from({ length: 66 }, (_, index) => index + 1));
    for (const row of rows) expect(row[6]).toMatch(/\]\(https:/);
  });

  test.each(cases.map((one) => ({ ...one, name: name(one) })))('$name: states the reported causes', (one) => {
    const [, , , before = '', after = ''] = rows.find((row) => Number(row[1]) === one.id) ?? [];
    const ids = (one.before?.causes ?? []).map((cause) => `\`${cause.split(' ')[1] ?? ''}\``);
    expect(ids.filter((id) => !before.includes(id))).toEqual([]);
    if (one.after) expect(after).not.toBe('–');
    if (one.after?.check !== undefined) expect(after).toContain(`\`${one.after.check}\``);
  });

  test.each(rows.map((row) => ({ id: Number(row[1]), test: row[5] ?? '' })))(
    'case $id names its test, or why it doesn’t have one',
    ({ id, test: named }) => {
      const [, file] = /^`(.*)`$/.exec(named) ?? [];
      expect(file === 'failures.test.ts').toBe(tested.has(id));
      if (file === undefined) expect(named).toMatch(/^No test/);
      else if (file !== 'failures.test.ts') {
        expect(existsSync(file) && readFileSync(file, 'utf8')).toBeTruthy();
      }
    },
  );
});
