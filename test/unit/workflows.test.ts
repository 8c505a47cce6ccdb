import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { lowestVscode } from '../../scripts/desktop-vscode.mjs';
import { root } from '../../scripts/places.mjs';
import { downloadPages, fileAddressIn, invalidListReason } from '../../scripts/service-tag-page.mjs';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly 'runs-on': string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly publisher: string;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const yaml = (file: string): unknown => load(read(file));
const below = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** Returns the commands in a text that must exist in the project: npm scripts and files that Node runs. */
function commandsIn(text: string): {
  readonly scripts: readonly string[];
  readonly files: readonly string[];
} {
  const scripts = [...text.matchAll(/\bnpm run ([\w:-]+)/g), ...text.matchAll(/\bnpm (test|start)\b/g)];
  const files = text.matchAll(/\bnode ((?:[\w.-]+\/)*[\w.-]+\.m?js)\b/g);
  return { scripts: scripts.map(([, name = '']) => name), files: [...files].map(([, name = '']) => name) };
}

/** Returns those of them that don't exist. */
function unknownCommands(text: string): readonly string[] {
  const { scripts, files } = commandsIn(text);
  return [
    ...scripts.filter((name) => manifest.scripts[name] === undefined),
    // The build creates `dist`.
    ...files.filter((file) => !file.startsWith('dist/') && !existsSync(join(root, file))),
  ];
}

const workflows = below('.github/workflows/*.{yml,yaml}');

/** The workflow that opens a pull request. */
const writing = '.github/workflows/service-tags.yml';
const releasing = '.github/workflows/release.yml';
/** Permissions of the jobs of these two workflows in addition to reading. */
const permissions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [writing]: { contents: 'write', 'pull-requests': 'write' },
  [releasing]: { contents: 'write', 'id-token': 'write', attestations: 'write' },
};

it('there are workflows for pull requests, nightly runs, releases, and weekly service tags', () => {
  expect(workflows.map((file) => basename(file))).toEqual([
    'nightly.yml',
    'pull-request.yml',
    'release.yml',
    'service-tags.yml',
  ]);
  expect(Object.keys((yaml(writing) as Workflow).on)).toContain('schedule');
  expect(Object.keys((yaml('.github/workflows/pull-request.yml') as Workflow).on)).toContain('pull_request');
  expect(Object.keys((yaml('.github/workflows/nightly.yml') as Workflow).on)).toContain('schedule');
});

describe.each(workflows)('%s', (file) => {
  const workflow = yaml(file) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('runs only scripts that exist, and runs some', () => {
    const text = steps.map(({ run = '' }) => run).join('\n');
    expect(commandsIn(text).scripts).not.toEqual([]);
    expect(unknownCommands(text)).toEqual([]);
  });

  it('pins every action to the commit of a release, and one commit for each action', () => {
    const uses = [...read(file).matchAll(/uses: *(.+)$/gm)].map(([, text = '']) => text.trim());
    expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    for (const text of uses) expect(text).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('can only read, except for a pull request and a release, never runs twice at a time, and limits the time of each job', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.concurrency?.group).toContain('github.ref');
    for (const [name, job] of jobs) expect(job['timeout-minutes'], name).toBeLessThanOrEqual(360);
    for (const [name, job] of jobs) expect(job.permissions, name).toEqual(permissions[file]);
  });

  it('uses the Node version of .nvmrc, caches downloads of npm and tools, and leaves no credentials behind', () => {
    for (const [name, job] of jobs) {
      const uses = (action: string): Step | undefined =>
        job.steps.find((step) => step.uses?.startsWith(`${action}@`));
      expect(uses('actions/checkout')?.with, name).toMatchObject({ 'persist-credentials': false });
      expect(uses('actions/setup-node')?.with, name).toEqual({ 'node-version-file': '.nvmrc', cache: 'npm' });
      if (file !== writing) expect(String(uses('actions/cache')?.with?.['path']), name).toContain('.cache');
    }
  });
});

it('an action has the same commit in all workflows', () => {
  const uses = workflows.flatMap((file) => [...read(file).matchAll(/uses: *((\S+)@\S+)/g)]);
  const pinned = new Set(uses.map(([, both]) => both));
  expect(pinned.size).toBe(new Set(uses.map(([, , action]) => action)).size);
});

describe('the weekly service tags', () => {
  const link = (name: string): string =>
    `<a href="https://download.microsoft.com/download/7/1/d/71d86715/${name}.json">`;

  it('are from the newest file that Microsoft’s page links to', () => {
    const page = link('ServiceTags_Public_20261102') + link('ServiceTags_Public_20261109');
    expect(fileAddressIn(page)).toMatch(/ServiceTags_Public_20261109\.json$/);
    expect(fileAddressIn(page.replaceAll('download.microsoft.com', 'example.com'))).toBeUndefined();
    expect(Object.keys(downloadPages)).toEqual(['public', 'usgov', 'china']);
  });

  it('aren’t read from a file that isn’t a list', () => {
    const tag = { name: 'Storage', properties: { addressPrefixes: ['20.0.0.0/8'] } };
    const file = { changeNumber: 1, cloud: 'Public', values: Array.from({ length: 200 }, () => tag) };
    expect(invalidListReason(file)).toBeUndefined();
    expect(invalidListReason({ ...file, values: [tag] })).toBe('only 1 service tags');
    expect(invalidListReason({ ...file, values: [...file.values, { name: 'x' }] })).toContain(
      'no service tag',
    );
    expect(invalidListReason('<html>')).toContain('no cloud');
  });

  it('are merged to main only by a pull request', () => {
    const text = read(writing);
    expect(text).toContain('gh pr create');
    expect(text).not.toMatch(/git push[^\n]* main\b/);
  });
});

describe('a release', () => {
  it('consists of the output of npm run release, with a provenance, and uses only its own secrets', () => {
    const text = read(releasing);
    expect(text).toContain('npm run release\n');
    expect(text).toContain('actions/attest-build-provenance@');
    expect([...text.matchAll(/secrets\.(\w+)/g)].map(([, name]) => name)).toEqual(['VSCE_PAT', 'OVSX_PAT']);
  });
});

describe('a pull request', () => {
  const { jobs } = yaml('.github/workflows/pull-request.yml') as Workflow;
  const systems = ['ubuntu', 'windows', 'macos'];

  it.each(['test', 'integration'])('runs %s on Linux with a screen, Windows, and macOS', (name) => {
    const job = jobs[name]!;
    const matrix = job.strategy!.matrix;
    expect(job['runs-on']).toBe('${{ matrix.system }}');
    expect(matrix['system']!.map((one) => String(one).split('-')[0])).toEqual(systems);
    const [linux] = matrix['system']!;
    expect(matrix['include']).toContainEqual({ system: linux, screen: 'xvfb-run -a' });
    const commands = job.steps.flatMap(({ run = '' }) => (run.includes('npm') ? [run] : []));
    expect(commands).not.toEqual([]);
    for (const command of commands) expect(command).toMatch(/^\$\{\{ matrix\.screen \}\} npm /);
  });

  it('runs the whole gate, and integration tests on the oldest and the current VS Code, downloaded', () => {
    expect(jobs['test']!.steps.map(({ run = '' }) => run).join('\n')).toMatch(/npm test$/m);
    expect(jobs['integration']!.strategy!.matrix['vscode']).toEqual(['lowest', 'stable']);
    expect(jobs['integration']!.env).toMatchObject({ AML_SECURE_COMPUTE_VSCODE: '${{ matrix.vscode }}' });
  });
});

describe('the versions that a contributor needs', () => {
  const node = read('.nvmrc').trim();

  it('.nvmrc has the Node version that package.json pins', () => {
    expect(node).toBe(manifest.devDependencies['node']);
  });

  it('the oldest VS Code is that of package.json, whose API the types describe', () => {
    expect(manifest.engines['vscode']).toBe(`^${lowestVscode()}`);
    expect(manifest.devDependencies['@types/vscode']).toBe(lowestVscode());
  });

  it('the dev container has the Node version of .nvmrc, and its commands exist', () => {
    const container = JSON.parse(read('.devcontainer/devcontainer.json')) as {
      readonly build: { readonly dockerfile: string; readonly args: Readonly<Record<string, string>> };
      readonly postCreateCommand: string;
    };
    expect(container.build.args['NODE_MAJOR']).toBe(node.split('.')[0]);
    expect(existsSync(join(root, '.devcontainer', container.build.dockerfile))).toBe(true);
    expect(unknownCommands(container.postCreateCommand)).toEqual([]);
  });
});

describe('forms and owners', () => {
  it('every issue form has unique IDs for its fields, and there are no blank issues', () => {
    expect(yaml('.github/ISSUE_TEMPLATE/config.yml')).toMatchObject({ blank_issues_enabled: false });
    const forms = below('.github/ISSUE_TEMPLATE/*.yml').filter((file) => basename(file) !== 'config.yml');
    expect(forms.map((file) => basename(file))).toEqual(['bug.yml', 'feature.yml', 'wrong-result.yml']);
    for (const form of forms) {
      const { name, description, body } = yaml(form) as {
        readonly name: string;
        readonly description: string;
        readonly body: readonly { readonly type: string; readonly id?: string }[];
      };
      expect([typeof name, typeof description], form).toEqual(['string', 'string']);
      const ids = body.filter(({ type }) => type !== 'markdown').map(({ id }) => id);
      expect(ids, form).not.toContain(undefined);
      expect(new Set(ids).size, form).toBe(ids.length);
    }
  });

  it('Dependabot updates npm and the actions, in groups', () => {
    const { updates } = yaml('.github/dependabot.yml') as {
      readonly updates: readonly { readonly 'package-ecosystem': string; readonly groups?: object }[];
    };
    const systems = updates.map((one) => one['package-ecosystem']).sort();
    expect(systems).toEqual(
      ['devcontainers', 'github-actions', 'npm'].filter((one) => systems.includes(one)),
    );
    expect(systems).toEqual(expect.arrayContaining(['github-actions', 'npm']));
    for (const update of updates) expect(Object.keys(update.groups ?? {})).not.toEqual([]);
  });

  it('code owners belong to the publisher, and every path that they own exists', () => {
    const lines = read('.github/CODEOWNERS')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).not.toEqual([]);
    for (const line of lines) {
      const [path = '', ...owners] = line.split(/\s+/);
      for (const owner of owners) expect(owner).toMatch(new RegExp(`^@${manifest.publisher}/`));
      expect(path === '*' || existsSync(join(root, path)), line).toBe(true);
    }
  });
});

/** Returns GitHub's anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (file: string): readonly string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Returns the targets of links and pictures, without those in code. */
function linksIn(file: string): readonly string[] {
  const text = read(file).replaceAll(/```[^]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
}

function brokenLinks(file: string): readonly string[] {
  return linksIn(file).filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const found = path === '' ? file : posix.join(dirname(file), decodeURIComponent(path));
    if (!existsSync(join(root, found))) return true;
    return anchor !== undefined && !anchorsOf(found).includes(anchor);
  });
}

/** Returns the files and folders that a text names in code, such as `src/requirements/table.ts`. */
function filesNamedIn(text: string): readonly string[] {
  const named = text.matchAll(/`((?:src|test|scripts|docs|media|data|webview-ui|\.github)\/[\w./-]*[\w/])`/g);
  return [...named].map(([, path = '']) => path);
}

/** Returns the tests that a text names without their folder. */
function testsNamedIn(text: string): readonly string[] {
  return [...text.matchAll(/`([\w.-]+\.(?:test|spec|bench)\.ts)`/g)].map(([, name = '']) => name);
}

describe('pages for contributors', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'SUPPORT.md',
    'CODE_OF_CONDUCT.md',
    '.github/PULL_REQUEST_TEMPLATE.md',
  ];
  const inAll = (files: readonly string[], wrongIn: (file: string) => readonly string[]): readonly string[] =>
    files.flatMap((file) => wrongIn(file).map((wrong) => `${file}: ${wrong}`));

  it('have only links to existing files and headings, and so do docs and decisions', () => {
    const all = [
      ...pages,
      ...below('docs/*.md'),
      ...below('docs/guide/*.md'),
      ...below('docs/decisions/*.md'),
    ];
    expect(all.flatMap(linksIn).length).toBeGreaterThan(100);
    expect(inAll(all, brokenLinks)).toEqual([]);
  });

  it('name only files and commands that exist, and so do docs', () => {
    expect(filesNamedIn(read('CONTRIBUTING.md')).length).toBeGreaterThan(40);
    const tests = new Set(below('test/**/*.ts').map((file) => basename(file)));
    const missing = (file: string): readonly string[] => [
      ...filesNamedIn(read(file)).filter((path) => !existsSync(join(root, path))),
      ...testsNamedIn(read(file)).filter((name) => !tests.has(name)),
    ];
    expect(inAll([...pages, ...below('docs/*.md'), ...below('docs/guide/*.md')], missing)).toEqual([]);
    expect(inAll(pages, (file) => unknownCommands(read(file)))).toEqual([]);
  });
});
