import { textAt, type Json } from '../json';

/**
 * False for a rule whose subnet was deleted. A new subnet of the same name doesn't have access until it is authorized
 * again (storage-network-security-limitations, 2025-06-18). Only storage accounts report this state.
 */
export function isLiveRule(rule: Json): boolean {
  return textAt(rule, 'state')?.toLowerCase() !== 'networksourcedeleted';
}
