import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { createClients, type AzureOptions } from '../../src/azure/clients';
import { sdkSenders } from '../../src/azure/clients/sdk-senders';
import { connectAzure } from '../../src/azure/connect';
import type { Recorder } from '../../src/sandbox/record-traffic';
import type { LivePorts, Price } from './live-types';

export interface LiveAccount {
  readonly credential: TokenCredential;
  /** URL of Resource Manager. */
  readonly endpoint: string;
  /** A certificate to trust in addition to the system's, as PEM. */
  readonly certificate: string | null;
  /** Called with each request and its response. */
  readonly record?: Recorder | undefined;
}

/** Returns the product's own clients on an account. */
export function openLive(account: LiveAccount): Pick<LivePorts, 'azure' | 'hourlyPrice'> {
  const { credential, endpoint, certificate, record } = account;
  const client = certificate === null ? createDefaultHttpClient() : trusting(certificate);
  const options: AzureOptions = { credential, endpoint, httpClient: recording(client, record) };
  return {
    azure: connectAzure(options),
    hourlyPrice: async (subscriptionId, location, vmSize) => {
      const sizes = createClients(options, sdkSenders).learning(subscriptionId).virtualMachineSizes;
      const { value = [] } = await sizes.list(location);
      const size = value.find(({ name }) => name?.toLowerCase() === vmSize.toLowerCase());
      return priceOf(size?.estimatedVMPrices);
    },
  };
}

interface ListedPrices {
  readonly billingCurrency: string;
  readonly values: readonly {
    readonly retailPrice: number;
    readonly osType: string;
    readonly vmTier: string;
  }[];
}

function priceOf(prices: ListedPrices | undefined): Price | null {
  const found = prices?.values.find(({ osType, vmTier }) => osType === 'Linux' && vmTier === 'Standard');
  return found && prices ? { amount: found.retailPrice, currency: prices.billingCurrency } : null;
}

function recording(inner: HttpClient, record: Recorder | undefined): HttpClient {
  if (!record) return inner;
  return {
    async sendRequest(request) {
      const response = await inner.sendRequest(request);
      record(request, response);
      return response;
    },
  };
}

function trusting(ca: string): HttpClient {
  const inner = createDefaultHttpClient();
  return { sendRequest: (request) => inner.sendRequest({ ...request, tlsSettings: { ca } }) };
}
