// Writes the lists of requirements, docs/checks/<id>.md and docs/checks/fr/<id>.md (one page per check and language),
// those of docs/causes (one page per kind of cause), their indexes, and the files of their examples
// (test/fixtures/checks). Their source is src and scripts/checks. `node scripts/bootstrap.mjs scripts/check-pages.mjs`
// writes them, and the tables of reference-pages.mjs. `--check` only lists the differing ones, and fails.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { factsOfFinding, factsOfRequirement } from './checks/check-facts.mjs';
import { causeIndexPage, causePageText, kindsOfFlows } from './checks/cause-page.mjs';
import { englishCauses } from './checks/causes-en.mjs';
import { frenchCauses } from './checks/causes-fr.mjs';
import { checkPageText } from './checks/check-page.mjs';
import { examples, fileText } from './checks/examples.mjs';
import { aboutPage, indexPage } from './checks/index-pages.mjs';
import { requirementLists } from './checks/requirement-lists.mjs';
import { englishPageWords } from './checks/words-en.mjs';
import { frenchPageWords } from './checks/words-fr.mjs';
import { root } from './places.mjs';
import { outdatedPages, writeReferencePages } from './reference-pages.mjs';

/** Languages by the folder of their pages below docs/checks. */
const languages = /** @type {const} */ ([
  { folder: '', language: 'en', words: englishPageWords, causes: englishCauses },
  { folder: 'fr', language: 'fr', words: frenchPageWords, causes: frenchCauses },
]);

/** Folders that contain only generated files, with the endings of their names. */
const generated = /** @type {const} */ ([
  ['docs/checks', '.md'],
  ['docs/checks/fr', '.md'],
  ['docs/causes', '.md'],
  ['docs/causes/fr', '.md'],
  ['test/fixtures/checks', '.bicep'],
  ['test/fixtures/checks', '.tf'],
]);

/**
 * @typedef {import('./checks/check-facts.mjs').CheckFacts} CheckFacts
 * @typedef {import('./checks/check-page.mjs').ErrorText} ErrorText
 * @typedef {typeof import('../src/requirements/requirements')} RequirementsModule
 * @typedef {typeof import('../src/requirements/sources')} SourcesModule
 * @typedef {typeof import('../src/requirements/host-names')} HostsModule
 * @typedef {typeof import('../src/checks/findings/finding-catalog')} FindingsModule
 * @typedef {typeof import('../src/checks/fixes/extend-draft')} FixesModule
 * @typedef {typeof import('../src/checks/causes')} CausesModule
 * @typedef {typeof import('../src/file-checks/file-check-catalog')} FileOnlyModule
 * @typedef {Readonly<Record<string, string>>} Texts
 */

/** Returns the pages' data, bundled from the sources so that pages and product never differ. */
async function load() {
  const result = await build({
    absWorkingDir: root,
    stdin: {
      contents: [
        `export * from './src/requirements/requirements';`,
        `export { sources } from './src/requirements/sources';`,
        `export { adviceOf, hostNames } from './src/requirements/host-names';`,
        `export { findingChecks } from './src/checks/findings/finding-catalog';`,
        `export { fileOnlyChecks } from './src/file-checks/file-check-catalog';`,
        `export { causesOf } from './src/checks/causes';`,
        `export { mayBeRepaired } from './src/checks/fixes/extend-draft';`,
        `import { computeTexts } from './src/sandbox/texts/compute-texts';`,
        `import { managerTexts } from './src/sandbox/texts/manager-texts';`,
        `import { networkTexts } from './src/sandbox/texts/network-texts';`,
        'export const errors = { ...computeTexts, ...managerTexts, ...networkTexts };',
        ...languages.flatMap(({ language }) => [
          `import { early as ${language}Early } from './src/messages/${language}/early';`,
          `import { late as ${language}Late } from './src/messages/${language}/late';`,
          `export const ${language} = { ...${language}Early, ...${language}Late };`,
        ]),
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'warning',
  });
  const code = Buffer.from(result.outputFiles[0]?.contents ?? []).toString('base64');
  /** @type {RequirementsModule & SourcesModule & HostsModule & FindingsModule & FileOnlyModule & CausesModule & FixesModule & { en: Texts; fr: Texts; errors: Readonly<Record<string, ErrorText>> }} */
  const loaded = await import(`data:text/javascript;base64,${code}`);
  return loaded;
}

/** @typedef {Awaited<ReturnType<typeof load>>} LoadedModules */

/**
 * Returns the day on which each source was read: a requirement was checked against all its sources on that day. @param
 * {LoadedModules} data
 */
function readDays({ requirements }) {
  /** @type {Map<string, string>} */
  const days = new Map();
  for (const { sources, checked } of requirements) {
    for (const key of sources) if (checked > (days.get(key) ?? '')) days.set(key, checked);
  }
  return days;
}

/** @param {LoadedModules} data @param {(typeof languages)[number]} spoken @returns {readonly CheckFacts[]} */
function factsOf(data, { language, words }) {
  const { hostNames, adviceOf, mayBeRepaired } = data;
  const given = { language, texts: data[language], words, hostNames, adviceOf, mayBeRepaired };
  return [
    ...data.requirements.map((one) => factsOfRequirement(one, given)),
    ...[...data.findingChecks, ...data.fileOnlyChecks].map((one) => factsOfFinding(one, given)),
  ];
}

/** Returns the requirements of each kind of cause, by ID. @param {LoadedModules} data @param {string} kind */
function idsOfCause({ requirements, causesOf }, kind) {
  const directions = kindsOfFlows[kind] ?? [];
  return requirements
    .filter(({ id, group }) => {
      const [cause] = causesOf([{ ...failed, requirement: id, group }]);
      const isFlow = group === 'outbound' || group === 'inbound';
      return isFlow ? directions.includes(group) : cause?.kind === kind;
    })
    .map(({ id }) => id);
}

/** A setting that isn't as required. */
const failed = /** @type {const} */ ({
  subnetId: null,
  kind: null,
  severity: 'error',
  level: 'required',
  basis: 'documented',
  effect: 'refused',
  outcome: { is: 'failed', text: { key: '' } },
  subject: null,
  packet: null,
  blocked: [],
  allowed: [],
  trace: [],
  assumptions: [],
  advice: { key: '' },
});

/**
 * Writes the pages of causes in one language. @param {LoadedModules} data @param {(typeof languages)[number]} spoken
 */
function causeTexts(data, { folder, language, causes }) {
  /** @type {Texts} */
  const texts = data[language];
  const links = data.requirements.map(
    ({ id }) => /** @type {const} */ ([id, texts[`requirement.${id}.name`] ?? id]),
  );
  const checks = folder === '' ? '../checks' : '../../checks/fr';
  const nameOf = (/** @type {string} */ kind) => texts[`cause.kind.${kind}`] ?? kind;
  const given = { words: causes, links, checks, nameOf };
  const kinds = /** @type {import('../src/core/cause').CauseKind[]} */ (Object.keys(causes.kinds));
  return [
    ...kinds.map(
      (kind) => /** @type {const} */ ([`${kind}.md`, causePageText(kind, given, idsOfCause(data, kind))]),
    ),
    /** @type {const} */ (['README.md', causeIndexPage(given)]),
  ];
}

/** Returns every generated file. @returns {Promise<Map<string, string>>} path from the root to text */
async function files() {
  const data = await load();
  const options = {
    ...(await resolveConfig(join(root, 'docs', 'x.md'))),
    parser: 'markdown',
    embeddedLanguageFormatting: /** @type {const} */ ('off'),
  };
  const readOn = readDays(data);
  const pages = languages.flatMap((spoken) => {
    const { folder, words } = spoken;
    const all = factsOf(data, spoken);
    const given = { words, all, readOn, errors: data.errors, sources: data.sources };
    const texts = [
      ...all.map((one) => /** @type {const} */ ([`${one.id}.md`, checkPageText(one, given)])),
      /** @type {const} */ (['README.md', indexPage(all, words)]),
      /** @type {const} */ (['about.md', aboutPage(words)]),
    ];
    const written = [
      ...texts.map(([name, text]) => /** @type {const} */ (['docs/checks', name, text])),
      ...causeTexts(data, spoken).map(([name, text]) => /** @type {const} */ (['docs/causes', name, text])),
    ];
    return written.map(async ([pages, name, text]) => {
      return /** @type {const} */ ([
        [pages, folder, name].filter(Boolean).join('/'),
        await format(text, options),
      ]);
    });
  });
  const fixtures = Object.entries(examples).flatMap(([id, example]) =>
    /** @type {const} */ (['fails', 'passes']).flatMap((which) =>
      /** @type {const} */ (['bicep', 'tf']).map(
        (language) =>
          /** @type {const} */ ([
            `test/fixtures/checks/${id}.${which}.${language}`,
            fileText(example[which], language),
          ]),
      ),
    ),
  );
  return new Map([...(await Promise.all(pages)), ...fixtures]);
}

/** Returns the existing generated files. */
function present() {
  return generated.flatMap(([folder, ending]) => {
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
  });
}

/** Returns files that differ from the data, and how. */
export async function outdatedCheckPages() {
  const wanted = new Map([...(await requirementLists()), ...(await files())]);
  const wrong = [...wanted].flatMap(([name, text]) => {
    const file = join(root, name);
    if (!existsSync(file)) return [`${name} is missing`];
    return readFileSync(file, 'utf8') === text ? [] : [`${name} differs from the data`];
  });
  const extra = present().filter((name) => !wanted.has(name));
  return [...wrong, ...extra.map((name) => `${name} belongs to no check`)];
}

async function write() {
  // The pages contain the requirements of the lists.
  for (const [name, text] of await requirementLists()) writeFileSync(join(root, name), text);
  const wanted = await files();
  for (const [folder] of generated) mkdirSync(join(root, folder), { recursive: true });
  for (const name of present()) if (!wanted.has(name)) rmSync(join(root, name));
  for (const [name, text] of wanted) writeFileSync(join(root, name), text);
  return wanted.size;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--check')) {
    const wrong = [...(await outdatedCheckPages()), ...(await outdatedPages())];
    for (const one of wrong) process.stderr.write(`${one}\n`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } else {
    // The lists of requirements come first, because the other files depend on them.
    const count = await write();
    await writeReferencePages();
    process.stdout.write(`${count} pages and examples of checks\n`);
  }
}
