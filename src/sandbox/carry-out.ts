import { redactBody } from './redact-body';
import type { JournalEntry } from './journal';
import { parseResourceId } from './resource-id';
import type { Reply } from './responses';
import { armRequest, dispatch, type ArmRequest, type RequestRoute } from './router';
import type { World } from './settings';

/** Setup that every request uses. */
export interface Carrying {
  readonly world: World;
  readonly routes: readonly RequestRoute[];
  /** Called for every write that was accepted. */
  readonly onWrite: (entry: JournalEntry) => void;
}

type Incoming = Parameters<typeof armRequest>[0] & {
  /** Name of the caller; the signed-in user if it's absent. */
  readonly caller?: string | undefined;
};

/** Handles a request, and logs it if it's a write. */
export function performRequest({ world, routes }: Omit<Carrying, 'onWrite'>, incoming: Incoming): Reply {
  const request = armRequest(incoming);
  const reply = dispatch(routes, world, request);
  const caller = incoming.caller ?? world.settings.user.client;
  if (reply.status < 400) logWrite(world, request, { reply, caller });
  return reply;
}

/** Handles a request. For a write that was accepted, it calls `onWrite` with the result that a fault forced. */
export function carryOut(setup: Carrying, incoming: Incoming): Reply {
  const { world, onWrite } = setup;
  const { method, url, header, body, caller } = incoming;
  const reply = performRequest(setup, incoming);
  const failsWith = world.operations.consumeForcedEnd();
  if (isWrite(method, url, reply)) {
    onWrite({
      at: world.clock.now(),
      method,
      url: url.href,
      caller,
      ifMatch: header('If-Match'),
      ifNoneMatch: header('If-None-Match'),
      body: body && redactBody(body),
      failsWith,
    });
  }
  return reply;
}

/** True if a request changes something. An action (POST) does, unless it only lists or checks. */
function isWrite(method: string, { pathname }: URL, { status }: Reply): boolean {
  if (status >= 400) return false;
  if (method === 'POST') {
    return !/\/((list|check)[^/]*|Microsoft\.ResourceGraph\/resources)\/?$/i.test(pathname);
  }
  return ['PUT', 'PATCH', 'DELETE'].includes(method);
}

const verbs: Readonly<Record<string, string>> = { PUT: 'write', PATCH: 'write', DELETE: 'delete' };

/** Logs a request if it's an accepted write of a resource. */
function logWrite(
  world: World,
  { method, segments }: ArmRequest,
  { reply, caller }: { readonly reply: Reply; readonly caller: string },
): void {
  const verb = verbs[method];
  const resourceId = `/${segments.join('/')}`;
  const parts = parseResourceId(resourceId);
  if (verb === undefined || !parts) return;
  const followed = reply.headers?.['Azure-AsyncOperation'] ?? '';
  const operation = world.operations.find(/\/([^/?]+)\?/.exec(followed)?.[1] ?? '');
  world.activity.add({
    resourceId,
    operationName: `${parts.type}/${verb}`,
    caller,
    at: world.clock.now(),
    operation,
  });
}
