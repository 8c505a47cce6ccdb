import { objectAt, textAt, type JsonObject } from '../json';
import type { World } from '../settings';
import { guidOf } from '../store';

/** The identity of a compute as ARM holds it: what was sent, with the ids that the directory gives. */
export function heldIdentity(world: World, computeId: string, sent: JsonObject): JsonObject {
  const type = textAt(sent, 'type') ?? 'None';
  const users = Object.keys(objectAt(sent, 'userAssignedIdentities') ?? {}).map((id) => {
    const held = world.store.get(id)?.properties ?? {};
    const ids = { principalId: textAt(held, 'principalId') ?? '', clientId: textAt(held, 'clientId') ?? '' };
    return [id, ids] as const;
  });
  return {
    type,
    ...(type.includes('SystemAssigned')
      ? {
          principalId: guidOf(`principal ${computeId.toLowerCase()}`),
          tenantId: world.settings.subscriptions[0]?.tenantId ?? '',
        }
      : {}),
    ...(users.length > 0 ? { userAssignedIdentities: Object.fromEntries(users) } : {}),
  };
}
