import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import type { AzureOptions } from '../../src/azure/clients';
import { connectAzure } from '../../src/azure/connect';
import type { VmSize } from '../../src/azure/ports';
import type { LivePorts, Price } from './live-types';

export interface LiveAccount {
  readonly credential: TokenCredential;
  /** Resource Manager's address. */
  readonly endpoint: string;
  /** A certificate to trust beside the system's, as PEM. */
  readonly certificate: string | null;
}

/** The product's own clients on an account. */
export function openLive(account: LiveAccount): Pick<LivePorts, 'azure' | 'hourlyPrice'> {
  const { credential, endpoint, certificate } = account;
  const trust = certificate === null ? {} : { httpClient: trusting(certificate) };
  const options: AzureOptions = { credential, endpoint, ...trust };
  const azure = connectAzure(options);
  return {
    azure,
    hourlyPrice: async (subscriptionId, location, vmSize) => {
      const sizes = await azure.read.vmSizes(subscriptionId, location, new AbortController().signal);
      return priceOf(sizes.find(({ name }) => name.toLowerCase() === vmSize.toLowerCase()));
    },
  };
}

function priceOf(size: VmSize | undefined): Price | null {
  const { currency, dedicated = null } = size?.price ?? {};
  return currency === undefined || dedicated === null ? null : { amount: dedicated, currency };
}

function trusting(ca: string): HttpClient {
  const inner = createDefaultHttpClient();
  return { sendRequest: (request) => inner.sendRequest({ ...request, tlsSettings: { ca } }) };
}
