import type { VirtualNetwork } from '../../core/network/model';
import { routeProperties, ruleProperties } from './entry-properties';
import { writeEndpoints, writeZones } from './endpoint-resources';
import {
  nameOfEntry,
  type CollectedFixes,
  type DeployedFixEntry,
  type FixTarget,
  type WrittenSubnet,
} from './fix-entries';
import { writePeering } from './peering-resources';
import { assignAddresses, writeCreatedPart } from './created-resources';
import type { Candidate } from './parameters';
import { writeSubnet, lastChildren, writtenSubnetProperties } from './subnet-resource';
import { writeLinks } from './zone-links';
import { templateParameter, type ExistingResource, type TemplateResource, templateObject } from './template';
import { groupFor, nameCandidate, networkCodeApiVersion, newWriting, symbolFor, unused } from './writing';
import type { FixGroup, FixContext, GroupInWriting, Writing } from './writing';
import { valueOr } from '../../core/known';

export interface NetworkFixes {
  readonly groups: readonly FixGroup[];
  readonly candidates: readonly Candidate[];
}

/**
 * Returns the resources that the fixes create, add, and associate, by resource group. A deployment has the same order
 * as applying.
 */
export function networkFixes(fixes: CollectedFixes, around: FixContext): NetworkFixes {
  const writing = newWriting(around);
  for (const created of fixes.made) writeCreatedPart(created, writing);
  for (const target of fixes.targets) {
    const isNew = writing.symbolOf.has(target.id.toLowerCase());
    const symbol = isNew ? symbolFor(target.id, writing) : unused(symbolBases[target.what], writing.symbols);
    const group = isNew ? groupFor(target.id, symbol, writing) : existingTarget(target, symbol, writing);
    group.resources.push(...entryResources(target, symbol, writing));
  }
  for (const [gateway, addresses] of fixes.addresses) assignAddresses(gateway, addresses, writing);
  writeZones(fixes.endpoints.zones, writing);
  if (around.context.newNetwork) writeWithNewNetwork(around.context.newNetwork, fixes, writing);
  else {
    writeLinks(fixes.links, writing);
    if (fixes.subnet) writeSubnet(fixes.subnet, writing);
  }
  writeEndpoints(fixes.endpoints, writing);
  return { groups: [...writing.groups.values()], candidates: writing.candidates };
}

/** Writes a new network before its peering and its links, because a DNS zone can only be linked to an existing one. */
function writeWithNewNetwork(newNetwork: VirtualNetwork, fixes: CollectedFixes, writing: Writing): void {
  const { peering } = writing.around.context;
  if (fixes.subnet) writeNewNetwork(newNetwork, fixes.subnet, writing);
  if (peering) writePeering(peering, newNetwork.id, writing);
  writeLinks(fixes.links, writing);
}

const symbolBases = { rule: 'securityGroup', route: 'routeTable' } as const;

function existingTarget(target: FixTarget, symbol: string, writing: Writing): GroupInWriting {
  writing.candidates.push(nameCandidate(target.id, symbol, symbolBases[target.what]));
  const group = groupFor(target.id, symbol, writing);
  group.existing.push(existingOf(target, symbol));
  return group;
}

const types = {
  rule: 'Microsoft.Network/networkSecurityGroups',
  route: 'Microsoft.Network/routeTables',
} as const;
const children = { rule: 'securityRules', route: 'routes' } as const;

function existingOf(target: FixTarget, symbol: string): ExistingResource {
  const type = types[target.what];
  return {
    symbol,
    type,
    apiVersion: networkCodeApiVersion,
    name: templateParameter(`${symbol}Name`),
    parent: null,
    scope: null,
  };
}

/**
 * Returns one resource per entry. Each depends on the previous one in the same NSG or route table.
 * Azure changes one at a time, and responds to a second change with 409 `AnotherOperationInProgress`.
 */
function entryResources(
  target: FixTarget,
  parent: string,
  { around, symbols }: Writing,
): readonly TemplateResource[] {
  const created: TemplateResource[] = [];
  for (const entry of target.entries) {
    const before = created.at(-1)?.symbol;
    created.push({
      comment: commentOf(entry, around),
      symbol: unused(symbolOf(entry), symbols),
      type: `${types[target.what]}/${children[target.what]}`,
      apiVersion: networkCodeApiVersion,
      parent,
      name: nameOfEntry(entry),
      location: null,
      tags: null,
      identity: null,
      properties: propertiesOf(entry, around),
      dependsOn: before === undefined ? [] : [before],
    });
  }
  return created;
}

function propertiesOf(entry: DeployedFixEntry, { instead, say }: FixContext) {
  if (entry.what === 'route') return routeProperties(entry.route, instead);
  const { key, values } = entry.rule.why;
  return ruleProperties(entry.rule, say(key, values), instead);
}

/** Returns the comment of an entry: one line per requirement that needs it. */
function commentOf(entry: DeployedFixEntry, { context, kind, say }: FixContext): readonly string[] {
  return entry.requirements.flatMap((id) => {
    const note = context.requirements.find((one) => one.id === id);
    return note ? [say('fix.rule.comment', { ...note, kind })] : [];
  });
}

/**
 * Returns `newRuleAllowBatch443` for a rule named `Allow-Batch-443`. `new` avoids conflicts with parameters and
 * parents.
 */
function symbolOf(entry: DeployedFixEntry): string {
  const words = nameOfEntry(entry).match(/[A-Za-z0-9]+/g) ?? [];
  return ['new', entry.what, ...words].map((word, index) => (index === 0 ? word : capital(word))).join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Writes a new virtual network with its subnet inside.
 * Policies that refuse a subnet without an NSG check each request. Therefore, the NSG and the NAT gateway are in the
 * request that creates the subnet.
 */
function writeNewNetwork(network: VirtualNetwork, change: WrittenSubnet, writing: Writing): void {
  const { around, candidates, symbols } = writing;
  const group = groupFor(network.id, 'virtualNetwork', writing);
  symbols.add('virtualNetwork');
  candidates.push({
    name: 'virtualNetworkAddressPrefixes',
    value: valueOr(network.addressPrefixes, []),
    limits: { minLength: 1 },
  });
  group.resources.push({
    comment: [around.say('write.newNetwork')],
    symbol: 'virtualNetwork',
    type: 'Microsoft.Network/virtualNetworks',
    apiVersion: networkCodeApiVersion,
    parent: null,
    name: templateParameter('virtualNetworkName'),
    location: templateParameter('location'),
    tags: null,
    identity: null,
    properties: templateObject({
      addressSpace: templateObject({ addressPrefixes: templateParameter('virtualNetworkAddressPrefixes') }),
      subnets: [
        templateObject({
          name: templateParameter('subnetName'),
          properties: templateObject(writtenSubnetProperties(change, writing)),
        }),
      ],
    }),
    // An NSG or route table is associated only after all of its entries exist.
    dependsOn: lastChildren(group.resources),
  });
}
