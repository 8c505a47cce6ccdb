import type { DeploymentInput } from '../../src/documents/evaluate/scopes/target';
import type { SourceFiles } from '../../src/documents/source/source-files';

/** No file refers to another. */
export const noFiles: SourceFiles = {
  read: (path) => ({ is: 'missing', file: path }),
  list: (path) => ({ is: 'missing', file: path }),
  cached: (path) => ({ is: 'missing', file: path }),
};

/** Deployment target of the checked-in output of Azure's own code. */
export const oracle = {
  cloud: 'public',
  tenantId: 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
  subscriptionId: '00112233-4455-6677-8899-aabbccddeeff',
  resourceGroup: 'rg-oracle',
  location: 'westeurope',
  deploymentName: 'main',
} as const satisfies DeploymentInput;
