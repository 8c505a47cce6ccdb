// Compiles every Bicep fixture again with the official compiler, and takes a snapshot of each and of the ARM templates.
// Its output is checked in for test environments without a compiler. Run it when a fixture or the compiler's version
// changed.
import { ensureBicep } from './bicep.mjs';
import { packageProgram } from './places.mjs';
import { spawnProgram } from './run.mjs';

if ((await ensureBicep()) === undefined) {
  console.error('The Bicep compiler is not here and was not fetched: `dotnet` fetches it.');
  process.exit(1);
}
process.exit(
  await spawnProgram(process.execPath, [
    packageProgram('vitest'),
    'run',
    'test/unit/documents/bicep/compiled.test.ts',
    'test/unit/documents/evaluate/snapshots.test.ts',
    '-u',
  ]),
);
