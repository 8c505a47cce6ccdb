import { describe, expect, test } from 'vitest';
import { parseBicep } from '../../../../src/documents/bicep/parser/parse';
import { bicepFixtures } from '../../../support/bicep-fixtures';
import { readBefore, tellingCuts } from '../../../support/every-cut';
import { declarationsIn } from '../../../support/wounds';

/** Everything but names: at those the parser looks. */
function wordsOf(text: string, file: string): string {
  const { tokens } = parseBicep(text, file);
  return tokens
    .map(
      ({ kind, start, text: word }) =>
        `${kind} ${kind === 'end' || kind === 'newline' ? '' : start} ${kind === 'identifier' ? word : ''}`,
    )
    .join('\n');
}

describe.each(bicepFixtures())('$name', ({ name, text }) => {
  const tree = parseBicep(text, name);
  const whole = declarationsIn(text, name);

  test('what is read of a prefix from its last whole declaration on is what is read of all of it', () => {
    const differing = tellingCuts(tree).filter((cut) => {
      const { from, read } = readBefore({ text, file: name, whole }, cut);
      const all = declarationsIn(text.slice(0, cut), name).filter(({ start }) => start >= from);
      return JSON.stringify(all) !== JSON.stringify(read);
    });
    expect(differing).toEqual([]);
  });

  test('a cut that is left out leaves the words of the one before it', () => {
    const telling = new Set(tellingCuts(tree));
    const differing = [...Array(text.length).keys()].flatMap((cut) => {
      if (telling.has(cut)) return [];
      return wordsOf(text.slice(0, cut), name) === wordsOf(text.slice(0, cut - 1), name) ? [] : [cut];
    });
    expect(differing).toEqual([]);
  });
});
