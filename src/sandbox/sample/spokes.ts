import type { World } from '../settings';
import { westEurope } from './names';
import { allowIn, denyAllOut, addGroups, addNetwork, addSecurityGroup } from './place';

/** Adds networks `vnet-spoke-0001` and so on, with two subnets and an NSG each, for lists as long as real ones. */
export function addSpokes(world: World, count: number): void {
  addGroups(world, Object.fromEntries(spokeGroups(count).map((group) => [group, westEurope.name])));
  for (let number = 1; number <= count; number += 1) addSpoke(world, number);
}

/** Returns resource groups `rg-spokes-01` and so on, with fifty networks each. */
function spokeGroups(count: number): string[] {
  return Array.from({ length: Math.ceil(count / 50) }, (_, index) => groupOf(index * 50 + 1));
}

function groupOf(number: number): string {
  return `rg-spokes-${String(Math.floor((number - 1) / 50) + 1).padStart(2, '0')}`;
}

function addSpoke(world: World, number: number): void {
  const group = groupOf(number);
  const digits = String(number).padStart(4, '0');
  const base = `10.${128 + Math.floor(number / 256)}.${number % 256}`;
  const securityGroup = `nsg-spoke-${digits}`;
  const isStrict = number % 5 === 0;
  addSecurityGroup(world, { group, name: securityGroup }, [
    allowIn(200, 'Allow-Https', ['Tcp', '443', 'VirtualNetwork']),
    ...(isStrict ? [{ ...denyAllOut, name: 'Deny-Internet', to: 'Internet' }] : []),
  ]);
  addNetwork(world, {
    group,
    name: `vnet-spoke-${digits}`,
    prefix: `${base}.0/24`,
    subnets: [
      { name: 'snet-workload', prefix: `${base}.0/26`, securityGroup, inUse: number % 40 },
      { name: 'snet-compute', prefix: `${base}.64/26`, securityGroup, inUse: number % 7 },
    ],
  });
}
