import { textAt, type Json } from '../json';

/**
 * False of a rule that outlived its subnet: a new subnet of the same name has no access until it is authorized anew
 * (storage-network-security-limitations, 2025-06-18). Only storage accounts tell it of their rules.
 */
export function isLiveRule(rule: Json): boolean {
  return textAt(rule, 'state')?.toLowerCase() !== 'networksourcedeleted';
}
