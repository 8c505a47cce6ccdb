import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import { NetworkManagementClient } from '@azure/arm-network';
import { ResourceManagementClient } from '@azure/arm-resources';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import { createSampleAzure, type SampleOptions } from '../../../src/sandbox/sample/create-sample-azure';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';

const shipped = new URL('../../../data/service-tags.public.json.gz', import.meta.url);
const tags: SampleOptions['tags'] = JSON.parse(gunzipSync(readFileSync(shipped)).toString('utf8'));

/** Connects the official SDK clients to the sample, exactly as the product does. */
export function openSampleClients(options: Partial<SampleOptions> = {}) {
  const azure = createSampleAzure({ tags, ...options });
  return { azure, ...clientsOf(azure) };
}

function clientsOf(azure: SandboxAzure) {
  const { credential, httpClient, subscriptionId } = azure;
  const retryOptions = { retryDelayInMs: 1, maxRetryDelayInMs: 2 };
  return {
    network: new NetworkManagementClient(credential, subscriptionId, { httpClient, retryOptions }),
    learning: new AzureMachineLearningWorkspaces(credential, subscriptionId, { httpClient, retryOptions }),
    resources: new ResourceManagementClient(credential, subscriptionId, { httpClient, retryOptions }),
    subscriptions: new SubscriptionClient(credential, { httpClient, retryOptions }),
  };
}

export type Sample = ReturnType<typeof openSampleClients>;

export async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

/** Returns status and code of the refusal of a call. Fails if the call succeeds. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number | undefined; code: string | undefined; message: string }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { statusCode, code } = error as Error & { statusCode?: number; code?: string };
    return { status: statusCode, code, message: error.message };
  }
  throw new Error('The call was not refused.');
}
