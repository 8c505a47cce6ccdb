// `npm run conformance`: clients and descriptions that others wrote, against the embedded Azure. Not part of
// `npm test`: it needs Debian's packages, a package of npm that is no dependency, and the descriptions at hand.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { driveWithCli } from './conformance/azure-cli.mjs';
import { ensureAzureTools } from './conformance/azure-tools.mjs';
import { checkTraffic } from './conformance/check-traffic.mjs';
import { startSandbox } from './loopback/start-sandbox.mjs';
import { out, program, root } from './places.mjs';
import { run } from './run.mjs';

const traffic = join(out, 'traffic');
const { values } = parseArgs({
  options: {
    /** The folder with `specification/`. */
    specs: {
      type: 'string',
      default: process.env.AML_SECURE_COMPUTE_SPECS ?? '../shared/data/specs/swagger-2024-07',
    },
    /** Check what is recorded already. */
    recorded: { type: 'boolean', default: false },
    /** Record the tests in VS Code as well, which takes a quarter of an hour. */
    whole: { type: 'boolean', default: false },
  },
});

/** @typedef {{ passed: number; failed: number }} Count */

/** Our own tests speak to the embedded Azure in this process's children. */
async function recordOwnTests() {
  const env = { AML_SECURE_COMPUTE_TRAFFIC: traffic };
  const folders = ['test/unit/sandbox', 'test/unit/azure', 'test/unit/features'];
  const codes = [await run(program('vitest'), ['run', ...folders], { env })];
  if (values.whole) {
    const steps = ['build', 'package', 'integration', 'e2e'];
    codes.push(await run(process.execPath, [join(root, 'scripts', 'test.mjs'), ...steps], { env }));
  }
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: codes.length - failed, failed };
}

/** @param {string} client @param {readonly { case: string; ok: boolean; detail: string }[]} results @returns {Count} */
function told(client, results) {
  for (const { case: name, ok, detail } of results) {
    console.log(`${ok ? '✓' : '✗'} ${client}: ${name}${detail && ` (${detail})`}`);
  }
  const failed = results.filter(({ ok }) => !ok).length;
  // A driver that ended before its first case tried nothing.
  return { passed: results.length - failed, failed: results.length === 0 ? 1 : failed };
}

/**
 * @param {import('./conformance/azure-tools.mjs').AzureTools} tools
 * @param {import('./loopback/start-sandbox.mjs').Sandbox} sandbox
 */
async function driveWithPython({ python, env }, { origin, certificate, subscriptionId }) {
  const own = {
    SANDBOX_ORIGIN: origin,
    SANDBOX_CERTIFICATE: certificate,
    SANDBOX_SUBSCRIPTION: subscriptionId,
  };
  const child = spawn(python, [join(root, 'test', 'conformance', 'python_sdk.py')], {
    env: { ...process.env, ...env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  await new Promise((done) => child.on('close', done));
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

async function otherClients() {
  const tools = await ensureAzureTools();
  process.env.AML_SECURE_COMPUTE_TRAFFIC = traffic;
  const sandbox = await startSandbox({ port: 0, pace: 'lifelike', spokes: 60 });
  try {
    const python = told(`Python SDK ${tools.sdk}`, await driveWithPython(tools, sandbox));
    const cli = told(`Azure CLI ${tools.cli}`, await driveWithCli(tools, sandbox));
    return { passed: python.passed + cli.passed, failed: python.failed + cli.failed };
  } finally {
    await sandbox.close();
  }
}

async function descriptions() {
  const specs = resolve(root, values.specs);
  if (!existsSync(join(specs, 'specification'))) {
    throw new Error(
      `${specs} has no folder 'specification': say --specs FOLDER or set AML_SECURE_COMPUTE_SPECS.`,
    );
  }
  return checkTraffic({ specs, traffic });
}

const steps = Object.entries(
  values.recorded
    ? { descriptions }
    : { 'record our own tests': recordOwnTests, 'other clients': otherClients, descriptions },
);
if (!values.recorded) rmSync(traffic, { recursive: true, force: true });
const total = { passed: 0, failed: 0 };
for (const [name, step] of steps) {
  console.log(`\n── ${name}`);
  const { passed, failed } = await step().catch(
    (error) => (console.error(error.message), { passed: 0, failed: 1 }),
  );
  console.log(`── ${name}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
