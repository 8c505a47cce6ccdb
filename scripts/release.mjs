// `npm run release`: everything that a release needs, in `out/release`: the package for the Marketplace and Open VSX, the
// tarball for npm, an SBOM, the notes, and checksums. Publishes nothing: .github/workflows/release.yml does.
// `-- --dry-run` also works before the version has its date, and with uncommitted changes.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shippedPackages } from './notices.mjs';
import { makeNpmPackage } from './npm-package.mjs';
import { makePackage } from './package.mjs';
import { out, root, vsix } from './places.mjs';
import { runQuietly, spawnProgram } from './run.mjs';

const folder = join(out, 'release');
const isDryRun = process.argv.includes('--dry-run');

/** @type {{ name: string; version: string; repository: { url: string } }} */
const { name, version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Versions whose second number is odd are pre-releases, as the Marketplace recommends. */
const isPreRelease = Number(version.split('.')[1]) % 2 === 1;

/**
 * Returns the section of the version in CHANGELOG.md.
 * @returns {{ notes: string; isDated: boolean }}
 * @throws {Error} if it has no section
 */
function readNotes() {
  const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m);
  const section = sections.find((one) => one.startsWith(`${version} `));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section ${version}.`);
  const [heading = '', ...lines] = section.split('\n');
  return {
    notes: `${withAddresses(lines.join('\n').trim())}\n`,
    isDated: /\(\d{4}-\d{2}-\d{2}\)$/.test(heading.trim()),
  };
}

/** A release isn't in a folder of the repository, so its links contain the file at the tag. @param {string} text */
function withAddresses(text) {
  const files = `${repository.url.replace(/\.git$/, '')}/blob/v${version}`;
  return text.replaceAll(/\]\((?!https?:|#)([^)\s]+)\)/g, `](${files}/$1)`);
}

/** @returns {Promise<string | undefined>} the reason why no release is possible now */
async function obstacle() {
  if (!readNotes().isDated) {
    return `The section ${version} of CHANGELOG.md has no date, such as (2026-11-30).`;
  }
  const changed = await runQuietly('git', ['status', '--porcelain']);
  return changed === '' ? undefined : 'Some files aren’t committed.';
}

/** @typedef {{ 'bom-ref': string; name: string; version: string }} SbomComponent */

/** npm's CycloneDX document of everything installed, with only the packages that are shipped. */
async function writeSbom() {
  /** @type {{ components: SbomComponent[]; dependencies: { ref: string; dependsOn: string[] }[]; metadata: { component: SbomComponent } }} */
  const all = JSON.parse(await runQuietly('npm', ['sbom', '--sbom-format', 'cyclonedx']));
  const shipped = new Set(
    shippedPackages(['meta.json', 'meta-page.json'], ['node_modules/@vscode/codicons']).map(
      (one) => `${one.name}@${one.version}`,
    ),
  );
  const components = all.components.filter((one) => shipped.has(`${nameOf(one)}@${one.version}`));
  const refs = new Set([all.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const dependencies = all.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => refs.has(ref)) }));
  const missing = shipped.size - new Set(components.map((one) => `${nameOf(one)}@${one.version}`)).size;
  if (missing !== 0) throw new Error(`The SBOM lacks ${missing} of the packages that are shipped.`);
  // npm names it after the folder of the checkout.
  Object.assign(all.metadata.component, { name, type: 'application' });
  writeFileSync(
    join(folder, `${name}-${version}.cdx.json`),
    JSON.stringify({ ...all, components, dependencies }, null, 2),
  );
}

/** A scope is a separate property there. @param {SbomComponent & { group?: string }} one */
const nameOf = (one) => (one.group === undefined ? one.name : `${one.group}/${one.name}`);

function writeChecksums() {
  const lines = readdirSync(folder)
    .sort()
    .map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}  ${file}`,
    );
  writeFileSync(join(folder, 'SHA256SUMS'), `${lines.join('\n')}\n`);
  return lines;
}

const why = isDryRun ? undefined : await obstacle();
if (why !== undefined) {
  console.error(why);
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
if ((await spawnProgram(process.execPath, ['esbuild.mjs', '--production'])) !== 0) process.exit(1);
await makePackage({ preRelease: isPreRelease });
copyFileSync(vsix, join(folder, `${name}-${version}.vsix`));
const tarball = await makeNpmPackage();
copyFileSync(tarball, join(folder, basename(tarball)));
await writeSbom();
writeFileSync(join(folder, 'notes.md'), readNotes().notes);
console.log(`\n${isPreRelease ? 'Pre-release' : 'Release'} ${version} in ${folder}:`);
for (const line of writeChecksums()) console.log(line);
