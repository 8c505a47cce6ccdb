import { redactBody } from './redact-body';
import type { JournalEntry } from './journal';
import type { Reply } from './responses';
import { armRequest, dispatch, type RequestRoute } from './router';
import type { World } from './settings';

/** What every request meets. */
export interface Carrying {
  readonly world: World;
  readonly routes: readonly RequestRoute[];
  /** Told of every write that was accepted. */
  readonly onWrite: (entry: JournalEntry) => void;
}

type Incoming = Parameters<typeof armRequest>[0];

/** Does what is asked; a write that was accepted is told, with the end that a fault gave it. */
export function carryOut(setup: Carrying, incoming: Incoming): Reply {
  const { world, routes, onWrite } = setup;
  const { method, url, header, body } = incoming;
  const reply = dispatch(routes, world, armRequest(incoming));
  const failsWith = world.operations.takeForcedEnd();
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

/** An action (POST) changes something, unless it only lists or checks. */
function isWrite(method: string, { pathname }: URL, { status }: Reply): boolean {
  if (status >= 400) return false;
  if (method === 'POST') {
    return !/\/((list|check)[^/]*|Microsoft\.ResourceGraph\/resources)\/?$/i.test(pathname);
  }
  return ['PUT', 'PATCH', 'DELETE'].includes(method);
}
