// ESLint, without the files that can't have changed their result since they last passed. Its own cache looks at each
// file alone, but rules that know types depend on what a file imports, so a file counts as unchanged only with all of it.
import { ESLint } from 'eslint';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { cache, root } from './places.mjs';

const passedFile = join(cache, 'lint.json');
const left = ['node_modules', 'dist', 'out', '.cache', 'test-results', '.git'];
const endings = ['', '.ts', '.mts', '.mjs', '/index.ts', '.d.ts'];
const aliases = { '@contract/': 'src/contract/', '@messages/': 'src/messages/' };

/** What decides the result of every file: rules, the compiler's options, versions of all packages, global types. */
const shared = ['eslint.config.mjs', 'package-lock.json', 'scripts/lint.mjs'].concat(
  globSync(['{,webview-ui/,test/e2e/,scripts/}tsconfig*.json', '{src,webview-ui,test,scripts}/**/*.d.ts'], {
    cwd: root,
  }).sort(),
);

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('base64');

/** @param {string} name as it is imported @param {string} from the file that imports it */
function resolveImport(name, from) {
  const alias = Object.entries(aliases).find(([prefix]) => name.startsWith(prefix));
  if (!alias && !name.startsWith('.')) return [];
  const path = alias ? join(root, alias[1], name.slice(alias[0].length)) : resolve(dirname(from), name);
  const found = endings
    .map((ending) => path + ending)
    .find((one) => files.has(one) || (one.endsWith('.json') && existsSync(one)));
  return found === undefined ? [] : [found];
}

/** @type {Map<string, { text: string; imports: readonly string[] }>} */
const read = new Map();

/** @param {string} file */
function readFile(file) {
  const before = read.get(file);
  if (before) return before;
  const text = readFileSync(file, 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const one = {
    text: hash(text),
    imports: importedFiles.flatMap(({ fileName }) => resolveImport(fileName, file)),
  };
  read.set(file, one);
  return one;
}

/** The digest of a file and of all that it imports, whether directly or not. @param {string} file */
function digest(file) {
  const seen = new Set([file]);
  for (const one of seen) for (const next of readFile(one).imports) seen.add(next);
  return hash([sharedDigest, ...[...seen].map((one) => readFile(one).text)].join('\n'));
}

const files = new Set(
  globSync('**/*.{ts,mts,js,mjs}', { cwd: root, exclude: (path) => left.includes(path) }).map((path) =>
    join(root, path),
  ),
);
const sharedDigest = hash(shared.map((path) => readFileSync(join(root, path), 'utf8')).join('\n'));
/** @type {Record<string, string>} digests of the files that passed */
const before = existsSync(passedFile) ? JSON.parse(readFileSync(passedFile, 'utf8')) : {};
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { linterOptions: { reportUnusedDisableDirectives: 'error' } },
});

/** @type {Record<string, string>} */
const passed = {};
/** @type {Map<string, string>} digests of the files to lint */
const due = new Map();
for (const file of [...files].sort()) {
  if (await eslint.isPathIgnored(file)) continue;
  const now = digest(file);
  const name = relative(root, file);
  if (before[name] === now) passed[name] = now;
  else due.set(file, now);
}
console.log(`${due.size} files to lint, ${Object.keys(passed).length} as they passed before`);
const results = due.size === 0 ? [] : await eslint.lintFiles([...due.keys()]);
const found = results.filter(({ errorCount, warningCount }) => errorCount + warningCount > 0);
const failed = new Set(found.map(({ filePath }) => filePath));
for (const [file, now] of due) if (!failed.has(file)) passed[relative(root, file)] = now;
mkdirSync(cache, { recursive: true });
writeFileSync(passedFile, JSON.stringify(passed));
if (found.length > 0) {
  const formatter = await eslint.loadFormatter('stylish');
  console.log(await formatter.format(found));
  process.exitCode = 1;
}
