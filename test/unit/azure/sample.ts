import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { connectAzure } from '../../../src/azure/connect';
import type { Azure } from '../../../src/azure/ports';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { createSampleAzure, type SampleOptions } from '../../../src/sandbox/sample/create-sample-azure';

/** The shipped tag list of the public cloud, parsed. */
export function publicTags(): SampleOptions['tags'] {
  const file = new URL('../../../data/service-tags.public.json.gz', import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as SampleOptions['tags'];
}

/** The sample behind the official clients, as the product connects to it. */
export function connectSample(options: Partial<SampleOptions> = {}): { azure: Azure; sample: SandboxAzure } {
  const sample = createSampleAzure({ tags: publicTags(), ...options });
  return { sample, azure: connectAzure({ credential: sample.credential, httpClient: sample.httpClient }) };
}

/** A signal nobody aborts. */
export const noStop = new AbortController().signal;
