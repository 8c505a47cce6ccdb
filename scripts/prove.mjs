// Compares the engine's results with z3 (npm run prove [cases] [first]). Every case is generated from its number. Then
// applies fixes of 2,000 random networks and checks them again.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { out, packageProgram, root } from './places.mjs';
import { spawnProgram } from './run.mjs';

/** Cases per process: its memory never shrinks, and z3 has 2 GiB. */
const perProcess = 150;

/** @typedef {{ first: number; count: number; wrong: number; seen: Record<string, number> }} ProofPart */

async function bundle() {
  const outfile = join(out, 'prove', 'prove.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/prove/prove.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['z3-solver'],
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Runs one process, whose last line is its result.
 * @param {string} bundled
 * @param {number} first
 * @param {number} count
 * @returns {Promise<{ part: ProofPart | undefined; lines: string[] }>}
 */
function runPart(bundled, first, count) {
  const child = spawn(process.execPath, [bundled, String(first), String(count)], { cwd: root });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  return new Promise((resolve) =>
    child.on('close', () => {
      const lines = text.trim().split('\n');
      const last = lines.at(-1) ?? '';
      resolve(
        last.startsWith('{')
          ? { part: JSON.parse(last), lines: lines.slice(0, -1) }
          : { part: undefined, lines },
      );
    }),
  );
}

/**
 * @param {number} cases
 * @param {number} first number of the first case
 * @returns {Promise<{ agreed: number; lines: string[]; seen: Record<string, number> }>}
 */
export async function prove(cases, first = 0) {
  const bundled = await bundle();
  const starts = Array.from({ length: Math.ceil(cases / perProcess) }, (_, n) => n * perProcess);
  /** @type {{ agreed: number; lines: string[]; seen: Record<string, number> }} */
  const all = { agreed: 0, lines: [], seen: {} };
  const worker = async () => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const { part, lines } = await runPart(bundled, first + start, Math.min(perProcess, cases - start));
      all.lines.push(...lines);
      if (!part) continue;
      all.agreed += part.count - part.wrong;
      for (const [outcome, n] of Object.entries(part.seen)) all.seen[outcome] = (all.seen[outcome] ?? 0) + n;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return all;
}

if (import.meta.main) {
  const [cases = '10000', first = '0'] = process.argv.slice(2);
  const started = Date.now();
  const { agreed, lines, seen } = await prove(Number(cases), Number(first));
  for (const line of lines) console.log(line);
  console.log(
    `outcomes: ${Object.entries(seen)
      .map(([outcome, n]) => `${n} ${outcome}`)
      .join(', ')}`,
  );
  console.log(`${agreed} of ${cases} agree with z3 (${Math.round((Date.now() - started) / 1000)} s)`);
  const fixes = await spawnProgram(
    process.execPath,
    [
      packageProgram('vitest'),
      'run',
      'checks/fixes/proof.generative',
      'checks/findings/fix-proof.generative',
    ],
    {
      env: { AML_SECURE_COMPUTE_PROVE: '2000' },
    },
  );
  process.exit(agreed === Number(cases) && fixes === 0 ? 0 : 1);
}
