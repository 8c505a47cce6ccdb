import { resources, type ResourceGraphContext } from '@azure/arm-resourcegraph/api';
import type { QueryRequest, QueryResponse } from '@azure/arm-resourcegraph/models/resourceGraphApi';
import { badResponse } from '../failure';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Reading } from '../network/read-endpoint-addresses';
import { everyPage } from '../pages';
import { answerFailure } from '../to-failure';

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

/** Sends a query to Azure Resource Graph with `@azure/arm-resourcegraph`. Rejects as other reads do. */
export async function queryGraph(
  { clients, signal }: Reading,
  { subscriptions, query, onPage }: GraphQuestion,
): Promise<GraphRows> {
  const context = clients.graph(subscriptions[0] ?? '');
  let isWhole = true;
  const rows = await everyPage(async (next) => {
    const { page, text } = await readPage(context, signal, {
      subscriptions: [...subscriptions],
      query,
      options: { top: 1000, ...(next === undefined ? {} : { skipToken: next }) },
    });
    onPage?.(text);
    const data: Json = page.data;
    const items = Array.isArray(data) ? (data as readonly Json[]).filter(isJsonObject) : [];
    if (page.skipToken === undefined && page.resultTruncated === 'true') isWhole = false;
    if (items.length !== page.count) isWhole = false;
    return { items, next: page.skipToken, size: text.length };
  });
  return { rows, isWhole };
}

interface GraphPage {
  readonly page: QueryResponse;
  /** The page as Azure returned it. */
  readonly text: string;
}

/**
 * Reads a page. The package's own errors lose Azure's message, and it reads members of a body without checking it. So
 * the response is checked before the package converts it.
 */
async function readPage(
  context: ResourceGraphContext,
  signal: AbortSignal,
  request: QueryRequest,
): Promise<GraphPage> {
  let text = '';
  const page = await resources(context, request, {
    abortSignal: signal,
    onResponse({ status, headers, bodyAsText, parsedBody }) {
      if (status !== 200) throw answerFailure({ status, headers, bodyAsText: bodyAsText ?? null });
      if (!isPage(parsedBody)) throw badResponse('malformed');
      text = bodyAsText ?? '';
    },
  });
  return { page, text };
}

/** Checks whether the package can convert a body. No query requests facets, whose conversion it would fail on. */
function isPage(body: unknown): boolean {
  if (!isJsonObject(body)) return false;
  const facets = body['facets'] ?? [];
  return Array.isArray(facets) && facets.length === 0;
}
