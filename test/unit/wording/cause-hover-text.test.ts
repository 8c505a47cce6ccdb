import { globSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { expect, test } from 'vitest';
import { isOfCause, problemsByCause } from '../../../src/file-checks/cause-problems';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { causeHoverText } from '../../../src/wording/cause-hover-text';
import { markdownTokens } from '../../support/active-markdown';
import { messagesIn } from '../../support/messages-in';
import { analyzed } from '../file-checks/analyzed';

/** VS Code adds the message above, and one related place. */
const mostLines = 9 - 2;
/** Characters of a line, as wide as VS Code shows a hover in a window of 1,440 pixels. */
const width = 110;

/** Files that describe networks: the samples, and forms that are published. */
const files = globSync('test/fixtures/{files,fixes,folders,documents,terraform}/**/*.{bicep,json,tf}')
  .filter((file) => !/parameters|\.terraform\//.test(file))
  .sort();

/** Returns the files of a folder, the given one first. */
function withNeighbors(file: string): Readonly<Record<string, string>> {
  const folder = dirname(file);
  const read = (name: string): readonly [string, string] => [
    relative(folder, name),
    readFileSync(name, 'utf8'),
  ];
  const own = globSync(`${folder}/**/*.{bicep,json,tf}`).filter((name) => name !== file);
  return Object.fromEntries([file, ...own].map(read));
}

test('the hover of each cause in the sample files is a few lines, in both languages', async () => {
  let count = 0;
  const kinds = new Set<string>();
  for (const file of files) {
    const found = await analyzed(withNeighbors(file)).catch(() => undefined);
    if (!found) continue;
    for (const problem of problemsByCause(found.check, problemsOf(found.check)).filter(isOfCause)) {
      count += 1;
      kinds.add(problem.id);
      for (const language of ['en', 'fr'] as const) {
        const links = { explain: 'command:x', preview: { title: 'Fix', href: 'command:y' } };
        const text = causeHoverText(messagesIn(language), problem, links);
        const [frame, , ...rows] = text.split('\n').filter((line) => line !== '');
        expect(frame).toBe('| | |');
        const shown = rows.map((row) => row.replaceAll(/\]\([^)]*\)|\\(?=\W)/g, ''));
        const lines = shown.reduce((sum, row) => sum + Math.ceil(row.length / width), 0);
        expect(lines, `${file}, ${problem.id}:\n${text}`).toBeLessThanOrEqual(mostLines);
        // All of it is one table and one line with links.
        expect(markdownTokens(text).filter(({ type }) => type === 'table')).toHaveLength(1);
      }
    }
  }
  expect(count).toBeGreaterThan(50);
  expect(kinds.size).toBeGreaterThan(5);
});
