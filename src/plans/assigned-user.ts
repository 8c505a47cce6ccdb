import type { AssignedUser } from './compute-plan';

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Checks for an ID in Entra ID's form, `11111111-2222-3333-4444-555555555555`. */
export function isDirectoryId(text: string): boolean {
  return id.test(text) && !/^[0-]+$/.test(text);
}

/** Returns which of the two IDs is invalid; null if both are valid. */
export function assignedUserFault({ objectId, tenantId }: AssignedUser): 'objectId' | 'tenantId' | null {
  if (!isDirectoryId(objectId)) return 'objectId';
  return isDirectoryId(tenantId) ? null : 'tenantId';
}
