// The packages in the product, and their notices. `node scripts/notices.mjs` writes ThirdPartyNotices.txt from the last
// build. The package step fails if the file contains another package, version, or text.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from './places.mjs';

const noticesFile = join(root, 'ThirdPartyNotices.txt');

/** Files of these are copied, not bundled. */
const copied = ['node_modules/@vscode/codicons'];

/**
 * @typedef {object} ShippedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license SPDX expression
 * @property {string} folder relative to the project
 */

/** Output files of the extension. */
const extensionPackages = () => shippedPackages(['meta.json', 'meta-page.json'], copied);

/**
 * @param {readonly string[]} metafiles of the builds, in `out`
 * @param {readonly string[]} [others] folders of packages whose files are copied
 * @returns {readonly ShippedPackage[]} each name and version once, sorted
 */
export function shippedPackages(metafiles, others = []) {
  const folders = new Set(metafiles.flatMap(bundledFolders).concat(others));
  const all = [...folders].map(readPackage).sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'));
  return all.filter((one, index) => index === 0 || keyOf(one) !== keyOf(all[index - 1] ?? one));
}

/** @param {{ name: string; version: string }} one */
const keyOf = ({ name, version }) => `${name} ${version}`;

/**
 * Returns folders of packages that contribute at least one byte to the build. @param {string} metafile @returns
 * {readonly string[]}
 */
function bundledFolders(metafile) {
  /** @type {{ outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> }} */
  const { outputs } = JSON.parse(readFileSync(join(out, metafile), 'utf8'));
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? folderOf(path) : [])),
  );
}

/**
 * Returns `node_modules/@azure/identity` for a file in it; empty for our own files. @param {string} path @returns
 * {readonly string[]}
 */
function folderOf(path) {
  const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
  return found ? [found[0]] : [];
}

/** @param {string} folder @returns {ShippedPackage} */
function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${folder} states no license.`);
  return { name, version, license, folder };
}

/**
 * Returns the texts of its license and notice files. @param {ShippedPackage} one @throws {Error} if it has no license
 * file
 */
function textsOf({ folder }) {
  const names = readdirSync(join(root, folder)).filter((name) => /^(license|copying|notice)/i.test(name));
  if (names.length === 0) throw new Error(`${folder} has no license file.`);
  return names.sort().map((name) => tidy(readFileSync(join(root, folder, name), 'utf8')));
}

/** @param {string} text */
const tidy = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** The part of the MIT license after the title and the copyright notice, to its end. */
const permission = /Permission is hereby granted, free of charge[^]*$/;

/** Texts that only differ in line breaks and quotation marks are the same. @param {string} text */
const wordsOf = (text) => text.replace(/\s+/g, ' ').replace(/[“”]/g, '"').replace(/''|``/g, '"');

/**
 * Returns the license texts of each package. A permission notice that an earlier package has is only referred to.
 * @param {readonly ShippedPackage[]} packages
 */
function textsOnce(packages) {
  /** @type {Map<string, string>} */
  const found = new Map();
  return packages.map((one) => {
    const text = textsOf(one).join('\n\n');
    const [its] = permission.exec(text) ?? [];
    if (its === undefined) return text;
    const first = found.get(wordsOf(its));
    if (first === undefined) found.set(wordsOf(its), one.name);
    return first === undefined
      ? text
      : text.replace(permission, `[The permission notice of ${first}, above.]`);
  });
}

/**
 * @param {readonly ShippedPackage[]} packages
 * @param {{ isShort?: boolean }} [options] to have each permission notice once
 */
export function noticesOf(packages, { isShort = false } = {}) {
  const head = [
    'Third-party notices',
    '',
    'Secured AML Compute contains the packages below. Each has its license text.',
    '',
    ...packages.map(({ name, version, license }) => `${name} ${version} (${license})`),
  ];
  const texts = isShort ? textsOnce(packages) : packages.map((one) => textsOf(one).join('\n\n'));
  const line = '-'.repeat(isShort ? 3 : 80);
  const sections = packages.map((one, at) => [line, keyOf(one), line, '', texts[at], ''].join('\n'));
  return `${head.join('\n')}\n\n${sections.join('\n')}`;
}

/** @returns {boolean} whether ThirdPartyNotices.txt matches exactly what is shipped */
export function areNoticesCurrent() {
  const wanted = noticesOf(extensionPackages());
  const isCurrent = readFileSync(noticesFile, 'utf8') === wanted;
  console.log(
    isCurrent
      ? 'ThirdPartyNotices.txt lists the packages that are shipped'
      : 'ThirdPartyNotices.txt is outdated: node scripts/notices.mjs writes it from the last build',
  );
  return isCurrent;
}

if (import.meta.main) writeFileSync(noticesFile, noticesOf(extensionPackages()));
