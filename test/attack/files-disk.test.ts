import { build } from 'esbuild';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
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
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/disk/list-folder';
import { readRegularFile } from '../../src/disk/read-file';
import { isInside, realPathOf } from '../../src/disk/real-path';
import { writeAtomically } from '../../src/disk/write-file';
import { windowFiles } from '../../src/platform/window-files';
import { caseCount } from '../support/case-count';

let above = '';
let folder = '';
let outside = '';
const at = (name: string): string => join(folder, name);
const put = (name: string, text: string): void => writeFileSync(at(name), text);

beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'attack-disk-'));
  folder = join(above, 'folder');
  outside = join(above, 'outside');
  mkdirSync(folder);
  mkdirSync(outside);
  // Another user can enter the folder, too.
  chmodSync(above, 0o755);
  writeFileSync(join(outside, 'secret'), 'secret');
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('reading files', () => {
  const read = (file: string, most = 1000): Promise<Buffer> => readRegularFile(file, { most });

  test('a file with a reported size of 0 is read up to the limit', async () => {
    expect(statSync('/proc/self/maps').size).toBe(0);
    await expect(read('/proc/self/maps')).rejects.toMatchObject({ code: 'TOO_LARGE' });
    put('just', 'x'.repeat(1000));
    expect(await read(at('just'))).toHaveLength(1000);
    truncateSync(at('just'), 1001);
    await expect(read(at('just'))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  test('a pipe, a socket, and a device are rejected without waiting', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const server = createServer().listen(at('socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    for (const file of [at('pipe'), at('socket'), '/dev/zero', '/dev/tty', '/dev/stdin']) {
      await expect(read(file)).rejects.toThrow();
    }
    server.close();
    await expect(read(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });

  test('system files that wait for events aren’t waited for', async () => {
    await expect(read('/proc/kmsg')).rejects.toThrow();
  });

  test('a path that another program keeps replacing with a link or a pipe doesn’t return outside content', async () => {
    put('own', 'own');
    execFileSync('mkfifo', [at('pipe')]);
    mkdirSync(at('dir'));
    writeFileSync(at('dir/secret'), 'own');
    const turning = `
      const { linkSync, mkdirSync, renameSync, rmSync, symlinkSync } = require('node:fs');
      const makes = [(to) => linkSync('own', to), (to) => symlinkSync('../outside/secret', to), (to) => linkSync('pipe', to)];
      const turn = (make, name) => { make('next'); renameSync('next', name); rmSync('next', { force: true }); };
      for (let n = 0; ; n += 1) {
        turn(makes[n % 3], 'turned');
        turn((to) => symlinkSync(n % 2 === 0 ? 'dir' : '../outside', to), 'turned-dir');
      }`;
    const attacker = spawn(process.execPath, ['-e', turning], { cwd: folder });
    await until(() => existsSync(at('turned-dir')));
    const seen = new Set<string>();
    const everySeen = (): boolean => ['own', 'NOT_REGULAR', 'OUTSIDE'].every((one) => seen.has(one));
    for (let n = 0; n < caseCount(400, 20_000) || !everySeen(); n += 1) {
      const name = n % 2 === 0 ? 'turned' : 'turned-dir/secret';
      const text = await readRegularFile(at(name), { most: 100, within: [folder] }).then(String, (error) =>
        String((error as { code?: string }).code),
      );
      seen.add(text);
    }
    attacker.kill();
    expect(seen.has('secret')).toBe(false);
  });
});

test('searching for files doesn’t follow links, and stops at the maximum number', async () => {
  put('a.bicep', '');
  put('b.json', '');
  put('c.txt', '');
  symlinkSync('/', at('root'));
  symlinkSync('a.bicep', at('link.bicep'));
  const wanted = { extensions: ['bicep', 'json'], passedOver: new Set<string>() };
  expect(await filesBelow(folder, wanted)).toEqual([at('a.bicep'), at('b.json')]);
  expect(await filesBelow(folder, { ...wanted, most: 1 })).toEqual([at('a.bicep')]);
});

describe('target of a path', () => {
  test.each([
    ['a link to a file', 'file-link'],
    ['a link to a folder', 'dir-link/secret'],
    ['a link to a link', 'twice/secret'],
    ['a link without a target', 'dangling'],
    ['a new file in a linked folder', 'dir-link/new'],
    ['a link to the parent of a linked folder', 'up'],
    ['the process files of the system', 'proc/environ'],
    ['its path alone', '../outside/secret'],
    ['a folder with the same prefix', '../folder-2/secret'],
  ])('is outside the folder through %s', (_, name) => {
    symlinkSync('../outside/secret', at('file-link'));
    symlinkSync(outside, at('dir-link'));
    symlinkSync('dir-link', at('twice'));
    symlinkSync(join(outside, 'new'), at('dangling'));
    symlinkSync('dir-link/../folder-2/secret', at('up'));
    symlinkSync('/proc/self', at('proc'));
    expect(isInside(at(name), [folder])).toBe(false);
  });

  test('is resolved for a link inside the folder, a folder that is a link, and a cyclic link', () => {
    put('own', 'own');
    symlinkSync('own', at('link'));
    symlinkSync(folder, join(above, 'other-name'));
    symlinkSync('round', at('round'));
    expect(isInside(join(above, 'other-name', 'link'), [join(above, 'other-name')])).toBe(true);
    expect(realPathOf(join(above, 'other-name', 'link'))).toBe(at('own'));
    expect(isInside(at('round'), [folder])).toBe(true);
  });
});

describe('writing files', () => {
  const unprivilegedUser = 65_534;
  let program = '';
  beforeAll(async () => {
    const built = mkdtempSync(join(tmpdir(), 'attack-disk-program-'));
    chmodSync(built, 0o755);
    program = join(built, 'write.cjs');
    const entry = fileURLToPath(new URL('../../src/disk/write-file.ts', import.meta.url));
    await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'cjs' });
  });
  afterAll(() => rmSync(join(program, '..'), { recursive: true }));

  /** Writes texts by name in a separate process, as another user or with a limit. Returns the error code. */
  function written(
    texts: Readonly<Record<string, string>>,
    { before = ':', uid = process.getuid?.() ?? 0 } = {},
  ) {
    const isRoot = process.getuid?.() === 0;
    const code = `
      const { writeAtomically } = require(${JSON.stringify(program)});
      // That user may not reach Node.
      if (${String(isRoot)}) { process.setgroups([]); process.setgid(${String(uid)}); process.setuid(${String(uid)}); }
      const files = Object.entries(${JSON.stringify(texts)}).map(([file, text]) => ({ file, bytes: Buffer.from(text) }));
      try { writeAtomically(files); console.log('written'); }
      catch ({ file, code }) { console.log(file + ' ' + code); }`;
    const line = `${before}; exec "$@"`;
    const args = ['-c', line, 'bash', process.execPath, '-e', code];
    const run = spawnSync('bash', args, { cwd: folder, encoding: 'utf8' });
    return run.stdout.trim() + run.stderr;
  }

  const write = (name: string, text: string): void =>
    writeAtomically([{ file: at(name), bytes: Buffer.from(text) }]);

  const old = 'o'.repeat(3000);
  const longer = 'n'.repeat(5000);
  const full = { before: 'ulimit -f 4' };

  test('to a full disk keeps the old bytes of every file, and leaves no other file', () => {
    put('a', old);
    put('b', old);
    expect(written({ a: 'small', b: longer, c: 'new' }, full)).toBe('b EFBIG');
    expect([readFileSync(at('a'), 'utf8'), readFileSync(at('b'), 'utf8')]).toEqual([old, old]);
    expect(written({ c: longer }, full)).toBe('c EFBIG');
    expect(readdirSync(folder)).toEqual(['a', 'b']);
  });

  test('to a full disk keeps the old bytes if they’re changed in place, too', () => {
    put('a', old);
    linkSync(at('a'), at('second-name'));
    expect(written({ a: longer }, full)).toBe('a EFBIG');
    expect(readFileSync(at('a'), 'utf8')).toBe(old);
    chmodSync(at('a'), 0o666);
    rmSync(at('second-name'));
    chmodSync(folder, 0o555);
    expect(written({ a: longer }, { ...full, uid: unprivilegedUser })).toBe('a EFBIG');
    expect(readFileSync(at('a'), 'utf8')).toBe(old);
    for (const text of [longer, 'short']) {
      expect(written({ a: text }, { uid: unprivilegedUser })).toBe('written');
      expect(readFileSync(at('a'), 'utf8')).toBe(text);
    }
  });

  test('keeps mode, owner, links, and other names', () => {
    put('a', old);
    symlinkSync('a', at('link'));
    chmodSync(at('a'), 0o640);
    if (process.getuid?.() === 0) chownSync(at('a'), 1234, 1235);
    const before = statSync(at('a'));
    write('link', longer);
    const { mode, uid, gid } = statSync(at('a'));
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('a'), 'utf8')).toBe(longer);
    linkSync(at('a'), at('second-name'));
    write('a', 'short');
    expect(readFileSync(at('second-name'), 'utf8')).toBe('short');
  });

  test('doesn’t change a read-only file, a folder, a pipe, or a device', () => {
    put('a', old);
    chmodSync(at('a'), 0o444);
    chmodSync(folder, 0o777);
    execFileSync('mkfifo', [at('pipe')]);
    mkdirSync(at('sub'));
    symlinkSync('/dev/null', at('null'));
    expect(written({ a: 'new' }, { uid: unprivilegedUser })).toBe('a EACCES');
    expect(() => write('pipe', 'new')).toThrow('NOT_REGULAR');
    expect(() => write('null', 'new')).toThrow('NOT_REGULAR');
    expect(() => write('sub', 'new')).toThrow('EISDIR');
    expect(readFileSync(at('a'), 'utf8')).toBe(old);
    expect(readdirSync(folder).sort()).toEqual(['a', 'null', 'pipe', 'sub']);
  });

  test('reports an error without the path of an internal file', () => {
    expect(() => writeAtomically([{ file: at('no/a'), bytes: Buffer.from('') }])).toThrow(
      /^ENOENT: no such file or directory$/,
    );
  });

  test('keeps the saved choices of a window if they can’t be written', () => {
    const files = windowFiles(at('windows'), 'here');
    files.write('a', { name: 'first' });
    const name = (raw: unknown): unknown => (raw as { name?: unknown }).name;
    const cyclic: { self?: object } = {};
    cyclic.self = cyclic;
    expect(() => files.write('a', cyclic)).toThrow();
    mkdirSync(at('windows/here.b.json'));
    expect(() => files.write('b', { name: 'second' })).toThrow('EISDIR');
    expect(files.read(['a'], name)).toBe('first');
    expect(readdirSync(at('windows')).sort()).toEqual(['here.a.json', 'here.b.json']);
  });
});

describe('the source code', () => {
  /** Files that are allowed to access the disk directly, with the reason. */
  const exempt: Readonly<Record<string, string>> = {
    'src/cli/files/git-ignored.ts': 'reads .gitignore where it is a regular file of bounded size',
    'src/cli/files/list-files.ts': 'asks whether a name of the command line is a folder, and reads nothing',
    'src/cli/files/node-disk.ts': 'reads standard input, up to the limit of a file',
    'src/cli/files/packed-json.ts': 'reads the data of the program itself',
    'src/cli/files/project-folder.ts': 'asks whether there is a folder .git, and reads nothing',
    'src/cli/parallel/own-thread.ts': 'asks whether the output is a file, and reads nothing',
    'src/cli/service-tags.ts': 'reads the data of the program itself',
    'src/platform/check-page.ts': 'reads the pages of the extension itself',
    'src/platform/read-only.ts': 'asks for the mode of a file, and reads nothing',
    'src/platform/shipped-tags.ts': 'reads the data of the extension itself',
    'src/platform/window-files.ts': 'reads what it wrote itself, in the folder of the extension',
    'src/platform/workspace-files.ts': 'asks the provider of a virtual workspace',
    'src/platform/write-files.ts': 'asks whether a file is there, and reads nothing',
    'src/platform/write-texts.ts': 'hands a text to the provider of a virtual workspace',
    'src/sandbox/record-traffic.ts': 'writes traffic where a developer asks for it',
  };

  test('reads and writes files through one module, apart from known exceptions', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const own = names
      .map((name) => `src/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith('.ts') && !name.startsWith('src/disk/'))
      .filter((name) =>
        /from 'node:fs|require\('fs|workspace\.(?:fs\.(?!isWritable)|findFiles)/.test(
          readFileSync(join(root, name), 'utf8'),
        ),
      );
    expect(own.sort()).toEqual(Object.keys(exempt).sort());
  });
});
