import type { HttpClient, PipelineResponse } from '@azure/core-rest-pipeline';
import { connectAzure, type AzureOptions } from '../../../../src/azure/connect';
import type { Azure, CreationEvent } from '../../../../src/azure/ports';
import { computeBody } from '../../../../src/plans/compute-body';
import type { ComputePlan } from '../../../../src/plans/compute-plan';
import type { SandboxAzure } from '../../../../src/sandbox/create-sandbox';
import { createSampleAzure, type SampleOptions } from '../../../../src/sandbox/sample/create-sample-azure';
import { sampleSubnetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { publicTags } from '../sample';

const tags = publicTags();

export interface Opened {
  readonly azure: Azure;
  readonly sample: SandboxAzure;
}

/** Connects to the sample through the official clients, with delays short enough for tests. */
export function openCreationSample(
  options: Partial<SampleOptions> = {},
  azureOptions: Partial<AzureOptions> = {},
  through?: (inner: HttpClient) => HttpClient,
): Opened {
  const sample = createSampleAzure({ tags, ...options });
  const { credential } = sample;
  const httpClient = through ? through(sample.httpClient) : sample.httpClient;
  const timing = { retryDelayMs: 1, ...azureOptions.timing };
  const azure = connectAzure({ credential, httpClient, watchIntervalMs: 1, ...azureOptions, timing });
  return { azure, sample };
}

/** Creates an HTTP client that changes response bodies: for responses that the sandbox never sends. */
export function rewriting(inner: HttpClient, change: (body: string, url: string) => string): HttpClient {
  return {
    sendRequest: async (request) => {
      const response: PipelineResponse = await inner.sendRequest(request);
      return { ...response, bodyAsText: change(response.bodyAsText ?? '', request.url) };
    },
  };
}

/** Creates an HTTP client whose operations set a polling interval of one hour. */
export function lookedAtRarely(inner: HttpClient): HttpClient {
  return {
    sendRequest: async (request) => {
      const response = await inner.sendRequest(request);
      if (response.headers.has('azure-asyncoperation') || request.url.includes('computeOperationsStatus')) {
        response.headers.set('Retry-After', '3600');
      }
      return response;
    },
  };
}

export const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');

/** A subnet of the production network. */
export const production = (name: string): string =>
  sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', name);

/** Plans a cluster in the healthy subnet, without a public IP. */
export function planned(change: Partial<ComputePlan> & { min?: number; max?: number } = {}): ComputePlan {
  const { min = 0, max = 4, ...rest } = change;
  return {
    kind: 'cluster',
    name: 'cpu-new',
    workspaceId: fraud,
    workspaceLocation: 'westeurope',
    location: 'westeurope',
    publicIp: false,
    subnetId: production('snet-train-gpu'),
    vmSize: 'Standard_D4s_v5',
    nodes: { min, max, idleMinutes: 2, priority: 'Dedicated' },
    ssh: null,
    identity: { is: 'none' },
    tags: [],
    assignedTo: null,
    idleShutdownMinutes: null,
    schedule: null,
    setupScript: null,
    fixes: [],
    ...rest,
  };
}

/** Plans an instance in the healthy subnet, without a public IP. */
export function plannedInstance(change: Partial<ComputePlan> = {}): ComputePlan {
  return planned({ kind: 'instance', name: 'ci-new', ...change });
}

/** Creates the planned compute resource and returns all its events. Rejects if the creation does. */
export async function create(
  { azure }: Pick<Opened, 'azure'>,
  plan: ComputePlan,
  options: { readonly stop?: AbortSignal; readonly onEvent?: (event: CreationEvent) => void } = {},
): Promise<readonly CreationEvent[]> {
  const events: CreationEvent[] = [];
  const target = { workspaceId: plan.workspaceId, name: plan.name, body: computeBody(plan) };
  const onEvent = (event: CreationEvent): void => {
    events.push(event);
    options.onEvent?.(event);
  };
  await azure.computes.create(target, onEvent, options.stop ?? new AbortController().signal);
  return events;
}

type Failed = Extract<CreationEvent, { is: 'failed' }>;
type SeenFailure = Failed & { readonly compute: Exclude<Failed['compute'], 'unseen'> };

/** Returns the last event, which must be a failure. */
export function failureIn(events: readonly CreationEvent[]): SeenFailure {
  const last = events.at(-1);
  if (last?.is !== 'failed') throw new Error(`Ended with ${last?.is ?? 'nothing'}.`);
  const { compute } = last;
  if (compute === 'unseen') throw new Error('Azure could not be asked what is left.');
  return { ...last, compute };
}

/** Returns the requests that would have changed something. */
export function writesOf({ sample }: Pick<Opened, 'sample'>): readonly string[] {
  return sample.traffic.filter((one) => one.method !== 'GET').map((one) => `${one.method} ${one.status}`);
}
