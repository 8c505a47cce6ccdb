import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A program of the project, bundled so that Node runs it alone. */
export interface Program {
  start(args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  remove(): void;
}

/** Bundles a program of `test/support/programs`. */
export async function testProgram(name: string): Promise<Program> {
  // As deep below the root as its sources, whose relative paths lead to the product's data.
  const outfile = join(import.meta.dirname, '../../out/programs', `${name}-${randomUUID()}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'programs', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    // CommonJS packages require others at run time.
    banner: {
      js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
    },
    // Its other form requires files that no bundle contains.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    logLevel: 'warning',
  });
  return {
    start: (args, env = {}) =>
      spawn(process.execPath, [outfile, ...args], { env: { ...process.env, ...env }, stdio: 'pipe' }),
    remove: () => rmSync(outfile, { force: true }),
  };
}

/** Returns the whole output of a program until it ends. */
export async function outputOf(child: ChildProcess): Promise<string> {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  await new Promise((resolve) => child.on('close', resolve));
  return text;
}
