import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { terminalProgram, type Ended, type TerminalProgram } from '../support/terminal-program';

const network = readFileSync(new URL('../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const nobody = 65_534;

let program: TerminalProgram;
beforeAll(async () => (program = await terminalProgram()));
afterAll(() => program.remove());

/** A project, and beside it a folder that isn't part of it. */
let above = '';
let project = '';
let outside = '';
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'attack-files-'));
  project = join(above, 'project');
  outside = join(above, 'outside');
  for (const folder of [project, outside]) mkdirSync(folder);
  for (const folder of [above, project, outside]) chmodSync(folder, 0o777);
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const put = (name: string, text: string): void => writeFileSync(join(project, name), text);
const pipe = (name: string): unknown => execFileSync('mkfifo', [join(project, name)]);
const run = (line: string, more: Partial<Parameters<TerminalProgram['run']>[1]> = {}): Promise<Ended> =>
  program.run(line.split(' '), { cwd: project, ...more });

const loading = (call: string): string => `${network}\noutput loaded string = ${call}\n`;

describe('a file that never ends', () => {
  test('in place of what a template names, a pipe does not hang the run', async () => {
    for (const name of ['pipe.txt', 'pipe.json', 'pipe.bicep', 'bicepconfig.json']) pipe(name);
    put('text.bicep', loading("loadTextContent('pipe.txt')"));
    put('json.bicep', loading("loadJsonContent('pipe.json').a"));
    put(
      'module.bicep',
      `${network}\nmodule m 'pipe.bicep' = { name: 'm' }\nmodule r 'br/a:b:1' = { name: 'r' }\n`,
    );
    put('main.bicepparam', "using 'text.bicep'\nextends 'pipe.bicep'\n");
    const lines = ['check text.bicep json.bicep', 'check module.bicep', 'check .', 'check main.bicepparam'];
    const all = await Promise.all(lines.map((line) => run(line)));
    expect(all.map(({ code }) => code)).toEqual([1, 1, 1, 3]);
  });

  test('in place of what a command line names, a pipe or a device is refused at once', async () => {
    pipe('pipe.json');
    put('main.bicep', network);
    const lines = [
      'check pipe.json',
      'check /dev/zero',
      'check main.bicep --params pipe.json',
      'check main.bicep --service-tags /dev/zero',
      'check main.bicep --effective-routes pipe.json',
      'fix pipe.json',
    ];
    const all = await Promise.all(lines.map((line) => run(line)));
    for (const { code, error } of all) {
      expect(code).toBe(3);
      expect(error).toMatch(/^(?:pipe\.json|\/dev\/zero) isn't a regular file/);
    }
  });

  test('a file that is larger than the limit is refused by its bytes, and not held in memory', async () => {
    put('large.json', '');
    truncateSync(join(project, 'large.json'), 3_000_000_000);
    put('main.bicep', network);
    const { code, error } = await run('check large.json');
    expect(code).toBe(3);
    expect(error).toMatch(/^large\.json is larger than \d+ MB/);
  });
});

describe('a link that leads out of the project', () => {
  beforeEach(() => {
    writeFileSync(join(outside, 'secret.txt'), 'the secret');
    writeFileSync(join(outside, 'main.bicep'), network);
    symlinkSync(outside, join(project, 'dirlink'));
    symlinkSync('/proc/self', join(project, 'proc'));
    symlinkSync(join(outside, 'main.bicep'), join(project, 'link.bicep'));
    symlinkSync('dirlink/main.bicep', join(project, 'round.bicep'));
  });

  test.each(['dirlink/secret.txt', 'proc/environ', 'proc/cwd/../outside/secret.txt', 'proc/root/etc/passwd'])(
    'loads nothing from %s',
    async (path) => {
      put('main.bicep', loading(`json(loadTextContent('${path}'))`));
      const { out, error } = await run('check main.bicep');
      expect(out + error).not.toMatch(/the secret|root:|PATH=/);
    },
  );

  test('as the template of a parameters file, it is not read', async () => {
    put('main.bicepparam', "using 'dirlink/main.bicep'\n");
    const { code, error } = await run('check main.bicepparam');
    expect(code).toBe(3);
    expect(error).toContain(`dirlink/main.bicep leads to ${join(outside, 'main.bicep')}`);
  });

  test.each(['link.bicep', 'dirlink/main.bicep', 'round.bicep'])(
    'fix writes nothing through %s, and says where it leads',
    async (name) => {
      const { code, error, out } = await run(`fix ${name}`);
      expect(code).toBe(3);
      expect(out).toBe('');
      expect(error).toContain(`${name} leads to ${join(outside, 'main.bicep')}`);
      expect(readFileSync(join(outside, 'main.bicep'), 'utf8')).toBe(network);
    },
  );

  test('one that stays inside is followed: its target is replaced, and it stays a link', async () => {
    put('real.bicep', network);
    symlinkSync('real.bicep', join(project, 'inner.bicep'));
    expect((await run('fix inner.bicep')).code).toBe(0);
    expect(lstatSync(join(project, 'inner.bicep')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(project, 'real.bicep'), 'utf8')).not.toBe(network);
  });
});

describe('a disk that is full', () => {
  /** Longer than 4 kB as it is, and longer than 8 kB once it is fixed: blocks of a kilobyte are what the limit counts. */
  const long = `${network}\n// ${'x'.repeat(8192 - 4 - network.length)}`;

  test('fix leaves the original bytes, and no other file behind', async () => {
    put('main.bicep', long);
    const { code, error } = await run('fix main.bicep', { before: 'ulimit -f 8' });
    expect(error).toContain('main.bicep cannot be written (EFBIG)');
    expect(code).toBe(3);
    expect(readFileSync(join(project, 'main.bicep'), 'utf8')).toBe(long);
    expect(readdirSync(project)).toEqual(['main.bicep']);
  });

  test('the same where no file can be created next to it', async () => {
    put('main.bicep', long);
    chmodSync(join(project, 'main.bicep'), 0o666);
    chmodSync(project, 0o555);
    const { error } = await run('fix main.bicep', { before: 'ulimit -f 8', uid: nobody });
    expect(error).toContain('main.bicep cannot be written (EFBIG)');
    expect(readFileSync(join(project, 'main.bicep'), 'utf8')).toBe(long);
  });

  test('of a template and its module, none is written where one cannot be', async () => {
    const module = "param lastRule string\nmodule n 'network.bicep' = { name: 'n' }\n";
    put('main.bicep', module);
    put('network.bicep', long);
    await run('fix main.bicep', { before: 'ulimit -f 8' });
    expect(readFileSync(join(project, 'main.bicep'), 'utf8')).toBe(module);
    expect(readFileSync(join(project, 'network.bicep'), 'utf8')).toBe(long);
  });
});

describe('a file that is fixed', () => {
  test('keeps its mode, its owner, and its other names', async () => {
    put('main.bicep', network);
    const file = join(project, 'main.bicep');
    chmodSync(file, 0o640);
    if (process.getuid?.() === 0) chownSync(file, 1234, 1235);
    const before = statSync(file);
    expect((await run('fix main.bicep')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toBe(network);
    const { mode, uid, gid } = statSync(file);
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
    put('other.bicep', network);
    linkSync(join(project, 'other.bicep'), join(project, 'second-name.bicep'));
    await run('fix other.bicep');
    expect(statSync(join(project, 'other.bicep')).nlink).toBe(2);
    expect(readFileSync(join(project, 'second-name.bicep'), 'utf8')).not.toBe(network);
  });

  test('stays as it is where its mode says that it is read-only', async () => {
    put('main.bicep', network);
    chmodSync(join(project, 'main.bicep'), 0o444);
    const { code, error } = await run('fix main.bicep', { uid: nobody });
    expect(error).toContain('main.bicep cannot be written (EACCES)');
    expect(code).toBe(3);
    expect(readFileSync(join(project, 'main.bicep'), 'utf8')).toBe(network);
  });
});
