// Writes the tables of docs/cli.md (options) and docs/settings.md (settings) from the program and the manifest, and the
// tools of agents in package.json from their schemas. `node scripts/bootstrap.mjs scripts/reference-pages.mjs` writes
// them. `--check` only lists the differing ones, and fails.
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from 'js-yaml';
import { format, resolveConfig } from 'prettier';
import { out, root } from './places.mjs';

/**
 * @typedef {import('../src/cli/help').HelpRow} HelpRow
 * @typedef {object} Setting
 * @property {string} type
 * @property {readonly string[]} [enum]
 * @property {readonly string[]} [enumDescriptions]
 * @property {unknown} default
 * @property {string} scope
 * @property {string} [description]
 * @property {string} [markdownDescription]
 */

/** @returns {Promise<{ check: readonly HelpRow[]; resolve: readonly HelpRow[]; plan: readonly HelpRow[]; editorTools: readonly object[] }>} in English */
async function optionHelp() {
  const contents = [
    `import { early } from './src/messages/en/early';`,
    `import { late } from './src/messages/en/late';`,
    `import { sayFrom } from './src/messages/say';`,
    `import { checkOptions, resolveOptions } from './src/cli/declared-options';`,
    `import { planOptions } from './src/cli/plan/plan-options';`,
    `import { optionRows } from './src/cli/help';`,
    `const say = sayFrom({ ...early, ...late }, 'en');`,
    'export const check = optionRows(checkOptions(say));',
    'export const resolve = optionRows(resolveOptions(say));',
    'export const plan = optionRows(planOptions(say));',
    `export { editorTools } from './src/agent-tools/tool-list';`,
  ].join('\n');
  const outfile = join(out, 'option-help.cjs');
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    outfile,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** @param {string} text @returns {string} for a cell of a table */
const cell = (text) => text.replaceAll('|', '\\|');

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param {readonly HelpRow[]} options */
const optionTable = (options) =>
  table(
    ['Option', 'Meaning'],
    options.map(([option, what]) => [`\`${option}\``, what]),
  );

function settingsTable() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const texts = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  /** @type {Readonly<Record<string, Setting>>} */
  const settings = manifest.contributes.configuration.properties;
  const text = (/** @type {string | undefined} */ key) =>
    String(texts[key?.slice(1, -1) ?? ''] ?? '').replaceAll(/`#([^#]+)#`/g, '`$1`');
  const rows = Object.entries(settings).map(([name, one]) => {
    const described = (one.enumDescriptions ?? []).map((key, at) => `\`${one.enum?.[at]}\`: ${text(key)}`);
    const about = [text(one.markdownDescription ?? one.description), ...described].join('<br>');
    return [`\`${name}\``, valuesOf(one), defaultOf(one.default), one.scope, about];
  });
  return table(['Setting', 'Values', 'Default', 'Scope', 'What it does'], rows);
}

/** @param {Setting} setting */
function valuesOf({ type, enum: values }) {
  if (!values) return type;
  return values
    .filter((one) => one !== '')
    .map((one) => `\`${one}\``)
    .join(', ');
}

/** @param {unknown} value */
function defaultOf(value) {
  const isEmpty = value === '' || JSON.stringify(value) === '{}';
  return isEmpty ? 'not set' : `\`${value}\``;
}

/** @param {string} language @param {string} text */
const codeBlock = (language, text) => [`\`\`\`${language}`, text.trim(), '```'].join('\n');

/** Snippets that users copy into their pipelines, with the repository and the version of package.json. */
function pipelineParts() {
  const { version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const slug = new URL(repository.url).pathname.slice(1).replace(/\.git$/, '');
  const raw = `https://raw.githubusercontent.com/${slug}/v${version}/scripts/pipelines`;
  const action =
    /** @type {{ inputs: Readonly<Record<string, { description: string; default: string }>> }} */ (
      load(readFileSync(join(root, 'action.yml'), 'utf8'))
    );
  const rows = Object.entries(action.inputs).map(([name, one]) => [
    `\`${name}\``,
    one.default === '' ? 'not set' : `\`${one.default}\``,
    one.description,
  ]);
  return {
    'GitHub Actions': codeBlock(
      'yaml',
      `
on: [pull_request]
permissions:
  contents: read
  security-events: write
jobs:
  network:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: ${slug}@v${version}
        with:
          files: infra`,
    ),
    'inputs of the action': table(['Input', 'Default', 'Meaning'], rows),
    'a schedule': codeBlock(
      'yaml',
      `
on:
  schedule:
    - cron: '0 5 * * 1'
permissions:
  contents: read
jobs:
  network:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/cache@v5
        with:
          path: last
          key: network-\${{ github.run_id }}
          restore-keys: network-
      - run: |
          mkdir -p last
          touch last/network.md
          npx --yes aml-secure-compute@${version} check infra --fail-on none --output markdown=network.md
          if ! diff --unified=0 last/network.md network.md > changes.diff; then
            { echo '## Changed since the last run'; echo '\`\`\`diff'; cat changes.diff; echo '\`\`\`'; } >> "$GITHUB_STEP_SUMMARY"
          fi
          mv network.md last/network.md`,
    ),
    'Azure Pipelines': codeBlock(
      'yaml',
      `
resources:
  repositories:
    - repository: aml
      type: github
      name: ${slug}
      ref: refs/tags/v${version}
      endpoint: github
pool:
  vmImage: ubuntu-latest
steps:
  - checkout: self
  - template: scripts/pipelines/azure-pipelines.yml@aml
    parameters:
      files: infra`,
    ),
    GitLab: codeBlock('yaml', `\ninclude:\n  - remote: ${raw}/gitlab.yml`),
    'pre-commit': codeBlock(
      'yaml',
      `
repos:
  - repo: https://github.com/${slug}
    rev: v${version}
    hooks:
      - id: aml-secure-compute`,
    ),
    Docker: codeBlock(
      '',
      `
docker build --build-arg VERSION=${version} --tag aml-secure-compute ${raw}/Dockerfile
docker run --rm --volume "$PWD:/repository:ro" aml-secure-compute`,
    ),
  };
}

/**
 * Queries every page of a fleet, and compares the result with the last run: the same in each pipeline. @param {string}
 * version @param {string} summarize
 */
const fleetScript = (version, summarize) =>
  `
mkdir -p last
rm -f page-*.json
query=$(npx --yes aml-secure-compute@${version} check --fleet-query)
az extension add --name resource-graph --yes
token=
for page in $(seq 1000); do
  az graph query --graph-query "$query" --first 1000 \${token:+--skip-token "$token"} --output json > "page-$page.json"
  token=$(node --print "JSON.parse(fs.readFileSync('page-$page.json')).skip_token || ''")
  if [ -z "$token" ]; then break; fi
done
if [ -f last/known.json ]; then known='--baseline last/known.json'; fi
npx --yes aml-secure-compute@${version} check --fleet page-*.json \${known:-} --fail-on none \\
  --format markdown --output csv=fleet.csv > fleet.md
${summarize}
npx --yes aml-secure-compute@${version} check --fleet page-*.json --write-baseline last/known.json > all.csv`.trim();

/** @param {string} script @param {number} by */
const indented = (script, by) => script.replaceAll('\n', `\n${' '.repeat(by)}`);

/** Scheduled pipelines that report changes in the networks of all subscriptions. */
function fleetParts() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    'GitHub Actions': codeBlock(
      'yaml',
      `
on:
  schedule:
    - cron: '0 5 * * 1'
permissions:
  id-token: write
jobs:
  networks:
    runs-on: ubuntu-latest
    steps:
      - uses: azure/login@v2
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          allow-no-subscriptions: true
      - uses: actions/cache@v5
        with:
          path: last
          key: networks-\${{ github.run_id }}
          restore-keys: networks-
      - run: |
          ${indented(fleetScript(version, 'cat fleet.md >> "$GITHUB_STEP_SUMMARY"'), 10)}
      - uses: actions/upload-artifact@v4
        with:
          name: networks
          path: fleet.csv`,
    ),
    'Azure Pipelines': codeBlock(
      'yaml',
      `
schedules:
  - cron: '0 5 * * 1'
    branches:
      include: [main]
    always: true
trigger: none
pool:
  vmImage: ubuntu-latest
steps:
  - checkout: none
  - task: Cache@2
    inputs:
      key: networks | $(Build.BuildId)
      restoreKeys: networks
      path: last
  - task: AzureCLI@2
    inputs:
      azureSubscription: NAME-OF-SERVICE-CONNECTION
      scriptType: bash
      scriptLocation: inlineScript
      inlineScript: |
        set -e
        ${indented(fleetScript(version, 'echo "##vso[task.uploadsummary]$PWD/fleet.md"'), 8)}
  - publish: fleet.csv
    artifact: networks`,
    ),
  };
}

/** Returns the generated parts of each page, by the name in the comments around them. */
async function parts() {
  const { check, resolve, plan } = await optionHelp();
  return {
    'docs/cli.md': {
      options: optionTable(check),
      'options of resolve': optionTable(resolve),
      'options of plan': optionTable(plan),
    },
    'docs/settings.md': { settings: settingsTable() },
    'docs/guide/pipelines.md': pipelineParts(),
    'docs/guide/fleet.md': fleetParts(),
  };
}

/** package.json, with the tools that the editor provides to agents. */
async function manifestWithTools() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  manifest.contributes.languageModelTools = (await optionHelp()).editorTools;
  return JSON.stringify(manifest);
}

/** @returns {Promise<ReadonlyMap<string, string>>} by file, its expected text */
async function pages() {
  const options = { ...(await resolveConfig(join(root, 'docs', 'x.md'))), parser: 'markdown' };
  const all = Object.entries(await parts()).map(async ([file, generated]) => {
    let page = readFileSync(join(root, file), 'utf8');
    for (const [name, text] of Object.entries(generated)) page = withPart(page, name, text);
    return /** @type {const} */ ([file, await format(page, options)]);
  });
  const manifest = await format(await manifestWithTools(), { ...options, parser: 'json-stringify' });
  return new Map([...(await Promise.all(all)), /** @type {const} */ (['package.json', manifest])]);
}

/** @param {string} page @param {string} name @param {string} text */
function withPart(page, name, text) {
  const start = `<!-- generated: ${name} -->`;
  const end = '<!-- /generated -->';
  const from = page.indexOf(start);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`The page doesn't have the comments around '${name}'.`);
  return `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`;
}

/** @returns {Promise<readonly string[]>} pages that differ from the program */
export async function outdatedPages() {
  return [...(await pages())]
    .filter(([file, text]) => readFileSync(join(root, file), 'utf8') !== text)
    .map(([file]) => file);
}

export async function writeReferencePages() {
  for (const [file, text] of await pages()) writeFileSync(join(root, file), text);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--check')) {
    const wrong = await outdatedPages();
    for (const file of wrong) process.stderr.write(`${file} differs from the program\n`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } else await writeReferencePages();
}
