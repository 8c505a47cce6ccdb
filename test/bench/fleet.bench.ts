import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from '../../scripts/places.mjs';
import type { Bench } from '../support/bench';
import { fleetRows, type FleetSize } from '../support/fleet';

interface Reached {
  readonly milliseconds: number;
  /** Peak memory of the program, including its threads. */
  readonly kilobytes: number;
}

const size = { networks: 1_000, subnets: 5 };

let reached: Promise<Reached> | undefined;
const sharedGroups = (): Promise<Reached> => (reached ??= check('fleet.json', size));

/** Prints the peak memory of the process when it exits. */
const printsMemory =
  "--import=data:text/javascript,import{isMainThread}from'node:worker_threads';isMainThread&&process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";

function check(name: string, fleet: FleetSize): Promise<Reached> {
  const folder = join(out, 'bench');
  mkdirSync(folder, { recursive: true });
  const data = fleetRows(fleet);
  writeFileSync(
    join(folder, name),
    JSON.stringify({ count: data.length, data, skip_token: null, total_records: data.length }),
  );
  const start = performance.now();
  const args = ['check', '--fleet', name, '--format', 'csv'];
  const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: printsMemory },
  });
  let reported = '';
  child.stderr.on('data', (text: Buffer) => (reported += text.toString()));
  return new Promise((done, failed) => {
    child.on('close', (code) => {
      const kilobytes = Number(reported.trim().split('\n').at(-1));
      if (code === 1 && kilobytes > 0) done({ milliseconds: performance.now() - start, kilobytes });
      else failed(new Error(reported));
    });
  });
}

export const benches: readonly Bench[] = [
  {
    what: 'Fleet of 1,000 networks and 5,000 subnets, from the terminal',
    budget: 10_000,
    unit: 'ms',
    measure: async () => (await sharedGroups()).milliseconds,
  },
  {
    what: '\u2026 peak memory, threads included',
    budget: 1_000_000,
    unit: 'kB',
    measure: async () => (await sharedGroups()).kilobytes,
  },
  {
    what: '\u2026 if each subnet has its own NSG with rules that name its addresses',
    budget: Infinity,
    unit: 'ms',
    measure: async () => (await check('own-groups.json', { ...size, ownGroups: true })).milliseconds,
  },
];
