// `npm run conformance`: third-party clients and specifications against the embedded Azure. Not part of `npm test`: it
// needs Debian's packages, an npm package that isn't a dependency, and a local copy of the specifications.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { driveWithCli } from './conformance/azure-cli.mjs';
import { ensureAzureTools } from './conformance/azure-tools.mjs';
import { checkTraffic } from './conformance/check-traffic.mjs';
import { startSandbox } from './loopback/start-sandbox.mjs';
import { outsideFiles, requireOutsideFiles } from './outside-files.mjs';
import { out, packageProgram, root } from './places.mjs';
import { spawnProgram } from './run.mjs';

const traffic = join(out, 'traffic');
const { values } = parseArgs({
  options: {
    /** The folder with `specification/`. */
    specs: { type: 'string' },
    /** Check existing recordings. */
    recorded: { type: 'boolean', default: false },
    /** Run only the Azure CLI and the Python SDK. */
    clients: { type: 'boolean', default: false },
    /** Also record the tests in VS Code, which takes a quarter of an hour. */
    whole: { type: 'boolean', default: false },
  },
});

/** @typedef {{ passed: number; failed: number }} Count */

/** Our own tests connect to the embedded Azure in child processes of this one. */
async function recordOwnTests() {
  const env = { AML_SECURE_COMPUTE_TRAFFIC: traffic };
  const folders = ['test/unit/sandbox', 'test/unit/azure', 'test/unit/features'];
  const codes = [
    await spawnProgram(process.execPath, [packageProgram('vitest'), 'run', ...folders], { env }),
  ];
  if (values.whole) {
    const steps = ['integration', 'journeys'];
    codes.push(await spawnProgram(process.execPath, [join(root, 'scripts', 'test.mjs'), ...steps], { env }));
  }
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: codes.length - failed, failed };
}

/** @typedef {{ case: string; ok: boolean; detail: string }} ConformanceResult */

/**
 * Reports each result as it arrives. @param {string} client @param {AsyncIterable<ConformanceResult>} results @returns
 * {Promise<Count>}
 */
async function reported(client, results) {
  const count = { passed: 0, failed: 0 };
  for await (const { case: name, ok, detail } of results) {
    console.log(`${ok ? '✓' : '✗'} ${client}: ${name}${detail && ` (${detail})`}`);
    count[ok ? 'passed' : 'failed'] += 1;
  }
  // A driver that ended before its first case tested nothing.
  return count.passed + count.failed === 0 ? { passed: 0, failed: 1 } : count;
}

/**
 * @param {import('./conformance/azure-tools.mjs').AzureTools} tools
 * @param {import('./loopback/start-sandbox.mjs').Sandbox} sandbox
 * @returns {AsyncGenerator<ConformanceResult>}
 */
async function* driveWithPython({ python, env }, { origin, certificate, subscriptionId }) {
  const own = {
    SANDBOX_ORIGIN: origin,
    SANDBOX_CERTIFICATE: certificate,
    SANDBOX_SUBSCRIPTION: subscriptionId,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const child = spawn(python, [join(root, 'test', 'conformance', 'python_sdk.py')], {
    env: { ...process.env, ...env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.on('close', done));
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line);
  const code = await ended;
  if (code !== 0) yield { case: 'to the end', ok: false, detail: `ended with ${code}` };
}

/** Runs both at once, each with its own embedded Azure, so that the writes of one don't affect the other. */
async function otherClients() {
  const tools = await ensureAzureTools();
  process.env.AML_SECURE_COMPUTE_TRAFFIC = traffic;
  const options = /** @type {const} */ ({ port: 0, pace: 'lifelike', spokes: 60 });
  const forPython = await startSandbox(options);
  const forCli = await startSandbox(options);
  try {
    const [python, cli] = await Promise.all([
      reported(`Python SDK ${tools.sdk}`, driveWithPython(tools, forPython)),
      reported(`Azure CLI ${tools.cli}`, driveWithCli(tools, forCli)),
    ]);
    return { passed: python.passed + cli.passed, failed: python.failed + cli.failed };
  } finally {
    await Promise.all([forPython.close(), forCli.close()]);
  }
}

/** Required before the first step, which takes minutes. */
function checkDescriptions() {
  const specs = requireOutsideFiles(outsideFiles.specs, values.specs);
  requireOutsideFiles(outsideFiles.specs, join(specs, 'specification'));
  return () => checkTraffic({ specs, traffic });
}

/** @returns {Record<string, () => Promise<Count>>} */
function chosenSteps() {
  if (values.clients) return { 'other clients': otherClients };
  const descriptions = checkDescriptions();
  if (values.recorded) return { descriptions };
  return { 'record our own tests': recordOwnTests, 'other clients': otherClients, descriptions };
}

const steps = Object.entries(chosenSteps());
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
