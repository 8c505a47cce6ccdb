import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../src/cli/files/node-disk';
import { runCommandLine } from '../../src/cli/run';
import { tagsFor, warnOldTags } from '../../src/cli/service-tags';
import { messagesIn } from '../support/messages-in';
import { terminalProgram, type TerminalProgram } from '../support/terminal-program';
import { outputTo } from '../support/shown-lines';

/** A template with a fixable problem and without a network. */
const misprinted = `resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: 'role'
  properties: { permissions: [{ actions: ['Microsoft.Network/virtualNetworks/subnet/join/action'] }] }
}
`;
const say = messagesIn('en');
const dataFolder = fileURLToPath(new URL('../../data', import.meta.url));

/** A project folder, and a folder next to it that isn't part of it. */
let above = '';
let project = '';
let outside = '';
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'attack-files-'));
  project = join(above, 'project');
  outside = join(above, 'outside');
  mkdirSync(join(project, '.git'), { recursive: true });
  mkdirSync(outside);
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const put = (name: string, text: string): void => writeFileSync(join(project, name), text);
const pipe = (name: string): unknown => execFileSync('mkfifo', [join(project, name)]);

/** Returns the line about the age of the included tag list, or an empty text if it isn't old. */
async function ageOfTags(): Promise<string> {
  const { readFile } = nodeDisk;
  const place = { dataFolder, today: new Date().toISOString(), readFile };
  let line = '';
  const error = (text: string): void => void (line += text);
  warnOldTags({ say, error }, await tagsFor(place, { serviceTags: undefined, cloud: 'public' }));
  return line;
}

/** Runs a command line. `@` is replaced with the project's folder. */
async function ran(line: string) {
  let [out, error] = ['', ''];
  const code = await runCommandLine(line.replaceAll('@', `${project}/`).split(' '), {
    ...nodeDisk,
    say,
    version: '1',
    repository: '',
    pages: () => Promise.resolve({}),
    dataFolder,
    today: '2025-11-20',
    ...outputTo((text) => void (out += text)),
    error: (text) => void (error += text),
  });
  return { code, out, error };
}

describe('a file that never ends', () => {
  test.each([
    ['a pipe as loaded text', "output it string = loadTextContent('pipe')", 3],
    ['a pipe as loaded JSON', "output it object = loadJsonContent('pipe')", 3],
    ['a pipe as a loaded folder', "output it array = loadDirectoryFileInfo('pipe')", 3],
    ['a pipe as a module', "module it 'pipe' = { name: 'it' }", 3],
    ['a pipe as bicepconfig.json', "module it 'br/alias:b:1' = { name: 'it' }", 1],
  ])('doesn’t make check hang: %s', async (_, text, code) => {
    for (const name of ['pipe', 'bicepconfig.json']) pipe(name);
    put('main.bicep', `${text}\n`);
    expect((await ran('check @main.bicep')).code).toBe(code);
  });

  test('is reported as parameters, or as extended parameters, and check doesn’t hang', async () => {
    pipe('pipe.bicepparam');
    put('main.bicep', '');
    put('main.bicepparam', "using 'main.bicep'\nextends 'pipe.bicepparam'\n");
    for (const line of ['check @main.bicepparam', 'check @main.bicep --params @pipe.bicepparam']) {
      const { code, error } = await ran(line);
      expect(code).toBe(3);
      expect(error).toContain(
        'pipe.bicepparam is a pipe, device, or socket and not a regular file, so it isn’t read.',
      );
    }
  });

  test('is rejected at once if it’s a pipe or a device on the command line', async () => {
    pipe('pipe.json');
    put('main.bicep', '');
    for (const name of ['@pipe.json', '/dev/zero']) {
      for (const line of [
        `check ${name}`,
        `check @main.bicep --service-tags ${name}`,
        `check @main.bicep --effective-routes ${name}`,
        `check @main.bicep --admin-rules ${name}`,
        `fix ${name}`,
        `explain ${name}:1`,
        `compare ${name} ${name}`,
      ]) {
        const { code, error } = await ran(line);
        expect({ line, code, error }).toMatchObject({ code: 3 });
        expect(error).toContain('is a pipe, device, or socket and not a regular file, so it isn’t read.');
      }
    }
  });

  test('is rejected like a file of 3 GB', async () => {
    put('large.json', '');
    truncateSync(join(project, 'large.json'), 3_000_000_000);
    const { code, error } = await ran('check @large.json');
    expect(code).toBe(3);
    expect(error).toContain('large.json is larger than 100 MB');
  });
});

describe('a link that leaves the project', () => {
  beforeEach(() => {
    writeFileSync(join(outside, 'secret.txt'), 'the secret');
    writeFileSync(join(outside, 'main.bicep'), misprinted);
    symlinkSync(outside, join(project, 'dirlink'));
    symlinkSync('/proc/self', join(project, 'proc'));
    symlinkSync(join(outside, 'main.bicep'), join(project, 'link.bicep'));
    symlinkSync('dirlink/main.bicep', join(project, 'round.bicep'));
  });

  test.each(['dirlink/secret.txt', 'proc/environ', 'proc/cwd/package.json', 'proc/root/etc/passwd'])(
    'doesn’t load anything from %s',
    async (path) => {
      put('main.bicep', `output it string = loadTextContent('${path}')\n`);
      const { out } = await ran(`resolve @main.bicep`);
      expect(out).not.toMatch(/the secret|root:|PATH=|"name"/);
      const world = { readFile: () => nodeDisk.readFile(join(project, path), [project]) };
      await expect(world.readFile()).rejects.toMatchObject({ because: { key: 'terminal.leadsOutside' } });
    },
  );

  test('isn’t read as the template of a parameters file', async () => {
    put('main.bicepparam', "using 'dirlink/main.bicep'\n");
    for (const command of ['check', 'fix', 'resolve']) {
      const { code, error } = await ran(`${command} @main.bicepparam`);
      expect(code).toBe(3);
      expect(error).toContain(
        `dirlink/main.bicep links to ${join(outside, 'main.bicep')}, outside ${project}`,
      );
    }
  });

  test.each(['link.bicep', 'dirlink/main.bicep', 'round.bicep'])(
    'isn’t written through by fix (%s), and the message names the target',
    async (name) => {
      const { code, error, out } = await ran(`fix @${name}`);
      expect(code).toBe(3);
      expect(out).toBe('');
      expect(error).toContain(`${name} links to ${join(outside, 'main.bicep')}, outside ${project}`);
      expect(readFileSync(join(outside, 'main.bicep'), 'utf8')).toBe(misprinted);
    },
  );

  test('is refused only for leaving it: an inner link is followed', async () => {
    put('real.bicep', misprinted);
    symlinkSync('real.bicep', join(project, 'inner.bicep'));
    expect((await ran('fix @inner.bicep')).out).toContain('1 change written');
    expect(readFileSync(join(project, 'real.bicep'), 'utf8')).not.toBe(misprinted);
  });
});

describe('the released program', () => {
  let program: TerminalProgram;
  beforeAll(async () => (program = await terminalProgram()));
  afterAll(() => program.remove());

  test('doesn’t hang if a checked folder contains a pipe', async () => {
    for (const name of ['pipe', 'a.bicep', 'b.json']) pipe(name);
    put('main.bicep', "output it string = loadTextContent('pipe')\n");
    const { code, error } = await program.run(['check', '.'], { cwd: project });
    expect(error).toContain("'pipe' doesn’t exist, is too large, or isn’t UTF-8 text.");
    expect(code).toBe(3);
  });

  test('works for a user with read-only home, temporary, and project folders, and fix reports what it can’t write', async () => {
    put('main.bicep', misprinted);
    put('module.bicep', "module it 'br/public:a:1' = { name: 'it' }\n");
    const home = join(above, 'home');
    mkdirSync(home);
    for (const folder of [above, home, project]) chmodSync(folder, 0o555);
    const env = { HOME: home, TMPDIR: home };
    const as = (...args: string[]) => program.run(args, { cwd: project, env, uid: 65_534 });
    const [check, fix] = await Promise.all([
      as('check', 'main.bicep', 'module.bicep'),
      as('fix', 'main.bicep'),
    ]);
    expect(check).toMatchObject({ code: 1, error: await ageOfTags() });
    expect(fix).toMatchObject({
      code: 3,
      error: `${await ageOfTags()}Couldn’t write main.bicep (EACCES).\n`,
    });
    for (const folder of [above, home, project]) chmodSync(folder, 0o755);
  });

  test('reports a result that a full disk truncates, and fails', async () => {
    const before = 'ulimit -f 1; exec > report.txt';
    const { code, error } = await program.run(['check', '--help'], { cwd: project, before });
    expect(readFileSync(join(project, 'report.txt'))).toHaveLength(1024);
    expect(error).toContain('EFBIG');
    expect(code).toBe(3);
  });

  test('keeps the original bytes if fix runs on a full disk, and leaves no other file', async () => {
    // As long as the limit, so the fix exceeds it.
    const long = `${misprinted}// ${'x'.repeat(8192 - 4 - misprinted.length)}\n`;
    put('main.bicep', long);
    const { code, error } = await program.run(['fix', 'main.bicep'], { cwd: project, before: 'ulimit -f 8' });
    expect(error).toBe(`${await ageOfTags()}Couldn’t write main.bicep (EFBIG).\n`);
    expect(code).toBe(3);
    expect(readFileSync(join(project, 'main.bicep'), 'utf8')).toBe(long);
    expect(readdirSync(project)).toEqual(['.git', 'main.bicep']);
  });
});
