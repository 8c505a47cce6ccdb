// Tests the embedded Azure with the Azure CLI: signs in, writes, reads back, and is refused.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeCases } from './cli/computes.mjs';
import { dataServices } from './cli/data-services.mjs';
import { governanceCases } from './cli/governance.mjs';
import { clearing, networks } from './cli/networks.mjs';
import { signingIn } from './cli/signing-in.mjs';

/** @typedef {import('./cli/session.mjs').Session} Session */
/** @typedef {import('./azure-tools.mjs').AzureTools} AzureTools */
/** @typedef {import('../loopback/start-sandbox.mjs').Sandbox} Sandbox */

/** In this order: later cases depend on resources that earlier ones created. */
const cases = {
  ...signingIn,
  ...networks,
  ...computeCases,
  ...dataServices,
  ...governanceCases,
  ...clearing,
};

/** A command that times out is a finding. */
const timeout = 90_000;

/**
 * This process also serves the sandbox, so nothing here may wait without yielding.
 * @param {AzureTools} tools @param {Sandbox} sandbox @param {string} folder @returns {Session['az']}
 */
function commandLine({ python, env }, { certificate }, folder) {
  const own = { REQUESTS_CA_BUNDLE: certificate, AZURE_CONFIG_DIR: folder, AZURE_CORE_NO_COLOR: '1' };
  const all = { ...process.env, ...env, ...own, PYTHONWARNINGS: 'ignore' };
  return (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(python, ['-m', 'azure.cli', ...args, '--output', 'json'], { env: all, timeout });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk) => (stdout += chunk));
      child.stderr.on('data', (chunk) => (stderr += chunk));
      child.on('error', reject);
      child.on('close', (status) => {
        if (status === null) return reject(new Error(`'az ${args.join(' ')}' did not end in time.`));
        resolve({ status, body: stdout.trim() === '' ? undefined : parsed(stdout), stderr });
      });
    });
}

/** Returns the text itself if it isn't JSON. @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * @param {AzureTools} tools @param {Sandbox} sandbox
 * @returns {AsyncGenerator<{ case: string; ok: boolean; detail: string }>}
 */
export async function* driveWithCli(tools, sandbox) {
  const folder = mkdtempSync(join(tmpdir(), 'aml-az-'));
  const { origin, subscriptionId: subscription, tenantId: tenant } = sandbox;
  const session = { az: commandLine(tools, sandbox, folder), origin, subscription, tenant };
  try {
    for (const [name, run] of Object.entries(cases)) {
      const error = await Promise.resolve()
        .then(() => run(session))
        .then(
          () => undefined,
          (reason) => String(reason.message).split('\n')[0],
        );
      yield { case: name, ok: error === undefined, detail: error ?? '' };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
