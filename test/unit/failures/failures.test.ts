import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import { errorCauses } from '../../../src/wording/error-causes';
import { ran } from '../cli/ran';
import type { Before, FailureCase } from './builder';
import { ruleCases } from './rule-cases';
import { serviceCases } from './service-cases';
import { subnetCases } from './subnet-cases';

const cases: readonly FailureCase[] = [...ruleCases, ...subnetCases, ...serviceCases];
const name = ({ id, title }: FailureCase): string => `case ${String(id)}: ${title}`;

type Requirement = CheckReport['subnets'][number]['requirements'][number];

const ranks = ['error', 'unknown', 'warning', 'info', 'note'] as const;
const effects = ['refused', 'fails', 'documented'];

interface Row {
  readonly rank: (typeof ranks)[number];
  readonly id: string;
  readonly effect: string;
  readonly isWish: boolean;
  readonly hasFix: boolean;
  readonly by: string | undefined;
}

const openVerdicts = ['partly-blocked', 'blocked', 'no-way-out', 'reply-lost', 'not-met'];

function rankOf({ verdict, severity }: Requirement): Row['rank'] | undefined {
  if (openVerdicts.includes(verdict)) return severity;
  if (verdict === 'note') return 'note';
  if (verdict !== 'undecided' && verdict !== 'handed-on') return undefined;
  return severity === 'info' ? 'note' : 'unknown';
}

function rowsOf(report: CheckReport): readonly Row[] {
  const requirements = report.subnets.flatMap((subnet) =>
    subnet.requirements.flatMap((one): Row[] => {
      const rank = rankOf(one);
      if (!rank) return [];
      const { id, effect, level, fix, decidedBy } = one;
      return [{ rank, id, effect, isWish: level === 'optional', hasFix: fix !== null, by: decidedBy?.name }];
    }),
  );
  const findings = report.findings.map(
    ({ id, severity, fix }): Row => ({
      ...{ rank: severity, id, effect: 'refused', isWish: false, hasFix: fix !== null, by: undefined },
    }),
  );
  const place = ({ rank, effect }: Row): number => ranks.indexOf(rank) * 10 + effects.indexOf(effect);
  return [...requirements, ...findings].sort((a, b) => place(a) - place(b));
}

async function rowsBefore({ files, options = '' }: Before): Promise<readonly Row[]> {
  const all = typeof files === 'string' ? { 'main.bicep': files } : files;
  const { out, error } = await ran(`check main.bicep ${options} --format json`.replace(/ +/g, ' '), all);
  expect(error).toBe('');
  return rowsOf(JSON.parse(out) as CheckReport);
}

const textOf = ({ rank, id }: Row): string => `${rank} ${id}`;

describe('before the deployment', () => {
  const tested = cases.flatMap((one) => (one.before ? [{ ...one, before: one.before, name: name(one) }] : []));

  test.each(tested)('$name', async ({ before }) => {
    const { causes, consequences = [], fixes = [], by } = before;
    const rows = await rowsBefore(before);
    const lowest = Math.max(...causes.map((one) => ranks.findIndex((rank) => one.startsWith(rank))), 2);
    const isExact = lowest < ranks.indexOf('info');
    const counted = rows.filter(
      ({ rank, isWish }) => ranks.indexOf(rank) <= (isExact ? lowest : 0) && !isWish,
    );
    expect(counted.map(textOf).sort()).toEqual(isExact ? [...causes, ...consequences].sort() : []);
    const first = isExact ? counted[0] : rows.find((one) => textOf(one) === causes[0]);
    expect(first && textOf(first)).toBe(causes[0]);
    expect(fixes.filter((id) => rows.some((one) => one.id === id && one.hasFix))).toEqual(fixes);
    if (by !== undefined) expect(first?.by).toBe(by);
  });
});

describe('after the deployment', () => {
  const tested = cases.flatMap((one) => (one.after ? [{ ...one.after, name: name(one) }] : []));

  test.each(tested)('$name', ({ message, cause }) => {
    const [first] = errorCauses(message);
    expect(first?.id === 'flow' ? first.checks[0] : first?.id).toBe(cause);
  });
});
