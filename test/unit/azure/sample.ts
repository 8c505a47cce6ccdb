import { AzureFailure } from '../../../src/azure/failure';
import { connectAzure, type AzureOptions } from '../../../src/azure/connect';
import type { Azure } from '../../../src/azure/ports';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { createSampleAzure, type SampleOptions } from '../../../src/sandbox/sample/create-sample-azure';
import { shippedTagFile } from '../../support/shipped-tags';

/** Returns the shipped tag list of the public cloud, parsed. */
export function publicTags(): SampleOptions['tags'] {
  return shippedTagFile('public');
}

const tags = publicTags();

/** Connects to the sample through the official clients, as the product does, with delays short enough for tests. */
export function connectSample(
  options: Partial<SampleOptions> = {},
  azureOptions: Partial<AzureOptions> = {},
): { azure: Azure; sample: SandboxAzure } {
  const sample = createSampleAzure({ tags, ...options });
  const { credential, httpClient } = sample;
  const timing = { retryDelayMs: 1 };
  return { sample, azure: connectAzure({ credential, httpClient, timing, ...azureOptions }) };
}

/** A signal that is never aborted. */
export const noStop = new AbortController().signal;

/** Returns the failure of a rejected promise: its code, and Azure's message. */
export async function failureOf(promise: Promise<unknown>): Promise<AzureFailure> {
  const error = await promise.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (error instanceof AzureFailure) return error;
  throw error;
}
