import { build } from 'esbuild';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeDisk } from '../../../../src/cli/files/node-disk';
import { threadsOf } from '../../../../src/cli/parallel/threads';
import { runCommandLine } from '../../../../src/cli/run';
import { messagesIn } from '../../../support/messages-in';
import { outputTo } from '../../../support/shown-lines';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
let folder = '';

/**
 * The released program, because a thread starts with a file, and a folder with more files than one core processes
 * alone.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-threads-'));
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/cli.ts'],
    outfile: join(folder, 'cli.js'),
    bundle: true,
    platform: 'node',
    target: 'node22',
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    logLevel: 'warning',
  });
  await symlink(join(root, 'data'), join(folder, 'data'));
  const network = await readFile(join(root, 'test/fixtures/files/infra/network.bicep'), 'utf8');
  await mkdir(join(folder, 'infra'));
  for (let index = 0; index < 8; index += 1) {
    const text = network.replace('vnet-ml', `vnet-${index}`);
    await writeFile(join(folder, 'infra', `network${index}.bicep`), text);
  }
  await writeFile(join(folder, 'infra', 'main.bicep'), "module n 'network3.bicep' = { name: 'n' }");
});
afterAll(() => rm(folder, { recursive: true }));

async function checked(format: string, isParallel: boolean) {
  let out = '';
  let error = '';
  const threads = threadsOf(join(folder, 'cli.js'));
  const code = await runCommandLine(['check', join(folder, 'infra'), '--format', format], {
    ...nodeDisk,
    say: messagesIn('en'),
    version: '1',
    repository: '',
    pages: () => Promise.resolve({}),
    dataFolder: join(root, 'data'),
    // Threads read the clock.
    today: new Date().toISOString(),
    ...(isParallel ? { threads: ({ options }) => threads({ options, language: 'en' }) } : {}),
    ...outputTo((text) => void (out += text)),
    error: (text) => void (error += text),
  });
  return { out, error, code };
}

/** Each fix of each file is tested twice here, for code scanning. */
const timeout = 60_000;

test.each(['text', 'json', 'sarif'])(
  'threads report the same as a single thread, as %s',
  { timeout },
  async (format) => {
    const alone = await checked(format, false);
    expect(alone.code).toBe(1);
    expect(alone.out).toContain('network7.bicep');
    expect(await checked(format, true)).toEqual(alone);
  },
);
