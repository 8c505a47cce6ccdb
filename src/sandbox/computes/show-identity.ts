import { bodyObject, bodyText, type BodyObject } from '../body-json';
import type { World } from '../settings';
import { stableGuid } from '../store';

/** The identity of a compute as ARM holds it: what was sent, with the ids that the directory gives. */
export function heldIdentity(world: World, computeId: string, sent: BodyObject): BodyObject {
  const type = bodyText(sent, 'type') ?? 'None';
  const users = Object.keys(bodyObject(sent, 'userAssignedIdentities') ?? {}).map((id) => {
    const held = world.store.get(id)?.properties ?? {};
    const ids = {
      principalId: bodyText(held, 'principalId') ?? '',
      clientId: bodyText(held, 'clientId') ?? '',
    };
    return [id, ids] as const;
  });
  return {
    type,
    ...(type.includes('SystemAssigned')
      ? {
          principalId: stableGuid(`principal ${computeId.toLowerCase()}`),
          tenantId: world.settings.subscriptions[0]?.tenantId ?? '',
        }
      : {}),
    ...(users.length > 0 ? { userAssignedIdentities: Object.fromEntries(users) } : {}),
  };
}
