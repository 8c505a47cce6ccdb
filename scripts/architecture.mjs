// Draws the pictures of docs/architecture.md from the code, and writes its table of figures. `node
// scripts/bootstrap.mjs scripts/architecture.mjs` writes them. `--check` fails if one is outdated, and `--small` lists
// the files below 60 lines that only one file imports.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { codePaths } from './code-paths.mjs';
import { repeatedNames } from './exported-names.mjs';
import { smallFiles, sourceModules } from './module-graph.mjs';
import { root } from './places.mjs';

/**
 * @typedef {import('./module-graph.mjs').SourceModule} SourceModule
 * @typedef {import('./code-paths.mjs').CodePath} CodePath
 * @typedef {import('./code-paths.mjs').PathStep} PathStep
 */

const modules = sourceModules();
const page = 'docs/architecture.md';

/** @param {string} file */
function layerOf(file) {
  if (file.startsWith('webview-ui/')) return 'webview-ui';
  return (
    file
      .replace(/^src\//, '')
      .split('/')[0]
      ?.replace(/\.ts$/, '') ?? ''
  );
}

/** @returns {ReadonlyMap<string, ReadonlySet<string>>} by layer, the layers that it imports */
function layerImports() {
  /** @type {Map<string, Set<string>>} */
  const layers = new Map();
  for (const { file, imports } of modules.values()) {
    const layer = layerOf(file);
    const others = layers.get(layer) ?? new Set();
    for (const one of imports) if (layerOf(one) !== layer) others.add(layerOf(one));
    layers.set(layer, others);
  }
  return layers;
}

/**
 * Returns the length of the longest path down from each layer.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} layers
 * @returns {(layer: string) => number}
 */
function heights(layers) {
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @param {string} layer @returns {number} */
  const height = (layer) => {
    const found = known.get(layer);
    if (found !== undefined) return found;
    const own = Math.max(-1, ...[...(layers.get(layer) ?? [])].map((one) => height(one))) + 1;
    known.set(layer, own);
    return own;
  };
  return height;
}

/**
 * Returns the imports without transitive ones.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} layers
 * @param {string} layer
 */
function nextLayers(layers, layer) {
  /** @param {string} from @param {string} to @returns {boolean} */
  const reaches = (from, to) => from === to || [...(layers.get(from) ?? [])].some((one) => reaches(one, to));
  const all = [...(layers.get(layer) ?? [])];
  return all.filter((one) => !all.some((other) => other !== one && reaches(other, one)));
}

const style = `<style>
rect.page{fill:#fff}rect.box{fill:#eef3f8;stroke:#57606a}text{fill:#1f2328}text.dim{fill:#57606a}path{stroke:#57606a;fill:none}
@media (prefers-color-scheme:dark){rect.page{fill:#0d1117}rect.box{fill:#21303f;stroke:#8c959f}text{fill:#e6edf3}text.dim{fill:#9da7b1}path{stroke:#8c959f}}
</style>`;

/** @param {string} title @param {readonly [width: number, height: number]} size @param {readonly string[]} parts */
function svg(title, [width, height], parts) {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="sans-serif" font-size="13">`;
  return [
    head,
    style,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function layersPicture() {
  const layers = layerImports();
  const height = heights(layers);
  const names = [...layers.keys()].sort();
  const rows = Math.max(...names.map(height));
  const width = 760;
  /** @type {Map<string, { readonly x: number; readonly y: number }>} */
  const places = new Map();
  for (let row = 0; row <= rows; row += 1) {
    const inRow = names.filter((one) => height(one) === row);
    // Rows aren't centered alike, so that a line next to a box doesn't end behind it.
    const shift = row % 2 === 0 ? -30 : 30;
    inRow.forEach((one, at) =>
      places.set(one, { x: ((at + 1) * width) / (inRow.length + 1) + shift, y: 40 + (rows - row) * 64 }),
    );
  }
  const lines = names.flatMap((from) =>
    nextLayers(layers, from).map((to) => {
      const [a, b] = [places.get(from), places.get(to)];
      return a && b ? `<path d="M${a.x} ${a.y + 15}L${b.x} ${b.y - 15}"/>` : '';
    }),
  );
  const boxes = names.flatMap((name) => {
    const { x, y } = places.get(name) ?? { x: 0, y: 0 };
    return [
      `<rect class="box" x="${x - 54}" y="${y - 15}" width="108" height="30" rx="4"/>`,
      `<text x="${x}" y="${y + 5}" text-anchor="middle">${name}</text>`,
    ];
  });
  return svg('Layers: each imports only what is below it', [width, 80 + rows * 64], [...lines, ...boxes]);
}

/** @param {CodePath} path */
function pathPicture({ title, steps }) {
  const line = 30;
  const y = (/** @type {number} */ at) => 28 + at * line;
  const parts = steps.flatMap(({ depth, file, name, does, through }, at) => {
    const x = 16 + depth * 22;
    const from = parentOf(steps, at);
    const dashes = through === undefined ? '' : ' stroke-dasharray="4 3"';
    const branch = from < 0 ? [] : [`<path d="M${x - 16} ${y(from) + 8}V${y(at)}H${x - 4}"${dashes}/>`];
    const way = through === undefined ? '' : ` (through ${through.replace(/^src\//, '')})`;
    return [
      ...branch,
      `<text x="${x}" y="${y(at) + 4}"><tspan font-weight="bold">${name}</tspan> ${file.replace(/^src\//, '')}</text>`,
      `<text class="dim" x="1000" y="${y(at) + 4}" text-anchor="end">${does}${way}</text>`,
    ];
  });
  return svg(title, [1016, 30 + steps.length * line], parts);
}

/** @param {readonly PathStep[]} steps @param {number} at */
function parentOf(steps, at) {
  return steps.findLastIndex(({ depth }, index) => index < at && depth < (steps[at]?.depth ?? 0));
}

/**
 * Returns the steps of a path that aren't in the code.
 * @param {CodePath} path
 * @returns {readonly string[]}
 */
function faultsOf({ title, steps }) {
  const layers = layerImports();
  const height = heights(layers);
  return steps.flatMap((step, at) => {
    const faults = [];
    const own = modules.get(step.file);
    if (!own || !mentions(own, step.name)) faults.push(`${step.file} doesn't have ${step.name}`);
    if (steps.findIndex(({ file }) => file === step.file) < at) faults.push(`returns to ${step.file}`);
    const from = steps[parentOf(steps, at)];
    if (from) faults.push(...faultsOfStep(from, step));
    // The page calls the extension host with messages, and both import the channel.
    const isImport = step.through === undefined;
    if (from && isImport && height(layerOf(step.file)) > height(layerOf(from.file))) {
      faults.push(`goes up from ${from.file} to ${step.file}`);
    }
    return faults.map((one) => `${title}: ${one}`);
  });
}

/** @param {PathStep} from @param {PathStep} step */
function faultsOfStep(from, { file, name, through }) {
  const caller = modules.get(from.file);
  if (through !== undefined) {
    const between = modules.get(through);
    const isThere = caller && between && mentions(caller, name) && mentions(between, name);
    return isThere ? [] : [`${from.file} doesn't lead to ${file} through ${name} of ${through}`];
  }
  return caller?.imports.includes(file) && mentions(caller, name)
    ? []
    : [`${from.file} doesn't call ${name} of ${file}`];
}

/** @param {SourceModule} module @param {string} name */
function mentions({ text }, name) {
  return new RegExp(`\\b${name}\\b`).test(text);
}

/** Terraform, other forms of code, agents, fleets, team settings, baselines, plan files, report formats, and requests. */
const newFeatures =
  /terraform|\/hcl\/|yaml|python|az-cli|\/agent|mcp|fleet|team-settings|baseline|plan-file|cli\/(plan|create)|sarif|junit|azure-pipelines|code-quality|network-test|request/;

/** Returns the figures of the page, with those of 28 November 2026. @returns {readonly (readonly [what: string, before: string, now: number])[]} */
function figures() {
  const product = [...modules.values()].filter(
    ({ file }) => !/^src\/(messages|sandbox\/sample)\//.test(file),
  );
  const isCode = (/** @type {string} */ line) => !/^\s*($|\/\/|\/\*\*|\*)/.test(line);
  const linesOf = (/** @type {RegExp} */ inPath, isCounted = isCode) =>
    product.reduce(
      (sum, { file, text }) => sum + (inPath.test(file) ? text.split('\n').filter(isCounted).length : 0),
      0,
    );
  const hundreds = (/** @type {number} */ lines) => Math.round(lines / 100) * 100;
  const files = (/** @type {RegExp} */ pattern) => product.filter(({ text }) => pattern.test(text)).length;
  const calls = (/** @type {RegExp} */ pattern) =>
    product.reduce((sum, { text }) => sum + (text.match(pattern) ?? []).length, 0);
  // A requirement is a folder that the list of all requirements imports.
  const small = smallFiles(modules).filter(({ file }) => !file.startsWith('src/requirements/'));
  return [
    ['Lines, without messages and sample', '99,900', hundreds(linesOf(/./, () => true))],
    ['Lines of code of these', '81,800', hundreds(linesOf(/./))],
    ['Lines of code of new features (below)', '0', hundreds(linesOf(newFeatures))],
    ['Files below 60 lines that one file alone imports', '277', small.length],
    ['Files with the word _attached_', '144', files(/attached/i)],
    [
      'Files that branch on the kind of a change',
      '47',
      files(/\bchange\.type ===|switch \((change|one)\.type\)/),
    ],
    ['Calls that evaluate the plan', '22', calls(/(?<!function )\bevaluatePlan\(/g)],
    [
      'Exported names that exist twice',
      '350',
      repeatedNames(product.map(({ file, text }) => [file, text])).size,
    ],
  ];
}

function figureTable() {
  const number = new Intl.NumberFormat('en');
  const rows = figures().map(([what, before, now]) => `| ${what} | ${before} | ${number.format(now)} |`);
  return ['| Figure | Before | Now |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @returns {Promise<ReadonlyMap<string, string>>} by file, its expected text */
async function outputs() {
  const text = readFileSync(join(root, page), 'utf8');
  const [start, end] = ['<!-- generated: figures -->', '<!-- /generated -->'];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`${page} doesn't have the comments around its figures.`);
  const options = { ...(await resolveConfig(join(root, page))), parser: 'markdown' };
  const written = `${text.slice(0, from + start.length)}\n\n${figureTable()}\n\n${text.slice(to)}`;
  return new Map([
    ['docs/pictures/layers.svg', layersPicture()],
    ...codePaths.map((one) => /** @type {const} */ ([`docs/pictures/${one.picture}`, pathPicture(one)])),
    [page, await format(written, options)],
  ]);
}

if (process.argv.includes('--small')) {
  for (const { file, lines, importer } of smallFiles(modules)) console.log(`${lines}\t${file}\t${importer}`);
} else {
  const faults = codePaths.flatMap(faultsOf);
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
  for (const [file, text] of await outputs()) {
    const path = join(root, file);
    const isSame = existsSync(path) && readFileSync(path, 'utf8') === text;
    if (isSame) continue;
    if (process.argv.includes('--check') && file !== page) {
      console.log(`${file} differs from the code: run scripts/architecture.mjs`);
      process.exitCode = 1;
    } else if (!process.argv.includes('--check')) writeFileSync(path, text);
  }
}
