import { expect, test } from 'vitest';
import { sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { someCases } from '../../../support/case-count';
import { hasEnded, healthy, openWizardInOneGroup, type OpenWizard } from './open-wizard';
import { everyPlan, seeAll } from './sample-walk';

test('each cause has an action, unless only another subnet helps', async () => {
  const all = [...(await seeAll(someCases(everyPlan(), 30)))];
  const causes = all.flatMap(([name, { readiness }]) =>
    readiness.unfit ? [] : readiness.causes.map((one) => ({ name, one })),
  );
  expect(causes.length).toBeGreaterThan(0);
  const wrong = causes.filter(({ one }) => (one.actions.length === 0) !== (one.kind === 'subnet-unfit'));
  expect(wrong.map(({ name, one }) => `${name}: ${one.title}`)).toEqual([]);
});

async function withoutRole(): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(healthy);
  w.sample.access.deny({ scope: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'), verbs: ['write'] });
  await w.call.refresh({});
  await w.until('the role', (p) => p.readiness?.causes[0]?.kind === 'permission-missing');
  return w;
}

test('without the role to create compute, the primary action is the request for the role', async () => {
  const w = await withoutRole();
  const [cause] = w.page.readiness!.causes;
  expect(cause?.title).toBe('You need AzureML Compute Operator on mlw-fraud-prod');
  const ids = ['rbac-compute-write'];
  expect(cause?.actions).toEqual([
    { does: 'copy', label: 'Copy role request', ids },
    { does: 'request', label: 'Open request', ids },
  ]);
  expect(w.page.review).toMatchObject({
    primary: 'request',
    primaryLabel: 'Open request',
    createAnyway: true,
    note: 'Azure refuses the compute resource with error 403.',
  });
  await w.call.copyRequest({ ids });
  expect(w.copied.at(-1)).toContain('AzureML Compute Operator');
  await w.call.openRequest({ ids });
  await w.until('the request', (p) => p.request?.layers.length === 1);
  expect(w.page.request?.layers).toMatchObject([{ title: 'Roles', word: '1 check failed' }]);
});

test('if a policy denies the creation, the primary action copies a request with Azure’s message', async () => {
  const w = await openWizardInOneGroup(healthy);
  w.sample.faults.next({
    match: '/computes/',
    method: 'PUT',
    status: 403,
    code: 'RequestDisallowedByPolicy',
    message: "Resource 'cpu-cluster2' was disallowed by policy.",
  });
  await w.call.create({ anyway: false });
  await w.until('the end', hasEnded);
  expect(w.page.creation?.likely[0]).toMatchObject({ rank: 'Most likely', cause: 'Blocked by Azure Policy' });
  expect(w.page.creation?.nextSteps[0]).toMatchObject({ label: 'Copy request' });
  await w.call.act({ id: 'copyRoleRequest' });
  expect(w.copied.at(-1)).toMatch(
    /^Azure Policy refused .* comply with it\.\n\nRequestDisallowedByPolicy: Resource 'cpu-cluster2' was disallowed by policy\.$/,
  );
});
