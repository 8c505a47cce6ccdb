import { failure } from '../failure-texts';
import type { Lock, PlacedLockLevel } from '../governance/locks';
import { isInScope } from '../governance/roles';
import { bodyText, type BodyObject } from '../body-json';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { inScope } from './guards';

const type = 'Microsoft.Authorization/locks';
const list = `/*scope/providers/${type}`;

/** Routes for management locks on a subscription, a resource group, or a resource. */
export const lockRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${list}`, inScope(listLocks)),
  defineRoute(`GET ${list}/:name`, inScope(getLock)),
  defineRoute(`PUT ${list}/:name`, inScope(putLock)),
  defineRoute(`DELETE ${list}/:name`, inScope(deleteLock)),
];

const levels: readonly PlacedLockLevel[] = ['CanNotDelete', 'ReadOnly'];

function idOf({ param }: RouteCall, scope: string): string {
  return `${scope}/providers/${type}/${param('name')}`;
}

/** Lists locks at, above, and below the scope; with `$filter=atScope()` not below. */
function listLocks({ world, request }: RouteCall, scope: string): Reply {
  const refused = world.access.check('read', scope, type);
  if (refused) return refused;
  const onlyAbove = /^atScope\(\)$/i.test(request.url.searchParams.get('$filter') ?? '');
  const found = [...world.governance.locks.values()].filter(
    (lock) => isInScope(lock.scope, scope) || (!onlyAbove && isInScope(scope, lock.scope)),
  );
  return listPageReply(found.map(shown), { url: request.url, size: world.settings.pageSize });
}

function getLock(call: RouteCall, scope: string): Reply {
  const id = idOf(call, scope);
  const refused = call.world.access.check('read', id, type);
  if (refused) return refused;
  const lock = call.world.governance.locks.get(id.toLowerCase());
  return lock ? ok(shown(lock)) : refusal(404, failure('lockNotFound', { name: call.param('name') }));
}

function putLock(call: RouteCall, scope: string): Reply {
  const { world, request, param } = call;
  const id = idOf(call, scope);
  const refused = world.access.check('write', id, type);
  if (refused) return refused;
  const written = bodyText(request.body, 'properties', 'level') ?? '';
  const level = levels.find((one) => one.toLowerCase() === written.toLowerCase());
  if (!level) return refusal(400, failure('lockLevel', { level: written }));
  const before = world.governance.locks.get(id.toLowerCase());
  const notes = bodyText(request.body, 'properties', 'notes');
  const lock: Lock = { id, name: param('name'), scope, level, notes };
  world.governance.locks.set(id.toLowerCase(), lock);
  return { status: before ? 200 : 201, body: shown(lock) };
}

/** Removes a lock. A lock doesn't prevent its own removal. */
function deleteLock(call: RouteCall, scope: string): Reply {
  const id = idOf(call, scope);
  const refused = call.world.access.check('delete', id, type);
  if (refused) return refused;
  return { status: call.world.governance.locks.delete(id.toLowerCase()) ? 200 : 204 };
}

function shown({ id, name, level, notes }: Lock): BodyObject {
  return { id, type, name, properties: { level, ...(notes === undefined ? {} : { notes }) } };
}
