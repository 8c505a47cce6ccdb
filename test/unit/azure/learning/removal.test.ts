import { describe, expect, test } from 'vitest';
import type { ComputeVerb } from '../../../../src/azure/ports';
import { connectAnswering, subscriptionId } from '../answering';
import { failureOf, noStop } from '../sample';

const workspaceId = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ml`;

/** Returns how compute with this body is removed: the action of each DELETE. */
function opened(properties: object) {
  const { azure, asked } = connectAnswering(({ method }) =>
    method === 'DELETE'
      ? { status: 204 }
      : { body: { id: `${workspaceId}/computes/it`, name: 'it', properties } },
  );
  const actions = () =>
    asked
      .filter(({ method }) => method === 'DELETE')
      .map(({ url }) => new URL(url).searchParams.get('underlyingResourceAction'));
  const operate = (verb: ComputeVerb) =>
    azure.computes.operate({ workspaceId, name: 'it', verb }, () => undefined, noStop);
  return { azure, actions, operate };
}

describe('an attached resource is never deleted with its compute resource', () => {
  const attached = [
    'VirtualMachine',
    'Databricks',
    'HDInsight',
    'AKS',
    'Kubernetes',
    'DataFactory',
    'SynapseSpark',
    'A kind of tomorrow',
  ];

  test.each(attached)('%s', async (computeType) => {
    const { azure, actions, operate } = opened({ computeType });
    await azure.computes.delete(workspaceId, 'it', noStop);
    await operate('delete');
    await operate('detach');
    expect(actions()).toEqual(['Detach', 'Detach', 'Detach']);
  });

  test('a body without a compute type', async () => {
    const { azure, actions } = opened({});
    await azure.computes.delete(workspaceId, 'it', noStop);
    expect(actions()).toEqual(['Detach']);
  });

  test('a cluster that was attached from outside', async () => {
    const { azure, actions } = opened({ computeType: 'AmlCompute', isAttachedCompute: true });
    await azure.computes.delete(workspaceId, 'it', noStop);
    expect(actions()).toEqual(['Detach']);
  });
});

describe('a compute resource that Azure Machine Learning created', () => {
  test.each(['AmlCompute', 'ComputeInstance'])('%s is deleted', async (computeType) => {
    const { azure, actions } = opened({ computeType, isAttachedCompute: false });
    await azure.computes.delete(workspaceId, 'it', noStop);
    expect(actions()).toEqual(['Delete']);
  });

  test('isn’t detached: a request to detach it is a conflict', async () => {
    const { actions, operate } = opened({ computeType: 'AmlCompute' });
    expect((await failureOf(operate('detach'))).code).toBe('conflict');
    expect(actions()).toEqual([]);
  });
});

test('doesn’t send a delete for a compute resource that is already gone', async () => {
  const { azure, asked } = connectAnswering(() => ({
    status: 404,
    body: { error: { code: 'ResourceNotFound' } },
  }));
  await azure.computes.delete(workspaceId, 'it', noStop);
  expect(asked.map(({ method }) => method)).toEqual(['GET']);
});

test('deletes nothing if the compute resource can’t be read first', async () => {
  const { azure, asked } = connectAnswering(() => ({
    status: 403,
    body: { error: { code: 'AuthorizationFailed' } },
  }));
  const failure = await failureOf(azure.computes.delete(workspaceId, 'it', noStop));
  expect(failure.code).toBe('forbidden');
  expect(asked.map(({ method }) => method)).toEqual(['GET']);
});
