import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Claims of `docs/security.md`: one line each, with the file and the title of the test that verifies it. */
const claims = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('- ') && line.includes('`test/'))
  .map((line) => /^- .+ — `(?<file>test\/[^`]+)` › (?<title>.+)$/.exec(line)?.groups ?? { line });

test('each claim on security names a test that exists', () => {
  expect(claims.length).toBeGreaterThan(50);
  const wrong = claims.filter(
    ({ file = '', title = '' }) =>
      title === '' || !existsSync(file) || !readFileSync(file, 'utf8').includes(title),
  );
  expect(wrong).toEqual([]);
});
