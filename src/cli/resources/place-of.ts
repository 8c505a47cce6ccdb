import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { isObject, textAt, type Json } from '../../azure/json';
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
  const resource = printed.findLast((one) => id !== null && sameId(textAt(one.body, 'id') ?? '', id));
  if (!resource) return null;
  const member = by.kind === 'rule' ? 'securityRules' : 'routes';
  const list = findNodeAtLocation(resource.node, [...pathOfMember(resource.body, member)]);
  const node = list?.children?.find((one) => isNamed(one, by.name));
  return node ? { file: resource.file.name, ...placeOf(resource.file.text, node.offset) } : null;
}

function isNamed(node: Node, name: string): boolean {
  const value = getNodeValue(node) as Json;
  return isObject(value) && sameId(textAt(value, 'name') ?? '', name);
}
