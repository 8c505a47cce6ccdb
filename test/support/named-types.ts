import { nameOf } from '../../src/core/network/find';
import {
  associationsOf,
  isBilled,
  isEntryChange,
  isOfResource,
  isServiceChange,
  type ResourceChange,
} from '../../src/core/resource-change';

/** Resource types as Azure's pages call them, in English and French. */
const terms: Readonly<Record<string, RegExp>> = {
  securityGroup: /\b(NSG|network security group|groupe de sécurité réseau)\b/i,
  routeTable: /\b(route table|table de routage)\b/i,
  natGateway: /\b(NAT gateway|passerelle NAT)\b/i,
  publicIpAddress: /\b(public IP address|adresse IP publique)\b/i,
  endpoint: /\b(private endpoints?|points? de terminaison privés?)\b/i,
  zone: /\b(private DNS zones?|zones? DNS privées?)\b/i,
};

/** Returns the resources that a change creates, deletes, associates, or dissociates, each with its type. */
function resourcesOf(change: ResourceChange) {
  if (isEntryChange(change)) return [];
  const { type, id } = change;
  if (isOfResource(change)) return [{ type, id, isCost: isBilled(change) }];
  return isServiceChange(change) ? [] : associationsOf(change).map((one) => ({ ...one, isCost: false }));
}

/** Returns the resources without their type in a text: of those that it names, and those that Azure starts to bill. */
export function withoutType(text: string, changes: readonly ResourceChange[]): readonly string[] {
  const words = text.split(/[\s,.:()]+/);
  return changes.flatMap(resourcesOf).flatMap(({ type, id, isCost }) => {
    const isMissing = (isCost || words.includes(nameOf(id))) && terms[type]?.test(text) === false;
    return isMissing ? [`${type} ${nameOf(id)}: ${text}`] : [];
  });
}
