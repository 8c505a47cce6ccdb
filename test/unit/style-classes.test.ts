import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync('webview-ui/**/*.{ts,css,html}').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));
const contracts = globSync('src/contract/wizard/*.ts').map((file) => readFileSync(file, 'utf8'));
/** Keys of messages, which contain words that aren't classes. */
const keys = /'[a-z]+(?:\.[\w-]+)+'/gi;
const styleBlocks = /\bcss`([^`]*)`/g;

/** Classes that the styles of a file name. */
function styledClasses(file: string, text: string): readonly string[] {
  const blocks = file.endsWith('.css')
    ? [text]
    : [...text.matchAll(styleBlocks)].map(([, body = '']) => body);
  return blocks.flatMap((body) =>
    [...body.replace(/\/\*[^]*?\*\//g, '').matchAll(/\.([a-z][\w-]*)(?=[^;{}]*\{)/gi)].flatMap(
      ([, name]) => name ?? [],
    ),
  );
}

test('every class that a style names is in the code of the page, so that no style is lost by renaming', () => {
  const code = [
    ...files.filter(({ file }) => !file.endsWith('.css')).map(({ text }) => text.replace(styleBlocks, '')),
    ...contracts,
  ]
    .join('\n')
    .replace(keys, '');
  const words = new Set(code.match(/[A-Za-z][\w-]*/g));
  const styled = files.flatMap(({ file, text }) => styledClasses(file, text).map((name) => ({ file, name })));
  // `as-table` and `as-picture` are joined from the chosen view.
  const unused = styled.filter(({ name }) => !words.has(name) && !words.has(name.replace(/^as-/, '')));
  expect(styled.length).toBeGreaterThan(300);
  expect(unused).toEqual([]);
});
