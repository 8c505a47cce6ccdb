// The sample subscription over HTTPS on 127.0.0.1.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { out, root } from '../places.mjs';
import { loadModule } from './bundle.mjs';
import { createCertificate } from './certificate.mjs';

/**
 * @typedef {object} Sandbox
 * @property {string} origin
 * @property {string} certificate the file to trust
 * @property {string} subscriptionId
 * @property {string} tenantId
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ port: number; pace: 'instant' | 'lifelike'; spokes?: number }} options
 * @returns {Promise<Sandbox>}
 */
export async function startSandbox({ port, pace, spokes = 0 }) {
  const { createSampleAzure } = await loadModule('src/sandbox/sample/create-sample-azure.ts');
  const { serveOnLoopback } = await loadModule('test/support/loopback/serve.ts');
  const packed = readFileSync(join(root, 'data', 'service-tags.public.json.gz'));
  const azure = createSampleAzure({ tags: JSON.parse(gunzipSync(packed).toString('utf8')), pace, spokes });
  const { key, cert } = await createCertificate();
  const { origin, close } = await serveOnLoopback({ azure, port, key, cert, onBug: console.error });
  const certificate = join(out, 'sandbox', `certificate-${new URL(origin).port}.pem`);
  mkdirSync(join(out, 'sandbox'), { recursive: true });
  writeFileSync(certificate, cert);
  return { origin, certificate, subscriptionId: azure.subscriptionId, tenantId: azure.tenantId, close };
}
