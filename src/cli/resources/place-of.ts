import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { isObject, textAt, type Json } from '../../azure/json';
import type { FindingPlace } from '../../core/finding';
import type { Decider } from '../../core/judgement';
import { sameId } from '../../core/network/find';
import { pathOfMember } from './arm-body';
import { placeOf, type PrintedResource } from './read-resources';

/** Where something stands in a file; line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where the rule or route that decided is written; null for Azure's own, and for what no file holds. */
export function placeOfDecider(printed: readonly PrintedResource[], by: Decider): Place | null {
  if (by.kind === 'rule' && by.isDefault) return null;
  const id = by.kind === 'rule' ? by.groupId : by.tableId;
  return id === null ? null : placeOfEntry(printed, { what: by.kind, id, name: by.name });
}

/** Where the rule or route of a finding is written. */
export function placeOfFinding(
  printed: readonly PrintedResource[],
  { what, resource, name }: FindingPlace,
): Place | null {
  return placeOfEntry(printed, { what, id: resource, name });
}

interface Entry {
  readonly what: 'rule' | 'route';
  readonly id: string;
  readonly name: string;
}

function placeOfEntry(printed: readonly PrintedResource[], { what, id, name }: Entry): Place | null {
  const resource = printed.findLast((one) => sameId(textAt(one.body, 'id') ?? '', id));
  if (!resource) return null;
  const member = what === 'rule' ? 'securityRules' : 'routes';
  const list = findNodeAtLocation(resource.node, [...pathOfMember(resource.body, member)]);
  const node = list?.children?.find((one) => isNamed(one, name));
  return node ? { file: resource.file.name, ...placeOf(resource.file.text, node.offset) } : null;
}

function isNamed(node: Node, name: string): boolean {
  const value = getNodeValue(node) as Json;
  return isObject(value) && sameId(textAt(value, 'name') ?? '', name);
}
