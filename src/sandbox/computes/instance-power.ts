import { traitsOfCompute } from './compute-types';
import { failure } from '../failure-texts';
import { forcedEnd } from '../forced-end';
import { isBodyObject, bodyText } from '../body-json';
import type { LongRunningOperation } from '../long-running';
import { refusal, type Reply, type ArmError } from '../responses';
import type { World } from '../settings';
import type { Item } from '../store';
import { endOfSetup } from './instance-life';

export const powerVerbs = ['start', 'stop', 'restart'] as const;
export type PowerVerb = (typeof powerVerbs)[number];

interface Power {
  /** States in which the service accepts the action. */
  readonly from: readonly string[];
  readonly during: string;
  readonly to: string;
  readonly name: string;
  /** Whether the machine boots, so that the network decides whether it starts. */
  readonly boots: boolean;
}

const powers: Readonly<Record<PowerVerb, Power>> = {
  start: { from: ['Stopped'], during: 'Starting', to: 'Running', name: 'Start', boots: true },
  stop: { from: ['Running', 'JobRunning'], during: 'Stopping', to: 'Stopped', name: 'Stop', boots: false },
  restart: {
    from: ['Running', 'JobRunning'],
    during: 'Restarting',
    to: 'Running',
    name: 'Restart',
    boots: true,
  },
};

/** Seconds at lifelike pace. */
const seconds = 3;

/** Returns why an instance can't be started, stopped, or restarted in its state; undefined if it can. */
export function checkPower(compute: Item, verb: PowerVerb): Reply | undefined {
  if (traitsOfCompute(compute).isPersonal !== true) {
    return refusal(400, failure('powerOfInstancesOnly', { name: compute.name, verb }));
  }
  const state = bodyText(compute.properties, 'properties', 'state') ?? '';
  const isReady = compute.provisioningState === 'Succeeded' && powers[verb].from.includes(state);
  if (isReady) return undefined;
  const shown = compute.provisioningState === 'Succeeded' ? state : compute.provisioningState;
  return refusal(409, failure('computeBusy', { name: compute.name, state: shown }));
}

/** Changes the state at once and again at the end. A machine that boots needs its network again. */
export function beginPower(
  world: World,
  { compute, verb }: { readonly compute: Item; readonly verb: PowerVerb },
  operation: LongRunningOperation,
): void {
  const { during, to, boots } = powers[verb];
  const forced = forcedEnd(world, { method: 'POST', path: `${compute.id}/${verb}` });
  note(world, compute.id, { verb, state: during, status: 'InProgress' });
  world.operations.after(seconds, () => {
    const now = world.store.get(compute.id);
    if (!now || now.provisioningState === 'Deleting') return world.operations.finish(operation);
    const error = forced ?? (boots ? endOfSetup(world, now)?.error : undefined);
    const state = error === undefined ? to : 'Stopped';
    const status = error === undefined ? 'Succeeded' : `${powers[verb].name}Failed`;
    note(world, compute.id, { verb, state, status, ...(error ? { error } : {}) });
    world.operations.finish(operation, error);
  });
}

interface Noted {
  readonly verb: PowerVerb;
  readonly state: string;
  readonly status: string;
  readonly error?: ArmError;
}

function note(world: World, id: string, { verb, state, status, error }: Noted): void {
  const compute = world.store.get(id);
  if (!compute) return;
  const held = isBodyObject(compute.properties['properties']) ? compute.properties['properties'] : {};
  const lastOperation = {
    operationName: powers[verb].name,
    operationTime: world.clock.text(),
    operationStatus: status,
    operationTrigger: 'User',
  };
  const errors = error ? [{ error: { code: error.code, message: error.message } }] : [];
  const properties = { ...held, state, lastOperation, errors };
  world.store.patch(id, { properties: { ...compute.properties, properties } });
}
