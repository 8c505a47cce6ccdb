import { describe, expect, test } from 'vitest';
import { someCases } from '../../support/case-count';
import { emptyItemsIn, emptyLinesIn } from '../../support/empty-items';
import { ran } from '../cli/ran';
import type { Before, FailureCase } from './builder';
import { ruleCases } from './rule-cases';
import { serviceFailureCases } from './service-cases';
import { subnetCases } from './subnet-cases';

const all: readonly FailureCase[] = [...ruleCases, ...subnetCases, ...serviceFailureCases];
const languages = ['en', 'fr'] as const;

function filesOf({ files }: Before): Readonly<Record<string, string>> {
  return typeof files === 'string' ? { 'main.bicep': files } : files;
}

const words = (line: string): readonly string[] => line.split(' ').filter((word) => word !== '');

const before = all.flatMap((one) => (one.before ? [{ title: one.title, before: one.before }] : []));
const after = all.flatMap((one) =>
  one.after ? [{ title: one.title, message: one.after.message, before: one.before }] : [],
);

describe('no list in the terminal’s reports has an empty item', () => {
  test.each(someCases(before, 7))('check: $title', async ({ before: found }) => {
    const line = words(`check main.bicep ${found.options ?? ''}`);
    for (const language of languages) {
      const { out } = await ran(line, filesOf(found), { language });
      expect(emptyLinesIn(out)).toEqual([]);
    }
    const { out } = await ran([...line, '--format', 'json'], filesOf(found));
    expect(emptyItemsIn(JSON.parse(out))).toEqual([]);
  });

  test.each(someCases(after, 7))('explain: $title', async ({ message, before: found }) => {
    const files = found ? filesOf(found) : {};
    const line = [
      'explain',
      '--error',
      message,
      ...(found ? ['main.bicep', ...words(found.options ?? '')] : []),
    ];
    for (const language of languages) {
      const { out } = await ran(line, files, { language });
      expect(emptyLinesIn(out)).toEqual([]);
    }
    const { out } = await ran([...line, '--format', 'json'], files);
    expect(emptyItemsIn(JSON.parse(out))).toEqual([]);
  });
});
