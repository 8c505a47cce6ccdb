// Installs missing npm packages, then runs a script with the project's own Node: `node scripts/bootstrap.mjs
// scripts/bench.mjs`. Runs on any Node from 18 on, because a fresh clone has nothing else.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { createDisplay } from './display.mjs';
import { missingInstalls } from './installs.mjs';
import { projectEnvironment, projectNode, root } from './places.mjs';
import { runSteps } from './steps.mjs';

const steps = missingInstalls(['packages']);
if (steps.length > 0) {
  const display = createDisplay(steps);
  const [ended] = await runSteps(steps, { cores: 1, watcher: display });
  display.stop();
  if (ended?.outcome !== 'passed') {
    console.error(ended?.error instanceof Error ? ended.error.message : ended?.error);
    process.exit(1);
  }
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) throw new Error('Usage: node scripts/bootstrap.mjs <script> [arguments]');
const child = spawn(projectNode, [join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: projectEnvironment(),
});
// The child handles signals; this process only waits for its end.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
