import { nameOf, segmentOf } from '../core/network/find';
import { shellWord } from './code/scripts/shell-text';
import type { ComputePlan } from './compute-plan';

const environment = 'azureml://registries/azureml/environments/sklearn-1.5/labels/latest';

/** Returns code that runs a job on the compute resource, with Python SDK v2. */
export function pythonJob({ workspaceId, name }: ComputePlan): string {
  const place = [
    segmentOf(workspaceId, 'subscriptions') ?? '',
    segmentOf(workspaceId, 'resourceGroups') ?? '',
    nameOf(workspaceId),
  ];
  return `from azure.ai.ml import MLClient, command
from azure.identity import DefaultAzureCredential

ml = MLClient(DefaultAzureCredential(), ${place.map((one) => JSON.stringify(one)).join(', ')})
job = command(code="./src", command="python train.py", compute=${JSON.stringify(name)},
              environment=${JSON.stringify(environment)})
ml.jobs.create_or_update(job)
`;
}

/** Returns a job for the Azure CLI: `az ml job create --file job.yml`. */
export function yamlJob({ workspaceId, name }: ComputePlan): string {
  const group = segmentOf(workspaceId, 'resourceGroups') ?? '';
  return `# az ml job create --file job.yml --resource-group=${shellWord(group)} --workspace-name=${shellWord(nameOf(workspaceId))}
$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
code: ./src
command: python train.py
environment: ${environment}
compute: azureml:${name}
`;
}
