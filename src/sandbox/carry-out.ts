import { redactBody } from './redact-body';
import type { JournalEntry } from './journal';
import type { Reply } from './responses';
import { armRequest, dispatch, type RequestRoute } from './router';
import type { World } from './settings';

/** Setup that every request uses. */
export interface Carrying {
  readonly world: World;
  readonly routes: readonly RequestRoute[];
  /** Called for every write that was accepted. */
  readonly onWrite: (entry: JournalEntry) => void;
}

type Incoming = Parameters<typeof armRequest>[0];

/** Handles a request. For a write that was accepted, it calls `onWrite` with the result that a fault forced. */
export function carryOut(setup: Carrying, incoming: Incoming): Reply {
  const { world, routes, onWrite } = setup;
  const { method, url, header, body } = incoming;
  const reply = dispatch(routes, world, armRequest(incoming));
  const failsWith = world.operations.consumeForcedEnd();
  if (isWrite(method, url, reply)) {
    onWrite({
      at: world.clock.now(),
      method,
      url: url.href,
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
