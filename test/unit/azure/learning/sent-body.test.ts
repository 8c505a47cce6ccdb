import type { HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { computeBody } from '../../../../src/plans/compute-body';
import type { ComputePlan } from '../../../../src/plans/compute-plan';
import { create, openSample, planned, plannedInstance } from './creating';

/** What the client sends for a plan, of which its 2022-10-01 model may have cut something. */
async function sentFor(plan: ComputePlan): Promise<unknown> {
  const sent: string[] = [];
  const listening = (inner: HttpClient): HttpClient => ({
    sendRequest: (request) => {
      if (request.method === 'PUT') sent.push(String(request.body));
      return inner.sendRequest(request);
    },
  });
  await create(openSample({}, {}, listening), plan);
  expect(sent).toHaveLength(1);
  return JSON.parse(sent[0]!);
}

// Whoever adds a member to the body that the client does not know is told here, not by a compute that lacks it.
describe('the whole planned body reaches Azure', () => {
  const lowPriority = { min: 0, max: 8, idleMinutes: 30, priority: 'LowPriority' as const };
  test.each([
    ['a cluster without a public IP', planned()],
    ['a cluster with one', planned({ publicIp: true })],
    ['a cluster of low priority', planned({ nodes: lowPriority })],
    ['a cluster in a managed network', planned({ subnetId: null })],
    ['an instance without a public IP', plannedInstance()],
    ['an instance with one', plannedInstance({ publicIp: true })],
    ['an instance in a managed network', plannedInstance({ subnetId: null })],
  ])('%s', async (_why, plan) => {
    expect(await sentFor(plan)).toEqual(computeBody(plan));
  });
});
