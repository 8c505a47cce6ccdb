import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { isJsonObject, textAt, type Json } from '../../azure/json';
import type { FindingPlace } from '../../core/finding';
import type { Decider } from '../../core/check-result';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { FilePlace, Places } from '../source';
import { pathOfMember } from './arm-body';
import { lineAndColumn, type PrintedResource } from './read-resources';

/** Returns the places of rules and routes in printed resources. */
export function printedPlaces(printed: readonly PrintedResource[]): Places {
  return {
    ofDecider: (by) => placeOfDecider(printed, by),
    ofFinding: (place) => placeOfFinding(printed, place),
    ofSubnet: ({ subnet }) => placeOfSubnet(printed, subnet.id),
    ofCause: ({ subnet }, { by }) => (by && placeOfDecider(printed, by)) ?? placeOfSubnet(printed, subnet.id),
  };
}

/** Returns the place of the deciding rule or route. Null for Azure's own, and if no file contains it. */
function placeOfDecider(printed: readonly PrintedResource[], by: Decider): FilePlace | null {
  const written = writtenIn(by);
  return written && placeOfWritten(printed, written);
}

/** Returns the place of a finding's rule or route. */
function placeOfFinding(
  printed: readonly PrintedResource[],
  { what, resource, name }: FindingPlace,
): FilePlace | null {
  const members = [what === 'rule' ? 'securityRules' : 'routes'];
  return placeOfWritten(printed, { id: resource, members, child: name });
}

/** Returns the place of a subnet, in its network or as a separate resource. */
function placeOfSubnet(printed: readonly PrintedResource[], id: ResourceId): FilePlace | null {
  const [network = '', name = ''] = id.split(/\/subnets\//i);
  const own = printed.findLast(({ body }) => sameId(textAt(body, 'id') ?? '', id));
  return own
    ? { file: own.file.name, ...lineAndColumn(own.file.text, own.node.offset) }
    : placeOfWritten(printed, { id: network, members: ['subnets'], child: name });
}

function placeOfWritten(printed: readonly PrintedResource[], written: Written): FilePlace | null {
  const resource = printed.findLast((one) => sameId(textAt(one.body, 'id') ?? '', written.id));
  if (!resource) return null;
  const named = (list: Node | undefined, name: string): Node | undefined =>
    list?.children?.find((one) => isNamed(one, name));
  for (const member of written.members) {
    const list = findNodeAtLocation(resource.node, [...pathOfMember(resource.body, member)]);
    const child = named(list, written.child);
    const inside = child && written.rule !== undefined ? named(rulesIn(child), written.rule) : child;
    if (inside) return { file: resource.file.name, ...lineAndColumn(resource.file.text, inside.offset) };
  }
  return null;
}

interface Written {
  readonly id: string;
  /** Lists that may contain the child. */
  readonly members: readonly string[];
  readonly child: string;
  /** The name of a rule in the child resource. */
  readonly rule?: string;
}

function writtenIn(by: Decider): Written | null {
  switch (by.kind) {
    case 'rule':
      return by.isDefault ? null : { id: by.groupId, members: ['securityRules'], child: by.name };
    case 'route':
      return by.tableId === null ? null : { id: by.tableId, members: ['routes'], child: by.name };
    case 'firewall-rule':
      return by.isDefault
        ? null
        : { id: by.writtenIn, members: collectionLists, child: by.collection, rule: by.name };
  }
}

/** Lists of a policy's group, and of a firewall with its own rules. */
const collectionLists = [
  'ruleCollections',
  'natRuleCollections',
  'networkRuleCollections',
  'applicationRuleCollections',
];

function rulesIn(collection: Node): Node | undefined {
  return findNodeAtLocation(collection, ['rules']) ?? findNodeAtLocation(collection, ['properties', 'rules']);
}

function isNamed(node: Node, name: string): boolean {
  const value = getNodeValue(node) as Json;
  return isJsonObject(value) && sameId(textAt(value, 'name') ?? '', name);
}
