import { failure } from '../failure-texts';
import { isBodyObject, type BodyObject } from '../body-json';
import { refusal, type Reply } from '../responses';
import type { ArmRequest } from '../router';
import type { World } from '../settings';
import { lockedBy } from './locks';
import { disallowedBy } from './policies';

/** Parts of a path below a resource group. */
interface Target {
  readonly id: string;
  readonly namespace: string;
  readonly type: string;
  readonly name: string;
  /** Last segment of a POST: `start`, `listNodes`. */
  readonly action: string | undefined;
}

/**
 * Checks what Resource Manager checks before the provider receives a write: the user's role, the provider's
 * registration, locks, and policies. Undefined if all allow it, and for reads.
 */
export function checkGate(world: World, request: ArmRequest): Reply | undefined {
  const target = targetOf(request);
  if (!target || request.method === 'GET' || request.method === 'HEAD') return undefined;
  return (
    checkRole(world, request, target) ??
    checkRegistered(world, request, target) ??
    checkLocks(world, request, target) ??
    checkPolicies(world, request, target)
  );
}

function targetOf({ segments, method }: ArmRequest): Target | undefined {
  const at = segments.findIndex((segment) => segment.toLowerCase() === 'providers');
  const namespace = segments[at + 1];
  if (at < 0 || namespace === undefined) return undefined;
  const action = method === 'POST' ? segments.at(-1) : undefined;
  const kept = action === undefined ? segments : segments.slice(0, -1);
  const types = kept.slice(at + 2).filter((_, index) => index % 2 === 0);
  return {
    id: `/${kept.join('/')}`,
    namespace,
    type: [namespace, ...types].join('/'),
    name: kept.at(-1) ?? '',
    action,
  };
}

/** POST operations that require a read permission, which their routes check. */
const readsByPost: readonly (string | undefined)[] = ['checkPolicyRestrictions'];

function checkRole(world: World, { method }: ArmRequest, target: Target): Reply | undefined {
  const { id, type, action } = target;
  if (readsByPost.includes(action)) return undefined;
  if (action !== undefined) return world.access.check('action', id, `${type}/${action}`);
  return world.access.check(method === 'DELETE' ? 'delete' : 'write', id, type);
}

function checkRegistered(world: World, { segments }: ArmRequest, target: Target): Reply | undefined {
  const subscription = segments[1] ?? '';
  const state = world.governance.registrations.stateOf(subscription, target.namespace);
  if (state === 'Registered' || state === 'Registering') return undefined;
  return refusal(409, failure('notRegistered', { subscription, namespace: target.namespace }));
}

/** Checks locks. A read by POST counts as a write only for a ReadOnly lock (lock resources page). */
function checkLocks(world: World, { method }: ArmRequest, { id }: Target): Reply | undefined {
  const operation = method === 'DELETE' ? 'delete' : 'write';
  const locked = lockedBy(world.governance.locks.values(), operation, id);
  return locked && refusal(409, locked);
}

function checkPolicies(world: World, { method, body }: ArmRequest, target: Target): Reply | undefined {
  if (method !== 'PUT' && method !== 'PATCH') return undefined;
  const before = world.store.get(target.id);
  const held: BodyObject = before
    ? { ...before.top, location: before.location, properties: before.properties }
    : {};
  const sent = isBodyObject(body) ? body : {};
  const seen = { ...(method === 'PATCH' ? held : {}), ...sent, type: target.type, name: target.name };
  const denied = disallowedBy(world.governance.policies, target.id, seen);
  return denied && refusal(403, denied);
}
