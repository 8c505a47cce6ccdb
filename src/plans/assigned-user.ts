import type { AssignedUser } from './compute-plan';

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for an id as Entra ID gives them, `11111111-2222-3333-4444-555555555555`. */
export function isDirectoryId(text: string): boolean {
  return id.test(text) && !/^[0-]+$/.test(text);
}

/** Which of the two ids is none; null where both are. */
export function assignedUserFault({ objectId, tenantId }: AssignedUser): 'objectId' | 'tenantId' | null {
  if (!isDirectoryId(objectId)) return 'objectId';
  return isDirectoryId(tenantId) ? null : 'tenantId';
}
