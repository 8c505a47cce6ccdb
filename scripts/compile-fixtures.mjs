// Has the official compiler translate every Bicep fixture again, and take a snapshot of each and of the ARM templates; its
// answers are checked in, for the tests
// where there is no compiler. To be run when a fixture or the compiler's version changed.
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
