import { isJsonObject, listAt, numberAt, textAt, type JsonObject } from '../json';
import type { Reading } from '../network/read-endpoint-addresses';
import { everyPage } from '../pages';
import { sendRaw, urlOf } from '../raw-request';

/** The rows of a query, page by page. */
export interface GraphRows {
  readonly rows: readonly JsonObject[];
  /** False if Azure omitted rows. */
  readonly isWhole: boolean;
}

interface GraphQuestion {
  /** At least one subscription, all of the same tenant. */
  readonly subscriptions: readonly string[];
  readonly query: string;
  /** Receives each page as Azure returned it. */
  readonly onPage?: (text: string) => void;
}

/**
 * Sends a query to Azure Resource Graph on the pipeline of the network client, as `@azure/arm-resourcegraph` would. Rejects
 * as other reads do.
 */
export async function queryGraph(
  { clients, signal }: Reading,
  { subscriptions, query, onPage }: GraphQuestion,
): Promise<GraphRows> {
  const url = urlOf(clients.endpoint, '/providers/Microsoft.ResourceGraph/resources', '2022-10-01');
  const sender = clients.rawNetwork(subscriptions[0] ?? '');
  let isWhole = true;
  const rows = await everyPage(async (next) => {
    const body: JsonObject = {
      subscriptions,
      query,
      options: { $top: 1000, ...(next === undefined ? {} : { $skipToken: next }) },
    };
    const { body: page, response } = await sendRaw(sender, { url, method: 'POST', body, signal });
    onPage?.(response.bodyAsText ?? '');
    const items = listAt(page, 'data').filter(isJsonObject);
    const skipToken = textAt(page, '$skipToken');
    if (skipToken === undefined && textAt(page, 'resultTruncated') === 'true') isWhole = false;
    if (items.length !== (numberAt(page, 'count') ?? items.length)) isWhole = false;
    return { items, next: skipToken, size: response.bodyAsText?.length ?? 0 };
  });
  return { rows, isWhole };
}
