// Every text that a user reads: messages, package.nls, descriptions of telemetry and of JSON schemas, and the pages.
import { build } from 'esbuild';
import { globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.mjs';

/** @typedef {'en' | 'fr'} TextLanguage */

/**
 * @typedef {object} Text
 * @property {string} key unique within its language
 * @property {string} text
 */

/**
 * @param {TextLanguage} language
 * @returns {Promise<readonly Text[]>} in the order of the catalog
 */
export async function catalogTexts(language) {
  const nls = language === 'fr' ? 'package.nls.fr.json' : 'package.nls.json';
  return [
    ...entries(await catalogOf(language)),
    ...entries(JSON.parse(readFileSync(join(root, nls), 'utf8')), 'package.nls '),
    ...(language === 'en' ? telemetryTexts() : []),
  ];
}

/**
 * @param {Readonly<Record<string, string>>} texts
 * @returns {readonly Text[]}
 */
function entries(texts, before = '') {
  return Object.entries(texts).map(([key, text]) => ({ key: `${before}${key}`, text }));
}

/** @param {TextLanguage} language @returns {Promise<Readonly<Record<string, string>>>} */
async function catalogOf(language) {
  const contents = [
    `import { early } from './src/messages/${language}/early';`,
    `import { late } from './src/messages/${language}/late';`,
    'export const texts = { ...early, ...late };',
  ].join('\n');
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).texts;
}

/** @returns {readonly Text[]} */
function telemetryTexts() {
  const { events } = JSON.parse(readFileSync(join(root, 'telemetry.json'), 'utf8'));
  return Object.entries(events).flatMap(([event, described]) =>
    Object.entries(described).flatMap(([name, value]) => {
      if (name === 'comment') return [{ key: `telemetry.${event}`, text: String(value) }];
      const { comment } = /** @type {{ comment?: string }} */ (value);
      return comment === undefined ? [] : [{ key: `telemetry.${event}.${name}`, text: comment }];
    }),
  );
}

/**
 * Returns the Markdown pages, without the generated ones of each check, which come from the catalog.
 * @returns {readonly { readonly file: string; readonly text: string }[]} paths from the root, with `/`
 */
export function pages() {
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md') && !name.startsWith('docs/checks/'));
  return [...top, ...docs].sort().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

/**
 * Returns descriptions in the JSON schemas of reports and files, each once.
 * @returns {readonly { readonly file: string; readonly text: string }[]} paths from the root, with `/`
 */
export function schemaTexts() {
  const files = ['docs', 'media'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.schema.json') && !name.includes('.fr.'))
      .map((name) => `${folder}/${name}`),
  );
  return files.sort().flatMap((file) => {
    /** @type {Set<string>} */
    const found = new Set();
    JSON.parse(readFileSync(join(root, file), 'utf8'), (key, value) => {
      if (key === 'description' && typeof value === 'string') found.add(value);
      return value;
    });
    return [...found].map((text) => ({ file, text }));
  });
}

const comment = /^[ \t]*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm;

/**
 * Comments of the code that begin their line, without code in backticks.
 * @returns {readonly { readonly file: string; readonly text: string }[]} paths from the root, with `/`
 */
export function commentTexts() {
  const files = globSync(['src/**/*.ts', 'webview-ui/src/**/*.ts', 'scripts/**/*.mjs', 'test/**/*.ts'], {
    cwd: root,
  });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('test/fixtures/') && !file.startsWith('scripts/words/'))
    .sort()
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(comment)].map(([text]) => ({
        file,
        text: text
          .replaceAll(/\n\s*\* ?/g, ' ')
          .replaceAll(/`[^`]*`/g, 'code')
          .trim(),
      })),
    );
}
