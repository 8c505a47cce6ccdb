import { expect, test } from 'vitest';
import { healthy, openWizardInOneGroup } from './open-wizard';

test('a cluster with fewer nodes than its minimum is never reported as ready without a note', async () => {
  const w = await openWizardInOneGroup(healthy, { visible: false });
  // 72 of 100 cores are left, four a node.
  await w.call.changeSize({ name: 'cpu-part', vmSize: 'Standard_D4s_v5', minNodes: 20, maxNodes: 20 });
  await w.until('the size', (p) => p.plan?.size.nodes?.min === 20);
  await w.call.create({ anyway: true });
  await w.until('the end', (p) => p.creation?.state === 'failed' && w.notified.length > 0);
  const view = w.page.creation!;
  expect(view.heading).toBe('cpu-part has 18 of 20 nodes');
  expect(view.line).toMatch(
    /^Azure created the cluster and started 18 of 20 nodes within .*Jobs run on the started nodes\.$/,
  );
  expect(view.steps[3]?.text).toBe('Nodes in snet-train-gpu: 18 of 20 ready');
  expect(view.message).toMatch(/^AllocationFailed: Desired number of dedicated nodes could not be allocated/);
  expect(view.comparison[0]).toEqual({
    label: 'Running nodes',
    text: 'Planned: 20. In Azure: 18.',
    asPlanned: false,
  });
  expect(view.comparison.slice(1).every((one) => one.asPlanned)).toBe(true);
  expect(view.likely[0]).toMatchObject({
    rank: 'Most likely',
    cause: 'Quota',
    evidence: 'Azure reports that the quota doesn’t allow more cores.',
  });
  expect(view.likely.filter((one) => one.cause === 'Quota')).toHaveLength(1);
  expect(view.left).toBe(
    'Cluster cpu-part with 18 running nodes, billed until you scale down or delete the cluster.',
  );
  expect(view.canDelete).toBe(true);
  expect(w.notified[0]?.message).toBe('cpu-part has 18 of 20 nodes.');
});
