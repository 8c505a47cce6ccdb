// What ships compressed in `dist/data`: the texts that are loaded when they're used, and the pages of checks and causes.
import * as esbuild from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './places.mjs';

/** The highest takes 70 times as long and saves a twentieth. */
const quality = 9;

/** @param {string} folder @param {string} name @param {unknown} value */
function writePacked(folder, name, value) {
  const json = Buffer.from(JSON.stringify(value));
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: json.length };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), brotliCompressSync(json, { params }));
}

/** The Markdown files below `folder`, by their path from `docs`, without what is for programs. @param {string} folder */
function pagesBelow(folder) {
  return readdirSync(join(root, 'docs', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(root, 'docs', folder, name), 'utf8');
      return [`${folder}/${name.replaceAll('\\', '/')}`, text.replace(/^---\n[^]*?\n---\n\s*/, '')];
    });
}

/** Writes `pages.json.br`: every page by its path from `docs`. @param {string} data the folder `data` of the program */
export function packPages(data) {
  writePacked(data, 'pages.json.br', Object.fromEntries([...pagesBelow('checks'), ...pagesBelow('causes')]));
}

/** What `src/messages/LANGUAGE/late.ts` exports, and the files that it comes from. @param {string} file */
async function textsIn(file) {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [file],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    // Of a text that is defined twice in a file, one would never be shown.
    logOverride: { 'duplicate-object-key': 'error' },
  });
  const [code] = outputFiles;
  if (code === undefined) throw new Error(`${file} has no texts.`);
  const { late } = await import(`data:text/javascript;base64,${Buffer.from(code.text).toString('base64')}`);
  return { late, from: Object.keys(metafile.inputs).map((one) => join(root, one)) };
}

/** The module that reads the packed texts; chunks are beside the folder `data`. @param {string} name */
function readerOf(name) {
  return [
    `import { readFileSync } from 'node:fs';`,
    `import { join } from 'node:path';`,
    `import { brotliDecompressSync } from 'node:zlib';`,
    `const packed = readFileSync(join(__dirname, '..', 'data', ${JSON.stringify(name)}));`,
    `export const late = JSON.parse(brotliDecompressSync(packed).toString('utf8'));`,
  ].join('\n');
}

/**
 * Packs the texts of each language that `src/messages/LANGUAGE/late.ts` joins.
 * @param {string} data the folder `data` of the program
 * @returns {esbuild.Plugin}
 */
export function packedTexts(data) {
  return {
    name: 'packed-texts',
    setup(build) {
      build.onLoad({ filter: /[\\/]messages[\\/](?:en|fr)[\\/]late\.ts$/ }, async ({ path }) => {
        const language = /[\\/](en|fr)[\\/]late\.ts$/.exec(path)?.[1];
        const { late, from } = await textsIn(path);
        const name = `texts.${language}.json.br`;
        writePacked(data, name, late);
        return { contents: readerOf(name), loader: 'js', watchFiles: from };
      });
    },
  };
}
