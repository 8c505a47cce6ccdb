import { failure } from '../failure-texts';
import type { Lock, LockLevel } from '../governance/locks';
import { isBelow } from '../governance/roles';
import { textAt, type JsonObject } from '../json';
import { ok, pageOf, refusal, type Reply } from '../responses';
import { route, type Route, type RouteCall } from '../router';
import { inScope } from './guards';

const type = 'Microsoft.Authorization/locks';
const list = `/*scope/providers/${type}`;

/** Management locks of a subscription, a resource group or a resource. */
export const lockRoutes: readonly Route[] = [
  route(`GET ${list}`, inScope(listLocks)),
  route(`GET ${list}/:name`, inScope(getLock)),
  route(`PUT ${list}/:name`, inScope(putLock)),
  route(`DELETE ${list}/:name`, inScope(deleteLock)),
];

const levels: readonly LockLevel[] = ['CanNotDelete', 'ReadOnly'];

function idOf({ param }: RouteCall, scope: string): string {
  return `${scope}/providers/${type}/${param('name')}`;
}

/** At, above and below the scope; with `$filter=atScope()` not below. */
function listLocks({ world, request }: RouteCall, scope: string): Reply {
  const refused = world.access.check('read', scope, type);
  if (refused) return refused;
  const onlyAbove = /^atScope\(\)$/i.test(request.url.searchParams.get('$filter') ?? '');
  const found = [...world.governance.locks.values()].filter(
    (lock) => isBelow(lock.scope, scope) || (!onlyAbove && isBelow(scope, lock.scope)),
  );
  return pageOf(found.map(shown), { url: request.url, size: world.settings.pageSize });
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
  const written = textAt(request.body, 'properties', 'level') ?? '';
  const level = levels.find((one) => one.toLowerCase() === written.toLowerCase());
  if (!level) return refusal(400, failure('lockLevel', { level: written }));
  const before = world.governance.locks.get(id.toLowerCase());
  const notes = textAt(request.body, 'properties', 'notes');
  const lock: Lock = { id, name: param('name'), scope, level, notes };
  world.governance.locks.set(id.toLowerCase(), lock);
  return { status: before ? 200 : 201, body: shown(lock) };
}

/** A lock is taken off whatever it locks. */
function deleteLock(call: RouteCall, scope: string): Reply {
  const id = idOf(call, scope);
  const refused = call.world.access.check('delete', id, type);
  if (refused) return refused;
  return { status: call.world.governance.locks.delete(id.toLowerCase()) ? 200 : 204 };
}

function shown({ id, name, level, notes }: Lock): JsonObject {
  return { id, type, name, properties: { level, ...(notes === undefined ? {} : { notes }) } };
}
