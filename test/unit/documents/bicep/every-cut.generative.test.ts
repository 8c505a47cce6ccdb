import { expect, test } from 'vitest';
import { parseBicep } from '../../../../src/documents/bicep/parser/parse';
import { bicepFixtures } from '../../../support/bicep-fixtures';
import { someCases } from '../../../support/case-count';
import { readBefore, distinctCuts } from '../../../support/every-cut';
import { declarationsIn } from '../../../support/damaged-syntax';

/** Returns everything but names, which the parser doesn't interpret. */
function wordsOf(text: string, file: string): string {
  const { tokens } = parseBicep(text, file);
  return tokens
    .map(
      ({ kind, start, text: word }) =>
        `${kind} ${kind === 'end' || kind === 'newline' ? '' : start} ${kind === 'identifier' ? word : ''}`,
    )
    .join('\n');
}

const fixtures = bicepFixtures();

test(
  'a prefix of a file has the same declarations, from its last whole declaration on, as the whole file',
  { timeout: 600_000 },
  () => {
    const differing = someCases(fixtures, 8).flatMap(({ name, text }) => {
      const whole = declarationsIn(text, name);
      return distinctCuts(parseBicep(text, name)).flatMap((cut) => {
        const { from, read } = readBefore({ text, file: name, whole }, cut);
        const all = declarationsIn(text.slice(0, cut), name).filter(({ start }) => start >= from);
        return JSON.stringify(all) === JSON.stringify(read) ? [] : [`${name} at ${cut}`];
      });
    });
    expect(differing).toEqual([]);
  },
);

test('a skipped cut has the same result as the one before it', { timeout: 600_000 }, () => {
  const differing = someCases(fixtures, 8).flatMap(({ name, text }) => {
    const telling = new Set(distinctCuts(parseBicep(text, name)));
    return [...Array(text.length).keys()].flatMap((cut) => {
      if (telling.has(cut)) return [];
      const isSame = wordsOf(text.slice(0, cut), name) === wordsOf(text.slice(0, cut - 1), name);
      return isSame ? [] : [`${name} at ${cut}`];
    });
  });
  expect(differing).toEqual([]);
});
