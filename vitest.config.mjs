import { defineConfig } from 'vitest/config';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { linuxOnly } from './scripts/linux-only.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// Checked-in results that `-u` writes again are those of all cases.
const writes = process.argv.some((one) => one === '-u' || one === '--update');

export default defineConfig({
  resolve: { alias: { '@contract': here('./src/contract'), '@messages': here('./src/messages') } },
  test: {
    include: ['test/{unit,attack}/**/*.test.ts'],
    exclude: process.platform === 'linux' ? [] : Object.keys(linuxOnly),
    environment: 'node',
    env: writes ? { AML_SECURE_COMPUTE_WRITES: 'yes' } : {},
    setupFiles: ['test/support/random-seed.ts', 'test/support/close-left-open.ts'],
    // Machines differ by a factor of five, and many cases take longer than few.
    testTimeout: process.env['AML_SECURE_COMPUTE_CASES'] === undefined ? 60_000 : 300_000,
    hookTimeout: 60_000,
    // Vitest leaves one core to itself, which on two means one worker; it has little to do while they run.
    maxWorkers: availableParallelism(),
    // No test leaves anything in a module, so that the modules are read once a worker and not once a file.
    isolate: false,
    // A session makes so many objects that they would outlive the usual 16 MB.
    execArgv: ['--max-semi-space-size=64'],
  },
});
