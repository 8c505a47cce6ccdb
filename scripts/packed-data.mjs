// Compresses files into `dist/data`: texts that are loaded when they're used, and the pages of checks and causes.
import * as esbuild from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { root } from './places.mjs';
import { tagColumns } from './tag-columns.mjs';

/** The highest level takes three times as long as the next one, and packages have limits. */
const quality = process.argv.includes('--production') ? 11 : 9;

/** @param {string} folder @param {string} name @param {unknown} value */
function writePacked(folder, name, value) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), compressed(Buffer.from(JSON.stringify(value))));
}

/** @param {Buffer} bytes */
function compressed(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

/**
 * Returns the Markdown files below `folder`, by their path from `docs`, without pages for programs. @param {string}
 * folder
 */
function pagesBelow(folder) {
  return readdirSync(join(root, 'docs', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(root, 'docs', folder, name), 'utf8');
      return [`${folder}/${name.replaceAll('\\', '/')}`, narrowed(text.replace(/^---\n[^]*?\n---\n\s*/, ''))];
    });
}

/** Markdown without what fills up the cells of its tables. @param {string} text */
function narrowed(text) {
  return text.replaceAll(/^\|.*$/gm, (row) => row.replaceAll(/ {2,}/g, ' ').replaceAll(/-{4,}/g, '---'));
}

/** Writes `pages.json.br`: every page by its path from `docs`. @param {string} data the folder `data` of the program */
export function packPages(data) {
  writePacked(data, 'pages.json.br', Object.fromEntries([...pagesBelow('checks'), ...pagesBelow('causes')]));
}

/** Types whose resources the check of a subnet reads. Their parts are in separate responses. */
const sampleTypes = new Set(
  [
    'Microsoft.Network/virtualNetworks',
    'Microsoft.Network/networkSecurityGroups',
    'Microsoft.Network/routeTables',
    'Microsoft.Network/natGateways',
    'Microsoft.Network/privateEndpoints',
    'Microsoft.Network/networkInterfaces',
    'Microsoft.Network/azureFirewalls',
    'Microsoft.Network/firewallPolicies',
    'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    'Microsoft.Network/ipGroups',
    'Microsoft.Network/serviceEndpointPolicies',
    'Microsoft.Network/privateDnsZones',
    'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
    'Microsoft.Network/privateDnsZones/A',
    'Microsoft.MachineLearningServices/workspaces',
    'Microsoft.MachineLearningServices/workspaces/computes',
    'Microsoft.Storage/storageAccounts',
    'Microsoft.KeyVault/vaults',
    'Microsoft.ContainerRegistry/registries',
  ].map((one) => one.toLowerCase()),
);

/** Members that no check reads. They differ in each resource, so they don't compress. */
const unread = new Set(['etag', 'resourceGuid', 'defaultSecurityRules']);

/** `Microsoft.Network/virtualNetworks` of an ID, in lowercase. @param {string} id */
function typeOf(id) {
  const [provider = '', ...parts] =
    id
      .split(/\/providers\//i)
      .at(-1)
      ?.split('/') ?? [];
  return [provider, ...parts.filter((_, index) => index % 2 === 0)].join('/').toLowerCase();
}

/**
 * Writes the service tags smaller than the repository has them, since packages have limits. The package for npm has each
 * prefix once, by columns.
 * @param {string} data the folder `data` of the program
 * @param {{ byColumns: boolean }} form
 */
export async function repackServiceTags(data, { byColumns }) {
  const { decodeTag } = await exportsOf('src/core/addresses/prefix-text.ts');
  for (const cloud of ['public', 'usgov', 'china']) {
    const file = join(data, `service-tags.${cloud}.json.gz`);
    const snapshot = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
    const packed = byColumns ? tagColumns(snapshot, decodeTag) : snapshot;
    writePacked(data, `service-tags.${cloud}.json.br`, packed);
    rmSync(file);
  }
}

/** Message files of surfaces in VS Code. The terminal uses few of their texts. */
const editorMessages = [
  'attach',
  'attach-page',
  'changes',
  'diagnosis',
  'file-preview',
  'file-preview-page',
  'fix-text',
  'new-network',
  'page',
  'partial-allocation',
  'readiness',
  'request-page',
  'size-options',
  'size-options-page',
  'trees',
  'wizard',
  'workspace-kinds',
  'writers',
];

/** Keys of the editor's texts. */
function editorKeys() {
  const files = editorMessages.map((name) => join(root, 'src', 'messages', 'en', `${name}.json`));
  return new Set(files.flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8')))));
}

/** TypeScript files of the product. */
function sourceCode() {
  const files = ['src', 'webview-ui/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/**
 * Omits texts that only the editor uses: their key is in the source or in a file of the editor, and not in the code of
 * the terminal program. Any other key, which the source composes, stays, and so does one whose start is in the code.
 * @param {string} data the folder `data` of the program
 * @param {readonly string[]} codes
 */
export function leaveOutEditorTexts(data, codes) {
  const code = codes.join('\n');
  const source = sourceCode();
  const ofEditor = editorKeys();
  const starts = [...code.matchAll(/`([A-Za-z][\w-]*\.[\w.-]*)\$\{/g)].map(([, start = '']) => start);
  /** @param {string} text @param {string} key */
  const names = (text, key) =>
    [`"${key}"`, `'${key}'`, `\`${key}\``].some((literal) => text.includes(literal));
  /** @param {string} key */
  const isOfEditor = (key) =>
    !starts.some((start) => key.startsWith(start)) &&
    !names(code, key) &&
    (ofEditor.has(key) || names(source, key));
  const keys = readPacked(data, textFile('keys'));
  for (const name of ['keys', 'en', 'fr']) {
    const texts = readPacked(data, textFile(name)).filter((_, at) => !isOfEditor(keys[at] ?? ''));
    writePacked(data, textFile(name), texts);
  }
}

/** Returns the exports of a module of the product. @param {string} file */
export async function exportsOf(file) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [file],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** Writes `tools.json.br`: the tools of agents with their schemas. @param {string} data the folder `data` of the program */
export async function packTools(data) {
  const { toolList } = await exportsOf('src/agent-tools/tool-list.ts');
  writePacked(data, 'tools.json.br', toolList);
}

const sampleFile = 'sample.json.br';
const sampleFolder = join(root, 'src', 'sandbox', 'sample', 'resources');

/**
 * Writes `sample.json.br`: the JSON modules of the sample subscription, and its resources as in Azure's responses. One
 * file, because they're similar.
 * @param {string} data the folder `data` of the program
 */
export async function packSample(data) {
  const texts = readdirSync(sampleFolder)
    .sort()
    .map((file) => [file, JSON.parse(readFileSync(join(sampleFolder, file), 'utf8'))]);
  writePacked(data, sampleFile, { modules: Object.fromEntries(texts), answers: await sampleAnswers() });
}

/** Returns the resources of the sample as Azure's responses have them. */
async function sampleAnswers() {
  const { createSampleAzure } = await exportsOf('src/sandbox/sample/create-sample-azure.ts');
  const tags = gunzipSync(readFileSync(join(root, 'data', 'service-tags.public.json.gz'))).toString('utf8');
  const sample = createSampleAzure({ tags: JSON.parse(tags) });
  const answers = [];
  for (const id of Object.keys(sample.snapshot().resources)) {
    if (!sampleTypes.has(typeOf(id))) continue;
    const { status, bodyAsText } = await sample.httpClient.sendRequest({
      method: 'GET',
      url: `https://management.azure.com${id}?api-version=2024-05-01`,
      headers: {
        /** @param {string} name */
        get: (name) => (/^authorization$/i.test(name) ? 'Bearer sandbox' : undefined),
      },
    });
    // Resources that the signed-in user can't read aren't printed.
    if (status !== 200) continue;
    answers.push(JSON.parse(bodyAsText, (key, value) => (unread.has(key) ? undefined : value)));
  }
  return answers;
}

/**
 * Each JSON module of the sample subscription becomes a member of the packed file.
 * @returns {esbuild.Plugin}
 */
export function packedSample() {
  return {
    name: 'packed-sample',
    setup(build) {
      build.onResolve({ filter: /^packed-sample$/ }, ({ path }) => ({ path, namespace: path }));
      build.onLoad({ filter: /.*/, namespace: 'packed-sample' }, () => ({
        contents: [...nodeImports, `export const { modules } = ${readOf(sampleFile)};`].join('\n'),
        resolveDir: root,
      }));
      build.onLoad({ filter: /[\\/]sample[\\/]resources[\\/].*\.json$/ }, ({ path }) => ({
        contents: `import { modules } from 'packed-sample'; export default modules['${basename(path)}'];`,
        loader: 'js',
        watchFiles: [path],
      }));
    },
  };
}

/** The file with the keys of texts, or with the texts of a language in the order of their keys. @param {string} name */
const textFile = (name) => `texts.${name}.json.br`;

/** @param {string} folder @param {string} name @returns {string[]} */
function readPacked(folder, name) {
  return JSON.parse(brotliDecompressSync(readFileSync(join(folder, name))).toString('utf8'));
}

/** Returns the exports of a module of texts, and its source files. @param {string} file */
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
    // If a text is defined twice in a file, one of them would never be shown.
    logOverride: { 'duplicate-object-key': 'error' },
  });
  const [code] = outputFiles;
  if (code === undefined) throw new Error(`${file} has no texts.`);
  const { early, late } = await import(
    `data:text/javascript;base64,${Buffer.from(code.text).toString('base64')}`
  );
  return { texts: early ?? late, from: Object.keys(metafile.inputs).map((one) => join(root, one)) };
}

const nodeImports = [
  `import { readFileSync } from 'node:fs';`,
  `import { join } from 'node:path';`,
  `import { brotliDecompressSync } from 'node:zlib';`,
];

/** Returns the expression that reads a packed file. Chunks are next to the folder `data`. @param {string} name */
function readOf(name) {
  return `JSON.parse(brotliDecompressSync(readFileSync(join(__dirname, '..', 'data', '${name}'))).toString('utf8'))`;
}

/** Returns the module that reads the packed texts. @param {string} language */
function readerOf(language) {
  return [
    ...nodeImports,
    `const texts = ${readOf(textFile(language))};`,
    `export const late = Object.fromEntries(${readOf(textFile('keys'))}.map((key, at) => [key, texts[at]]));`,
  ].join('\n');
}

/**
 * Packs the texts of each language that `src/messages/LANGUAGE/late.ts` joins. Their keys are in one file, since they are
 * the same in each language.
 * @param {string} data the folder `data` of the program
 * @param {{ whole?: boolean }} [options] whole: with early texts, for a program that starts with all of them
 * @returns {esbuild.Plugin}
 */
export function packedTexts(data, { whole = false } = {}) {
  return {
    name: 'packed-texts',
    setup(build) {
      build.onLoad({ filter: /[\\/]messages[\\/](?:en|fr)[\\/]late\.ts$/ }, async ({ path }) => {
        const language = /[\\/](en|fr)[\\/]late\.ts$/.exec(path)?.[1] ?? 'en';
        const files = [path, ...(whole ? [path.replace(/late\.ts$/, 'early.ts')] : [])];
        const found = await Promise.all(files.map(textsIn));
        const texts = Object.assign({}, ...found.map((one) => one.texts));
        const keys = Object.keys(texts).sort();
        writePacked(data, textFile('keys'), keys);
        writePacked(
          data,
          textFile(language),
          keys.map((key) => texts[key]),
        );
        return { contents: readerOf(language), loader: 'js', watchFiles: found.flatMap(({ from }) => from) };
      });
      if (!whole) return;
      build.onLoad({ filter: /[\\/]messages[\\/](?:en|fr)[\\/]early\.ts$/ }, () => ({
        contents: 'export const early = {};',
        loader: 'js',
      }));
    },
  };
}
