import { expect, test } from 'vitest';
import { fleetQuery } from '../../../src/azure/resource-graph/fleet-query';
import { fleetReportSchema } from '../../../src/contract/fleet-report';
import { parse } from 'valibot';
import { ran } from '../cli/ran';
import { all, openSampleClients } from './clients';
import { rawClient } from './raw-client';

const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';

/** Returns every page of a query, as the REST API prints it. */
async function pagesOf(
  sample: ReturnType<typeof openSampleClients>,
  query: string,
): Promise<readonly string[]> {
  const send = rawClient(sample);
  const pages: string[] = [];
  let token: string | undefined;
  do {
    const options = { $top: 25, ...(token === undefined ? {} : { $skipToken: token }) };
    const body = JSON.stringify({ subscriptions: [sample.azure.subscriptionId], query, options });
    const answer = await send(path, 'POST', body);
    pages.push(JSON.stringify(answer.body));
    token = (answer.body as { readonly $skipToken?: string }).$skipToken;
  } while (token !== undefined);
  return pages;
}

test('the query of --fleet-query has a row for each subnet of the sample', async () => {
  const sample = openSampleClients();
  const pages = await pagesOf(sample, fleetQuery);
  expect(pages.length).toBeGreaterThan(2);
  const { out } = await ran('check --fleet graph.json --format json', { 'graph.json': pages.join('\n') });
  const { subnets, isComplete } = parse(fleetReportSchema, JSON.parse(out));
  expect(isComplete).toBe(true);
  const networks = await all(sample.network.virtualNetworks.listAll());
  const ids = networks.flatMap((one) => (one.subnets ?? []).map(({ id }) => id?.toLowerCase()));
  expect(subnets.map(({ id }) => id.toLowerCase()).sort()).toEqual(ids.sort());
  expect(new Set(subnets.map(({ state }) => state))).toEqual(
    new Set(['not-ready', 'unknown', 'conditional']),
  );
  const ruled = subnets.filter(({ network }) => network === 'vnet-regulated-weu');
  expect(ruled.every(({ state }) => state !== 'conditional')).toBe(true);
});

test('an unsupported query is refused, not answered in part', async () => {
  const send = rawClient(openSampleClients());
  const ask = async (query: string) => {
    const body = JSON.stringify({ subscriptions: ['x'], query });
    return (await send(path, 'POST', body)).status;
  };
  expect(await ask('resources | take 5')).toBe(403);
  const { azure } = openSampleClients();
  for (const query of ['resources | take 5', 'resources | where', 'resources | where name == "a"', '']) {
    const body = JSON.stringify({ subscriptions: [azure.subscriptionId], query });
    expect((await send(path, 'POST', body)).status).toBe(400);
  }
});
