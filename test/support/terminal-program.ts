import { spawn } from 'node:child_process';
import { build } from 'esbuild';
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPages, packSample, packTools } from '../../scripts/packed-data.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Its pages have no URL without it. */
const repository = 'https://github.com/aml-secure-compute/aml-secure-compute';

/** The result of one run of the program. */
interface Ended {
  /** Null if it had to be stopped. */
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

interface RunIn {
  readonly cwd: string;
  /** Shell commands before the program, such as `ulimit -f 1`. */
  readonly before?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user that it runs as, if the tests run as root. */
  readonly uid?: number;
}

/** The terminal program, bundled as shipped, for tests that need a separate process. */
export interface TerminalProgram {
  /** The file that Node runs. */
  readonly file: string;
  run(args: readonly string[], where: RunIn): Promise<Ended>;
  remove(): Promise<void>;
}

/** Switches to another user after Node has started, since that user may not have access to Node. */
const asUser = `
if (require('node:worker_threads').isMainThread) {
  const user = Number(process.env.AS_USER);
  process.setgroups([]);
  process.setgid(user);
  process.setuid(user);
}
`;

/** A program that doesn't end within this time hangs. */
const hangs = 15_000;

export async function terminalProgram(): Promise<TerminalProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'terminal-program-'));
  // Another user runs it too.
  await chmod(folder, 0o755);
  const outfile = join(folder, 'cli.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/cli.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    define: { 'process.env.AML_SECURE_COMPUTE_REPOSITORY': JSON.stringify(repository) },
    logLevel: 'warning',
  });
  await cp(join(root, 'data'), join(folder, 'data'), { recursive: true });
  packPages(join(folder, 'data'));
  await Promise.all([packSample(join(folder, 'data')), packTools(join(folder, 'data'))]);
  await writeFile(join(folder, 'as-user.cjs'), asUser);
  return {
    file: outfile,
    run: (args, where) => ended(outfile, args, where),
    remove: () => rm(folder, { recursive: true }),
  };
}

function ended(program: string, args: readonly string[], { cwd, before, env, uid }: RunIn): Promise<Ended> {
  const line = `${before === undefined ? '' : `${before}; `}exec "$@"`;
  const isOther = uid !== undefined && process.getuid?.() === 0;
  const node = [process.execPath, ...(isOther ? ['--require', join(program, '..', 'as-user.cjs')] : [])];
  const child = spawn('bash', ['-c', line, 'bash', ...node, program, ...args], {
    cwd,
    env: { ...process.env, LC_ALL: 'C', ...(isOther ? { AS_USER: String(uid) } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = setTimeout(() => child.kill('SIGKILL'), hangs);
  let [out, error] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (error += text.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(stop);
      resolve({ code, out, error });
    });
  });
}
