import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { out } from '../../scripts/places.mjs';
import type { Bench } from '../support/bench';
import { measureProgram, type MeasuredRun } from '../support/measured-program';
import { fleetRows, type FleetSize } from '../support/fleet';

const size = { networks: 1_000, subnets: 5 };

let reached: Promise<MeasuredRun> | undefined;
const sharedGroups = (): Promise<MeasuredRun> => (reached ??= check('fleet.json', size));

function check(name: string, fleet: FleetSize): Promise<MeasuredRun> {
  const folder = join(out, 'bench');
  mkdirSync(folder, { recursive: true });
  const data = fleetRows(fleet);
  writeFileSync(
    join(folder, name),
    JSON.stringify({ count: data.length, data, skip_token: null, total_records: data.length }),
  );
  return measureProgram(folder, ['check', '--fleet', name, '--format', 'csv']);
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
