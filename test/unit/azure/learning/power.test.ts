import { describe, expect, test } from 'vitest';
import type { ComputeVerb } from '../../../../src/azure/ports';
import { denyOutbound } from '../../../support/deny-outbound';
import { failureOf, noStop } from '../sample';
import { create, fraud, openCreationSample, plannedInstance, writesOf, type Opened } from './creating';

const anna = (verb: ComputeVerb) => ({ workspaceId: fraud, name: 'ci-anna', verb });

const power = ({ azure }: Opened, verb: ComputeVerb): Promise<void> =>
  azure.computes.operate(anna(verb), () => undefined, noStop);

const stateOf = async ({ azure }: Opened, name = 'ci-anna'): Promise<string | null | undefined> =>
  (await azure.computes.get(fraud, name, noStop))?.state;

describe('an instance', () => {
  test('is stopped, started, and restarted, and then has the requested state', async () => {
    const opened = openCreationSample();
    await power(opened, 'stop');
    expect(await stateOf(opened)).toBe('Stopped');
    await power(opened, 'start');
    expect(await stateOf(opened)).toBe('Running');
    await power(opened, 'restart');
    expect(await stateOf(opened)).toBe('Running');
    expect(writesOf(opened)).toEqual(['POST 202', 'POST 202', 'POST 202']);
  });

  test('reports its state during the operation', async () => {
    const opened = openCreationSample({ pace: 'lifelike', latency: 0 });
    let stopping = Promise.resolve();
    await new Promise<void>((accepted) => {
      stopping = opened.azure.computes.operate(anna('stop'), accepted, noStop);
    });
    expect(await stateOf(opened)).toBe('Stopping');
    opened.sample.clock.advance(5000);
    await stopping;
    expect(await stateOf(opened)).toBe('Stopped');
  });

  test.each([
    ['start', 'Running'],
    ['stop', 'Stopped'],
    ['restart', 'Stopped'],
  ] as const)('can’t %s while it is %s: 409', async (verb, state) => {
    const opened = openCreationSample();
    if (state === 'Stopped') await power(opened, 'stop');
    const failure = await failureOf(power(opened, verb));
    expect(failure.code).toBe('conflict');
    expect(failure.details.serviceMessage).toContain(`'${state}'`);
    expect(await stateOf(opened)).toBe(state);
  });

  test('that starts in a network without outbound access fails to start, and reports why', async () => {
    const opened = openCreationSample();
    await create(opened, plannedInstance());
    await opened.azure.computes.operate(
      { workspaceId: fraud, name: 'ci-new', verb: 'stop' },
      () => undefined,
      noStop,
    );
    await denyOutbound(opened.azure, opened.sample.subscriptionId, { group: 'nsg-train-gpu' });
    const failure = await failureOf(
      opened.azure.computes.operate(
        { workspaceId: fraud, name: 'ci-new', verb: 'start' },
        () => undefined,
        noStop,
      ),
    );
    expect(failure.details.serviceMessage).toBeTruthy();
    const left = await opened.azure.computes.get(fraud, 'ci-new', noStop);
    expect(left?.state).toBe('Stopped');
    expect(left?.errors).toHaveLength(1);
  });

  test('whose operation fails reports Azure’s own reason', async () => {
    const opened = openCreationSample();
    opened.sample.faults.next({
      kind: 'operation',
      match: /\/stop$/,
      code: 'InternalServerError',
      message: 'Out.',
    });
    const failure = await failureOf(power(opened, 'stop'));
    expect(failure.details).toMatchObject({ serviceCode: 'InternalServerError', serviceMessage: 'Out.' });
  });

  test('can’t be stopped without permission: 403, and nothing changes', async () => {
    const opened = openCreationSample();
    opened.sample.access.deny({ scope: fraud, verbs: ['action'] });
    expect((await failureOf(power(opened, 'stop'))).code).toBe('forbidden');
    expect(await stateOf(opened)).toBe('Running');
  });

  test('that doesn’t exist: 404; a cluster: refused', async () => {
    const { azure } = openCreationSample();
    const of = (name: string): Promise<void> =>
      azure.computes.operate({ workspaceId: fraud, name, verb: 'stop' }, () => undefined, noStop);
    expect((await failureOf(of('ci-nobody'))).code).toBe('notFound');
    expect((await failureOf(of('cpu-train'))).code).toBe('refused');
  });

  test('can be abandoned while waiting: Azure continues', async () => {
    const opened = openCreationSample({ pace: 'lifelike', latency: 0 });
    const stop = new AbortController();
    const stopping = opened.azure.computes.operate(anna('stop'), () => stop.abort(), stop.signal);
    expect((await failureOf(stopping)).code).toBe('cancelled');
    opened.sample.clock.advance(5000);
    expect(await stateOf(opened)).toBe('Stopped');
  });
});
