import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/places.mjs';
import { outdatedPages } from '../../../scripts/reference-pages.mjs';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const below = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: join(root, 'docs') })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const targetsIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/\]\(([^()\s#]+)[^()\s]*\)/g)].map(([, target = '']) => target);

test('the tables of options and settings match the program', async () => {
  expect(await outdatedPages()).toEqual([]);
});

test('the page of the report schema names only members of a schema', () => {
  const schemas = below('*.schema.json').map((file) => read(`docs/${file}`));
  const members = [...read('docs/report-schema.md').matchAll(/^\| ((?:`[\w.[\]]+`(?:, )?)+) +\|/gm)].flatMap(
    ([, cell = '']) => [...cell.matchAll(/\w+/g)].map(([name]) => name),
  );
  expect(members.length).toBeGreaterThan(50);
  const isMissing = (name: string): boolean => !schemas.some((schema) => schema.includes(`"${name}"`));
  expect(members.filter(isMissing)).toEqual([]);
});

test('the repository’s URL is in package.json, and in files generated from it', () => {
  const { repository } = JSON.parse(read('package.json')) as {
    readonly repository: { readonly url: string };
  };
  const slug = new URL(repository.url).pathname.slice(1).replace(/\.git$/, '');
  const files = globSync(
    '{*,.*,{docs,scripts,src,media,webview-ui,.github}/**/*}.{md,json,mjs,ts,yml,yaml,txt,svg}',
    {
      cwd: root,
    },
  ).filter((file) => !/^package(-lock)?\.json$/.test(file));
  expect(files.length).toBeGreaterThan(1000);
  const written = (file: string): string =>
    read(file).replaceAll(/<!-- generated: [^]*?<!-- \/generated -->/g, '');
  expect(files.filter((file) => written(file).includes(slug))).toEqual([]);
});

test('pictures and links of the packaged README lead to files of the repository, or use HTTPS', () => {
  const page = read('README.md');
  const sources = [...page.matchAll(/(?:src|srcset|href)="([^"\s]+)"/g)].map(([, target = '']) => target);
  const local = [...targetsIn('README.md'), ...sources].filter((target) => !target.startsWith('https://'));
  expect(local.length).toBeGreaterThan(10);
  // The packaging tool prefixes them with the repository's URL, so only links to files in it can be checked there.
  for (const target of local) expect(existsSync(join(root, target)), target).toBe(true);
  expect(page).not.toMatch(/\]\(http:|\.svg\)/);
});

test('the index of the documentation links every page', () => {
  const all = below('{*,guide/*}.md').filter((file) => file !== 'README.md');
  expect(targetsIn('docs/README.md')).toEqual(expect.arrayContaining([...all]));
});

test('source files that pages name exist', () => {
  const pages = [
    ...below('*.md').map((file) => `docs/${file}`),
    'CONTRIBUTING.md',
    ...globSync('src/**/README.md', { cwd: root }),
  ];
  const sources = globSync('{src,webview-ui,scripts,test}/**/*.{ts,mts,mjs}', {
    cwd: root,
    exclude: ['**/node_modules'],
  }).map((file) => `/${file.replaceAll('\\', '/')}`);
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/`([\w-][\w./-]*\.(?:ts|mts|mjs))`/g)].map(([, name = '']) => ({ page, name })),
  );
  expect(named.length).toBeGreaterThan(100);
  const isMissing = ({ name }: (typeof named)[number]): boolean =>
    !existsSync(join(root, name)) && !sources.some((file) => file.endsWith(`/${name}`));
  expect(named.filter(isMissing)).toEqual([]);
});

test('labels that pages for users name are texts of the product', () => {
  const texts = globSync('{src/messages/en/*,package.nls}.json', { cwd: root }).flatMap((file) =>
    Object.values(JSON.parse(read(file)) as Readonly<Record<string, string>>),
  );
  const isText = textsWithValues(texts);
  const ofVsCode = ['More Actions'];
  const labels = ['README.md', ...below('guide/*.md').map((file) => `docs/${file}`)].flatMap((file) =>
    [...read(file).matchAll(/\*\*([^*]+)\*\*|(?<![\w*])_([A-Z][^_]+)_(?!\w)/g)].map(
      ([, bold, italic = '']) => ({ file, label: (bold ?? italic).replaceAll("'", '’') }),
    ),
  );
  expect(labels.length).toBeGreaterThan(50);
  expect(labels.filter(({ label }) => !isText(label) && !ofVsCode.includes(label))).toEqual([]);
});

/** Returns whether a label is a text with any values, or its beginning: up to a colon, or without the last `…`. */
function textsWithValues(texts: readonly string[]): (label: string) => boolean {
  const patterns = texts
    .filter((text) => /[a-z]{2}/i.test(text.replaceAll(/\{[^}]*\}/g, '')))
    .flatMap((text) => [text, text.replace(/:.*/s, ''), text.replace(/…$/, '')])
    .map((text) => text.split(/\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .map((parts) => new RegExp(`^${parts.join('.+')}$`));
  return (label) => patterns.some((pattern) => pattern.test(label));
}

describe('decisions', () => {
  const files = below('decisions/*.md')
    .map((file) => basename(file))
    .filter((file) => file !== 'README.md');

  test('have a title with their number, and a file name made of both', () => {
    for (const file of files) {
      const [, number = '', words = ''] = /^(\d{4})-([a-z0-9-]+)\.md$/.exec(file) ?? [];
      const title = /^# (\d{4}) (\S.+)$/m.exec(read(`docs/decisions/${file}`)) ?? [];
      expect(title[1], file).toBe(number);
      expect(slug(title[2] ?? ''), file).toBe(words);
    }
  });

  test('are in the index, each with its title, in order', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/\[(\d{4} [^\]]+)\]\(([^)]+)\)/g)];
    expect(listed.map(([, title, file]) => `${file ?? ''} ${title ?? ''}`)).toEqual(
      files.map((file) => `${file} ${/^# (.+)$/m.exec(read(`docs/decisions/${file}`))?.[1] ?? ''}`),
    );
  });
});

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
