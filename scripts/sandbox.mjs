// `npm run sandbox -- --port N`: the sample subscription for clients of other programs, on this machine only.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from './loopback/start-sandbox.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    pace: { type: 'string', default: 'lifelike' },
    spokes: { type: 'string', default: '0' },
  },
});

/** @param {string} name @param {string} text @param {number} most */
function whole(name, text, most) {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value <= most) return value;
  console.error(`--${name} takes a whole number from 0 to ${most}, not '${text}'.`);
  process.exit(2);
}

const { pace } = values;
if (pace !== 'lifelike' && pace !== 'instant') {
  console.error(`--pace is 'lifelike' or 'instant', not '${pace}'.`);
  process.exit(2);
}
const port = whole('port', values.port, 65_535);
const sandbox = await startSandbox({ port, pace, spokes: whole('spokes', values.spokes, 2000) }).catch(
  (error) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: choose another, or none.` : error);
    process.exit(1);
  },
);
const { origin, certificate, subscriptionId, tenantId } = sandbox;

/** Writes the assignment of a variable for the user's shell. @param {string} name @param {string} value */
function setVariable(name, value) {
  return process.platform === 'win32' ? `$env:${name} = '${value}'` : `export ${name}='${value}'`;
}

console.log(`The embedded Azure: ${origin} (this machine only; nothing of it is kept). Ctrl+C ends it.
Certificate:        ${certificate}
Subscription:       ${subscriptionId}
Tenant:             ${tenantId}

Azure CLI
  ${setVariable('REQUESTS_CA_BUNDLE', certificate)}
  ${setVariable('AZURE_CONFIG_DIR', mkdtempSync(join(tmpdir(), 'azure-cli-')))}
  az cloud register --name embedded --endpoint-resource-manager ${origin}
  az cloud set --name embedded
  az login --service-principal --username 00000000-0000-4000-8000-000000000001 --password any --tenant ${tenantId}
  az rest --method get --url ${origin}/subscriptions/${subscriptionId}/resourceGroups?api-version=2025-04-01

Python (any token is taken)
  import time
  from azure.core.credentials import AccessToken
  from azure.mgmt.network import NetworkManagementClient
  class Token:
      def get_token(self, *scopes, **options):
          return AccessToken('any', int(time.time()) + 3600)
  client = NetworkManagementClient(Token(), '${subscriptionId}',
      base_url='${origin}', credential_scopes=['${origin}/.default'],
      connection_verify='${certificate}')
  print([network.name for network in client.virtual_networks.list_all()])
`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void sandbox.close().finally(() => process.exit(0)));
}
