import { sameId } from '../core/network/find';
import { isAddressText } from '../documents/model/address-parts';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import { itemsPart, namePart, partOf, type Part } from '../documents/model/parts';
import type { Value } from '../documents/evaluate/value';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { FileCheck } from './check-files';
import type { Problem } from './problem';

const id: FileOnlyCheckId = 'invalid-network-value';

/** A value of a network or subnet, and its owner. */
interface Written {
  readonly value: Value;
  readonly property: string;
  readonly name: string;
  readonly resource: DeclaredResource;
}

/**
 * Finds prefixes, DNS servers, and addresses of private endpoints next to checked subnets that aren't valid addresses,
 * each once.
 */
export function invalidValues({ declared, subjects }: FileCheck): readonly Problem[] {
  const found = subjects.flatMap(({ network, subnet }) => [
    ...declared.resources.filter((one) => sameId(one.id, network.id)).flatMap(ofNetwork(subnet.name)),
    ...declared.resources.filter((one) => sameId(one.id, subnet.id)).flatMap(ofSubnetResource),
  ]);
  const endpoints = subjects.length > 0 ? declared.resources.flatMap(ofEndpoint) : [];
  const problems = [...found, ...endpoints].filter(({ value }) => isWrong(value)).map(toProblem);
  const keyOf = ({ place }: Problem): string => `${place.file} ${String(place.start)}`;
  return [...new Map(problems.map((one) => [keyOf(one), one])).values()];
}

function ofNetwork(subnet: string): (resource: DeclaredResource) => readonly Written[] {
  return (resource) => {
    const at = { name: resource.name, resource };
    const items = itemsPart(propertyOf(resource, 'subnets'));
    const own = (items.known ? items.value : []).filter((one) => namePart(partOf(one, 'name')) === subnet);
    return [
      ...listed(propertyOf(resource, 'addressSpace', 'addressPrefixes'), {
        ...at,
        property: 'addressPrefixes',
      }),
      ...listed(propertyOf(resource, 'dhcpOptions', 'dnsServers'), { ...at, property: 'dnsServers' }),
      ...own.flatMap((one) => prefixesIn(one, { name: subnet, resource })),
    ];
  };
}

function ofSubnetResource(resource: DeclaredResource): readonly Written[] {
  return prefixesIn(resource.body, { name: resource.name, resource });
}

/** An empty address means that Azure chooses it. */
function ofEndpoint(resource: DeclaredResource): readonly Written[] {
  if (resource.type !== 'microsoft.network/privateendpoints' || resource.isExisting) return [];
  const items = itemsPart(propertyOf(resource, 'ipConfigurations'));
  const property = 'privateIPAddress';
  return (items.known ? items.value : []).flatMap((one) => {
    const value = partOf(one, 'properties', property);
    const isFixed = value !== undefined && !(value.is === 'text' && value.value === '');
    return isFixed ? [{ value, property, name: resource.name, resource }] : [];
  });
}

function prefixesIn(subnet: Value, at: Pick<Written, 'name' | 'resource'>): readonly Written[] {
  const one = partOf(subnet, 'properties', 'addressPrefix');
  return [
    ...(one ? [{ ...at, value: one, property: 'addressPrefix' }] : []),
    ...listed(partOf(subnet, 'properties', 'addressPrefixes'), { ...at, property: 'addressPrefixes' }),
  ];
}

function listed(list: Part, at: Omit<Written, 'value'>): readonly Written[] {
  const items = itemsPart(list);
  return items.known ? items.value.map((value) => ({ ...at, value })) : [];
}

/** Whether a value is invalid. An unknown value may be valid. */
function isWrong(value: Value): boolean {
  if (value.is === 'unknown') return false;
  return value.is !== 'text' || !isAddressText(value.value);
}

function toProblem({ value, property, name, resource }: Written): Problem {
  return {
    id,
    severity: 'error',
    place: value.from ?? resource.namePlace,
    subnet: '',
    subnetId: resource.id,
    related: [],
    what: { is: 'invalid-value', value: value.is === 'text' ? value.value : value.is, property, name },
  };
}
