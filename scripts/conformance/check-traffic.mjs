// Checks recorded traffic against the official specifications. Anything that they don't allow is a finding, unless it
// is listed as tolerated with its reason.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.mjs';
import {
  atVersion,
  describedVersions,
  exchangesIn,
  nearestFirst,
  resourceProvider,
  pathShape,
  withoutNulls,
  withoutNumbers,
} from './exchanges.mjs';
import { openValidator } from './oav.mjs';

/** @typedef {import('./exchanges.mjs').Exchange} Exchange */
/** @typedef {{ what: string; at: string; message: string }} TrafficFinding */
/** @typedef {{ what: string; at: string; why: string }} Tolerated expressions of a finding's `what` and `at` */

const tolerated = () =>
  /** @type {Tolerated[]} */ (
    JSON.parse(readFileSync(join(root, 'test', 'conformance', 'tolerated.json'), 'utf8'))
  );

/** @param {string} specs @param {any} validator */
function createChecker(specs, validator) {
  const versions = describedVersions(specs);

  /** Returns the exchange in the nearest version that specifies the operation. @param {Exchange} exchange */
  function described({ liveRequest, liveResponse }) {
    const url = new URL(liveRequest.url);
    const wanted = url.searchParams.get('api-version') ?? '';
    for (const version of nearestFirst(versions.get(resourceProvider(url)) ?? [], wanted)) {
      const request = { ...liveRequest, url: atVersion(liveRequest.url, version) };
      const { error, info } = validator.getOperationInfo({ url: request.url, method: request.method });
      // `Resources_GetById` and similar operations accept any path, so they specify none.
      const isSpecific = error === undefined && !info.operationId.endsWith('ById');
      if (isSpecific) return { liveRequest: request, liveResponse };
    }
    return undefined;
  }

  /** @param {Exchange} exchange @returns {Promise<TrafficFinding[]>} */
  async function check(exchange) {
    const { method, url } = exchange.liveRequest;
    const { statusCode } = exchange.liveResponse;
    const nearest = described(exchange);
    if (nearest) return compared(nearest);
    // An unspecified operation may be refused, but must not succeed.
    if (Number(statusCode) >= 400) return [];
    const message = `${method} ${pathShape(url)} was answered with ${statusCode}`;
    return [{ what: 'NOT_DESCRIBED', at: `${method} ${pathShape(url)}`, message }];
  }

  /** @param {Exchange} exchange @returns {Promise<TrafficFinding[]>} */
  async function compared(exchange) {
    const result = await validator.validateLiveRequestResponse(exchange);
    const { requestValidationResult: sent, responseValidationResult: got } = result;
    if (got.runtimeException?.message.includes('TypeError')) {
      // The validator fails for null if the specification has an object.
      const { liveResponse } = exchange;
      return compared({
        ...exchange,
        liveResponse: { ...liveResponse, body: withoutNulls(liveResponse.body) },
      });
    }
    const { statusCode } = exchange.liveResponse;
    // Our tests send invalid requests on purpose. In that case, the refusal is checked.
    const sides =
      Number(statusCode) >= 400
        ? [['response', got]]
        : [
            ['request', sent],
            ['response', got],
          ];
    return sides.flatMap(([side, { operationInfo, errors, runtimeException }]) =>
      [...errors, ...(runtimeException ? [runtimeException] : [])].map((error) => ({
        what: `${operationInfo.operationId} ${side} ${error.code}`,
        at: withoutNumbers(error.jsonPathsInPayload?.[0] ?? error.pathsInPayload?.[0] ?? ''),
        message: `${statusCode}: ${String(error.message).split('\n')[0]}`,
      })),
    );
  }

  return check;
}

/**
 * A network whose location is a number and whose prefixes are a text, which no specification allows. @type {Exchange}
 */
const wrong = {
  liveRequest: {
    method: 'GET',
    url: 'https://management.azure.com/subscriptions/5f0c7a1e-3b1d-4c55-9a51-6f2f0e9b7c10/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/one?api-version=2024-01-01',
    headers: {},
  },
  liveResponse: {
    statusCode: '200',
    headers: { 'Content-Type': 'application/json' },
    body: { id: 'one', name: 'one', location: 7, properties: { addressSpace: { addressPrefixes: 'all' } } },
  },
};

/**
 * @param {{ specs: string; traffic: string }} folders
 * @returns {Promise<{ passed: number; failed: number }>} exchanges
 */
export async function checkTraffic({ specs, traffic }) {
  const check = createChecker(specs, await openValidator(specs));
  if ((await check(wrong)).length < 2) throw new Error('The validator allows what no description allows.');
  const rules = tolerated().map((rule) => ({
    ...rule,
    hits: 0,
    what: RegExp(rule.what),
    at: RegExp(rule.at),
  }));
  /** @type {Map<string, { count: number; example: string; message: string }>} */
  const open = new Map();
  const total = { passed: 0, failed: 0 };
  for (const { file, exchange } of exchangesIn(traffic)) {
    let good = true;
    for (const { what, at, message } of await check(exchange)) {
      const rule = rules.find((one) => one.what.test(what) && one.at.test(at));
      if (rule) {
        rule.hits += 1;
        continue;
      }
      good = false;
      const key = `${what} ${at}`;
      const known = open.get(key) ?? { count: 0, example: file, message };
      open.set(key, { ...known, count: known.count + 1 });
    }
    total[good ? 'passed' : 'failed'] += 1;
  }
  for (const [key, { count, example, message }] of open) {
    console.log(`✗ ${key} (${count} times, ${example})\n    ${message}`);
  }
  for (const { hits, what, at } of rules) {
    console.log(`tolerated ${hits} times: ${what.source} at ${at.source}`);
  }
  return total;
}
