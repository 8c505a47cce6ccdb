import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/places.mjs';
import { fleetRows } from '../support/fleet';
import { terminalProgram, type TerminalProgram } from '../support/terminal-program';
import { teamFileNames } from '../../src/team-settings/team-file-names';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly bash?: string;
  readonly template?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
interface Template {
  readonly parameters: readonly { readonly name: string; readonly default: string }[];
  readonly steps: readonly Step[];
}
interface GitLab {
  readonly 'aml-secure-compute': {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: { readonly reports: { readonly codequality: string } };
  };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
  readonly language: string;
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json')) as { readonly version: string };
const action = load(read('action.yml')) as Action;
const template = load(read('scripts/pipelines/azure-pipelines.yml')) as Template;
const job = (load(read('scripts/pipelines/gitlab.yml')) as GitLab)['aml-secure-compute'];
const hooks = load(read('.pre-commit-hooks.yaml')) as readonly Hook[];
const [hook] = hooks as [Hook];
const dockerfile = read('scripts/pipelines/Dockerfile');
const page = read('docs/guide/pipelines.md');

/** Paths of a run's folder, and of the files that its tools write. */
interface Folder {
  readonly repository: string;
  readonly temp: string;
}
let program: TerminalProgram;
let base = '';

/** Replaces npm: runs the program of this checkout, and only the requested version. */
const npx = (file: string): string => `#!/bin/sh
[ "$1 $2" = "--yes aml-secure-compute@${version}" ] || exit 9
shift 2
exec "${process.execPath}" "${file}" "$@"
`;

beforeAll(async () => {
  program = await terminalProgram();
  base = mkdtempSync(join(tmpdir(), 'pipelines-'));
  mkdirSync(join(base, 'bin'));
  writeFileSync(join(base, 'bin', 'npx'), npx(program.file));
  writeFileSync(join(base, 'bin', 'az'), az);
  for (const name of ['npx', 'az']) chmodSync(join(base, 'bin', name), 0o755);
});
afterAll(async () => {
  await program.remove();
  rmSync(base, { recursive: true });
});

/** Replaces Azure CLI: prints the page of a token. */
const az = `#!/bin/sh
token=0
[ "$1" = extension ] && exit 0
while [ $# -gt 0 ]; do
  [ "$1" = --skip-token ] && token=$2
  shift
done
cat "$AZ_PAGES/$token.json"
`;

/** Responses of Resource Graph in two pages, by token. */
function graphPages(place: string, blocked: boolean): string {
  const rows = fleetRows({ networks: 2, subnets: 2 }).filter(
    ({ type }) => blocked || !type.endsWith('/networksecuritygroups'),
  );
  const half = Math.ceil(rows.length / 2);
  const pages = [rows.slice(0, half), rows.slice(half)];
  const folderOf = join(place, blocked ? 'blocked' : 'open');
  mkdirSync(folderOf, { recursive: true });
  pages.forEach((data, at) => {
    const all = { count: data.length, data, skip_token: at === 0 ? '1' : null, total_records: rows.length };
    writeFileSync(join(folderOf, `${at}.json`), JSON.stringify(all));
  });
  return folderOf;
}

/** The YAML that users copy from a page. */
const snippetsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(`{3,4})yaml\n([^]*?)^\1$/gm)].map(([, , code = '']) => code);

let count = 0;
/** Creates a repository with a blocked network, or without a template. */
function folder(is: 'blocked' | 'empty'): Folder {
  const place = join(base, `${is}-${(count += 1)}`);
  const [repository, temp] = [join(place, 'repository'), join(place, 'temp')];
  mkdirSync(join(repository, 'infra'), { recursive: true });
  mkdirSync(temp);
  writeFileSync(join(repository, 'infra', 'package.json'), '{ "name": "no-template" }');
  const network = join(root, 'test/fixtures/files/infra/network.bicep');
  if (is === 'blocked') cpSync(network, join(repository, 'infra', 'network.bicep'));
  return { repository, temp };
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
}

function bash(
  script: string,
  { repository, temp }: Folder,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: repository,
    env: {
      ...process.env,
      LC_ALL: 'C',
      NODE_COMPILE_CACHE: join(base, 'cache'),
      PATH: `${join(base, 'bin')}:${process.env['PATH'] ?? ''}`,
      RUNNER_TEMP: temp,
      BUILD_ARTIFACTSTAGINGDIRECTORY: temp,
      GITHUB_ACTION_PATH: root,
      GITHUB_OUTPUT: join(temp, 'output'),
      GITHUB_STEP_SUMMARY: join(temp, 'summary.md'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

/** Returns the variables of a step, with a value for each input. */
function variables(step: Step, values: (name: string) => string): Readonly<Record<string, string>> {
  const entries = Object.entries(step.env ?? {}).map(([name, text]) => [
    name,
    text.replaceAll(/\$\{\{ (?:inputs|parameters)\.([\w-]+) \}\}/g, (_whole, input: string) => values(input)),
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, string>>;
}

const found = (at: Folder, name: string): string => readFileSync(join(at.temp, name), 'utf8');

async function runAction(
  at: Folder,
  given: Readonly<Record<string, string>> = {},
): Promise<Ran & { readonly exit: number | null }> {
  const [check, , last] = action.runs.steps as [Step, Step, Step];
  const ran = await bash(
    check.run ?? '',
    at,
    variables(check, (name) => given[name] ?? action.inputs[name]?.default ?? ''),
  );
  const code = /^exit-code=(\d)$/m.exec(found(at, 'output'))?.[1] ?? '';
  const ended = await bash(last.run ?? '', at, { AML_EXIT_CODE: code });
  return { ...ran, exit: ended.code };
}

function runTemplate(at: Folder): Promise<Ran> {
  const [check] = template.steps as [Step];
  const valueOf = (name: string): string =>
    template.parameters.find((one) => one.name === name)?.default ?? '';
  return bash(check.bash ?? '', at, variables(check, valueOf));
}

const runJob = (at: Folder): Promise<Ran> => bash(job.script.join('\n'), at, job.variables);
const runHook = (at: Folder): Promise<Ran> => bash([hook.entry, ...hook.args].join(' '), at);
test('the action annotates, summarizes, and fails after code scanning has its file', async () => {
  const at = folder('blocked');
  const { code, out, exit } = await runAction(at);
  expect([code, exit]).toEqual([0, 1]);
  expect(out).toMatch(/^::error file=infra\/network\.bicep,line=\d+/m);
  expect(found(at, 'summary.md')).toMatch(/^\| .*network\.bicep/m);
  const [, file = ''] = /^sarif=(.+)$/m.exec(found(at, 'output')) ?? [];
  expect(readFileSync(file, 'utf8')).toContain('"infra/network.bicep"');
  for (const { value } of Object.values(action.outputs)) {
    const [, name = ''] = /outputs\.([\w-]+)/.exec(value) ?? [];
    expect(found(at, 'output')).toContain(`${name}=`);
  }
});

test('no input becomes part of a script, and no word of it a shell pattern', () => {
  const scripts = action.runs.steps
    .map(({ run = '' }) => run)
    .concat(template.steps.map((one) => one.bash ?? ''));
  for (const script of scripts) expect(script).not.toContain('${{');
  const checking = scripts.filter((one) => one.includes('$AML_FILES'));
  for (const script of checking) expect(script).toMatch(/^set -f$/m);
  expect(scripts.join()).not.toMatch(/eval|bash -c|`/);
});

test('the template for Azure Pipelines lists issues, and leaves three reports', async () => {
  const at = folder('blocked');
  const { code, out } = await runTemplate(at);
  expect(code).toBe(1);
  expect(out).toMatch(/^##vso\[task\.logissue type=error;sourcepath=infra\/network\.bicep/m);
  expect(out).toMatch(/^##vso\[task\.uploadsummary\].*network\.md$/m);
  expect(found(at, 'aml-secure-compute/network.xml')).toContain('<testsuite');
  expect(found(at, 'aml-secure-compute/network.sarif')).toContain('"results"');
});

test('the job for GitLab writes the report that its artifacts name', async () => {
  const at = folder('blocked');
  expect((await runJob(at)).code).toBe(1);
  const report = readFileSync(join(at.repository, job.artifacts.reports.codequality), 'utf8');
  const violations = JSON.parse(report) as readonly { readonly location: { readonly path: string } }[];
  expect(new Set(violations.map(({ location }) => location.path))).toEqual(new Set(['infra/network.bicep']));
});

test('a folder without templates exits with 0', async () => {
  const runs = [
    async (at: Folder) => (await runAction(at)).exit,
    async (at: Folder) => (await runTemplate(at)).code,
    async (at: Folder) => (await runJob(at)).code,
    async (at: Folder) => (await runHook(at)).code,
  ];
  expect(await Promise.all(runs.map((run) => run(folder('empty'))))).toEqual([0, 0, 0, 0]);
});

test('every manifest runs the version of package.json', () => {
  expect(hook.entry).toContain(`aml-secure-compute@${version}`);
  expect(template.parameters.find(({ name }) => name === 'version')?.default).toBe(version);
  expect(job.variables['AML_VERSION']).toBe(version);
  expect(dockerfile).toMatch(new RegExp(`^ARG VERSION=${version.replaceAll('.', '\\.')}$`, 'm'));
});

test('the hook runs when a template changes', () => {
  const isOf = new RegExp(hook.files);
  const names = [
    'infra/main.bicep',
    'a.bicepparam',
    'azuredeploy.json',
    'app/network.json',
    'app/rules.jsonc',
    'main.tf',
    'infra/prod.auto.tfvars',
    'infra/main.tf.json',
    ...teamFileNames,
    'infra/aml-secure-compute.yml',
  ];
  expect(names.filter((name) => !isOf.test(name))).toEqual([]);
  const others = [
    'package.json',
    'app/package-lock.json',
    'tsconfig.base.json',
    'a.yml',
    'notes.md',
    'a.tf.md',
  ];
  expect(others.filter((name) => isOf.test(name))).toEqual([]);
  expect(hook.language).toBe('system');
});

test('the image runs the same command as the hook, and not as root', () => {
  const wordsOf = (instruction: string): readonly string[] =>
    JSON.parse(
      new RegExp(`^${instruction} (\\[.*\\])$`, 'm').exec(dockerfile)?.[1] ?? '[]',
    ) as readonly string[];
  const words = [...wordsOf('ENTRYPOINT'), ...wordsOf('CMD')].join(' ');
  expect([hook.entry, ...hook.args].join(' ')).toBe(`npx --yes ${words.replace(' ', `@${version} `)}`);
  expect(/^USER (.+)$/m.exec(dockerfile)?.[1]).toBe('node');
  expect(dockerfile).toMatch(/^FROM node:\S+-slim$/m);
});

describe('the page', () => {
  const snippets = snippetsIn(page);
  const snippet = (word: string): string => snippets.find((text) => text.includes(word)) ?? '';

  test('names inputs, templates, hooks, and files that exist', () => {
    expect(snippets).toHaveLength(5);
    const workflow = load(snippet('pull_request')) as { jobs: { network: { steps: readonly Step[] } } };
    const [, used] = workflow.jobs.network.steps as [Step, Step];
    expect(used.uses).toMatch(new RegExp(`@v${version}$`));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(used.with ?? {})));
    const azure = load(snippet('refs/tags')) as { steps: readonly Step[] };
    const [, included] = azure.steps as [Step, Step];
    expect(existsSync(join(root, (included.template ?? '').replace(/@aml$/, '')))).toBe(true);
    const names = template.parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(included.parameters ?? {})));
    const commit = load(snippet('rev:')) as { repos: [{ rev: string; hooks: readonly { id: string }[] }] };
    expect(commit.repos[0].hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
    for (const [, file = ''] of page.matchAll(/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/v[^/]+\/(\S+)/g)) {
      expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  const fleetPage = read('docs/guide/fleet.md');
  const fleetScripts: Readonly<Record<string, () => string>> = {
    'GitHub Actions': () => {
      const workflow = load(snippetsIn(fleetPage)[0] ?? '') as {
        jobs: { networks: { steps: readonly Step[] } };
      };
      return workflow.jobs.networks.steps.find((step) => step.run !== undefined)?.run ?? '';
    },
    'Azure Pipelines': () => {
      const pipeline = load(snippetsIn(fleetPage)[1] ?? '') as {
        steps: readonly { inputs?: { inlineScript?: string } }[];
      };
      return (
        pipeline.steps.find(({ inputs }) => inputs?.inlineScript !== undefined)?.inputs?.inlineScript ?? ''
      );
    },
  };
  test.each(Object.keys(fleetScripts))(
    'has a working scheduled check of many subscriptions: %s',
    async (name) => {
      const script = fleetScripts[name]?.() ?? '';
      const at = folder('empty');
      const run = (blocked: boolean) => bash(script, at, { AZ_PAGES: graphPages(at.temp, blocked) });
      const report = (): string => readFileSync(join(at.repository, 'fleet.md'), 'utf8');
      expect((await run(false)).code).toBe(0);
      expect(report()).not.toContain('Since the baseline');
      const { code, out } = await run(true);
      expect(code).toBe(0);
      expect(report()).toMatch(/Since the baseline: [1-4] subnets? with new causes|, [1-4] changed/);
      expect(name === 'GitHub Actions' ? found(at, 'summary.md') : out).toContain(
        name === 'GitHub Actions' ? 'Since the baseline' : '##vso[task.uploadsummary]',
      );
      expect(readFileSync(join(at.repository, 'fleet.csv'), 'utf8').split('\n')).toHaveLength(6);
    },
  );

  test('has a scheduled workflow that summarizes changes, and keeps the report for the next run', async () => {
    const scheduled = load(snippet('schedule:')) as { jobs: { network: { steps: readonly Step[] } } };
    const run = scheduled.jobs.network.steps.find((step) => step.run !== undefined)?.run ?? '';
    const at = folder('blocked');
    expect((await bash(run, at)).code).toBe(0);
    expect(found(at, 'summary.md')).toMatch(/^\+\| .*network\.bicep/m);
    expect(readFileSync(join(at.repository, 'last', 'network.md'), 'utf8')).toContain('network.bicep');
  });
});
