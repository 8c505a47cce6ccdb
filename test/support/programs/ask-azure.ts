// Sends requests to an Azure on loopback as the extension does, in a separate process: `ask-azure <authority>
// <endpoint>`. The environment contains the client secret for the sign-in, and the secret for attaching a compute
// resource.
import { connectAccount } from '../../../src/azure/sign-in/connect-account';
import { editorHttpClient } from '../../../src/azure/http-client';

const [authority = '', endpoint = ''] = process.argv.slice(2);
const workspaceId =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w';
const noStop = new AbortController().signal;

const { azure } = await connectAccount({
  target: {
    cloud: 'public',
    endpoint,
    authority,
    scopes: [`${endpoint}/.default`],
    portal: endpoint,
    hasOwnAuthority: true,
  },
  by: { source: 'default' },
  httpClient: editorHttpClient(),
  timing: { retryDelayMs: 1 },
});
const properties = { databricksAccessToken: process.env['ATTACH_SECRET'] };
await azure.computes.create(
  { workspaceId, name: 'c', body: { properties } },
  (event) => console.log(event.is),
  noStop,
);
await azure.read.subscriptions(noStop).catch((error: unknown) => console.error(error));
