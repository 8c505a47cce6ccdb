import { computeKinds, plannedKinds } from '../../core/compute-kinds';
import type { Clients } from '../clients';
import { jsonAt, flagAt, isJsonObject, listAt, numberAt, textAt, textsAt, type JsonObject } from '../json';
import type { CoreQuota } from '../../core/governance';
import type { HourlyPrice, VmSize } from '../ports';
import { rawList } from '../raw-list';
import { readRaw, urlOf } from '../raw-request';

interface Place {
  readonly subscriptionId: string;
  readonly location: string;
}

/** API version of `@azure/arm-machinelearning` 2.1. */
const regionApiVersion = '2022-10-01';

function urlIn(endpoint: string, { subscriptionId, location }: Place, what: 'usages' | 'vmSizes'): string {
  const provider = `/subscriptions/${subscriptionId}/providers/Microsoft.MachineLearningServices`;
  return urlOf(endpoint, `${provider}/locations/${location}/${what}`, regionApiVersion);
}

/** Reads the VM sizes that Azure ML offers in a region. */
export async function readVmSizes(
  clients: Clients,
  place: Place,
  stop: AbortSignal,
): Promise<readonly VmSize[]> {
  const url = urlIn(clients.endpoint, place, 'vmSizes');
  const body = await clients.within('list', stop, (signal) =>
    readRaw(clients.learning(place.subscriptionId), { url, signal }),
  );
  const rows = listAt(body, 'value').length > 0 ? listAt(body, 'value') : listAt(body, 'amlCompute');
  return rows.filter(isJsonObject).flatMap(toVmSize);
}

function toVmSize(row: JsonObject): VmSize[] {
  const name = textAt(row, 'name');
  if (name === undefined) return [];
  const kinds = textsAt(row, 'supportedComputeTypes');
  const supports = computeKinds.filter((kind) => kinds.includes(plannedKinds[kind].computeType));
  return [
    {
      name,
      family: textAt(row, 'family') ?? '',
      cores: numberAt(row, 'vCPUs') ?? 0,
      memoryGb: numberAt(row, 'memoryGB') ?? 0,
      gpus: numberAt(row, 'gpus') ?? 0,
      lowPriority: flagAt(row, 'lowPriorityCapable') === true,
      // Older responses don't state which kinds a size supports. It then supports both.
      supports: jsonAt(row, 'supportedComputeTypes') === undefined ? computeKinds : supports,
      price: priceOf(row),
    },
  ];
}

/** Returns the price of a node. Of `estimatedVMPrices`, only hourly Linux prices count. */
function priceOf(row: JsonObject): HourlyPrice | null {
  const prices = jsonAt(row, 'estimatedVMPrices');
  const currency = textAt(prices, 'billingCurrency');
  if (currency === undefined || textAt(prices, 'unitOfMeasure') !== 'OneHour') return null;
  const linux = listAt(prices, 'values').filter((one) => textAt(one, 'osType') === 'Linux');
  const ofTier = (tier: string): number | null =>
    linux.flatMap((one) => (textAt(one, 'vmTier') === tier ? [numberAt(one, 'retailPrice')] : []))[0] ?? null;
  return { currency, dedicated: ofTier('Standard'), lowPriority: ofTier('LowPriority') };
}

/** Reads the cores used and allowed, by VM family. */
export async function readCoreQuotas(
  clients: Clients,
  place: Place,
  stop: AbortSignal,
): Promise<readonly CoreQuota[]> {
  const url = urlIn(clients.endpoint, place, 'usages');
  const rows = await clients.within('list', stop, (signal) =>
    rawList(clients.learning(place.subscriptionId), url, signal),
  );
  return rows.flatMap((row) => {
    const family = textAt(row, 'name', 'value');
    const limit = numberAt(row, 'limit');
    if (family === undefined || limit === undefined) return [];
    return [{ family, used: numberAt(row, 'currentValue') ?? 0, limit }];
  });
}
