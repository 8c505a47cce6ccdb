import { connectAzure, type AzureOptions } from '../../../src/azure/connect';
import type { Azure, AzureConnection } from '../../../src/azure/ports';
import type { Timing } from '../../../src/azure/timing';
import { tagCatalogOf } from '../../../src/core/tags/tag-snapshot';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { createSampleAzure, type SampleOptions } from '../../../src/sandbox/sample/create-sample-azure';
import { publicTags } from '../azure/sample';

const tags = publicTags();

/** The built-in service tags of the public cloud. */
export const catalog = tagCatalogOf(tags as unknown as Parameters<typeof tagCatalogOf>[0]);

export interface ConnectionOptions {
  readonly sample?: Partial<SampleOptions>;
  /** Prepares the sample before any read. */
  readonly before?: (sample: SandboxAzure) => void;
  /** How long requests may take. */
  readonly timing?: Partial<Timing>;
  /** Other client settings: how often they poll, and which HTTP client they use. */
  readonly azure?: (sample: SandboxAzure) => Partial<AzureOptions>;
  readonly userName?: string | null;
  /** Another connection than the sample's own. */
  readonly connect?: (own: AzureConnection) => Promise<AzureConnection>;
}

export interface SampleConnection {
  readonly sample: SandboxAzure;
  connect(): Promise<AzureConnection>;
}

/** Returns the sample as the product connects to it. */
export function sampleConnection(options: ConnectionOptions): SampleConnection {
  const sample = createSampleAzure({ tags, ...options.sample });
  options.before?.(sample);
  const azure = connectAzure({
    credential: sample.credential,
    httpClient: sample.httpClient,
    watchIntervalMs: 5,
    // Tests don't wait: a wait that Azure requests is shown at once, and a retry runs at once.
    timing: { retryDelayMs: 1, longestWait: 0, ...options.timing },
    ...options.azure?.(sample),
  });
  const userName = options.userName === undefined ? 'anna' : options.userName;
  const own: AzureConnection = { azure, cloud: 'public', sample: true, account: null, userName };
  return { sample, connect: () => (options.connect ? options.connect(own) : Promise.resolve(own)) };
}

/**
 * Returns the sample's own connection, with some of its reads replaced. Resource Graph doesn't list what a replaced list would
 * contradict.
 */
export function withReads(
  replace: (read: Azure['read']) => Partial<Azure['read']>,
): (own: AzureConnection) => Promise<AzureConnection> {
  return (own) => {
    const replaced = replace(own.azure.read);
    const areLists = 'workspaces' in replaced || 'networks' in replaced;
    const listed = areLists ? { listed: () => Promise.resolve(new Map()) } : {};
    const read = { ...own.azure.read, ...listed, ...replaced };
    return Promise.resolve({ ...own, azure: { ...own.azure, read } });
  };
}
