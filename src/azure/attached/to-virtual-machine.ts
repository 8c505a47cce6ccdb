import type { VirtualMachineTarget } from '../../core/attach-target';
import { known, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import { jsonAt, flagAt, listAt, textAt, type Json, type JsonObject } from '../json';
import { nameIn, enumMember } from '../network/members';
import { withoutPermission, unreadMember } from '../network/unreadable';
import { targetBase } from './target-base';

/** Lists with the network interfaces and public IP addresses of virtual machines. */
export interface NicLists {
  readonly interfaces: Known<readonly JsonObject[]>;
  readonly addresses: Known<readonly JsonObject[]>;
}

/**
 * Converts the body of a virtual machine and its primary network interface, which is the one reachable from outside.
 */
export function toVirtualMachine(body: JsonObject, lists: NicLists): VirtualMachineTarget {
  const disk = ['properties', 'storageProfile', 'osDisk', 'osType'] as const;
  return {
    kind: 'virtual-machine',
    ...targetBase(body),
    os: enumMember(['Linux', 'Windows'], textAt(body, ...disk), nameIn(body)),
    image: known(imageOf(body)),
    ...networkOf(networkInterfaceOf(body, lists.interfaces), lists),
  };
}

/** Returns publisher, offer, and SKU of the image. Marketplace images have all three; otherwise null. */
function imageOf(body: JsonObject): string | null {
  const image = jsonAt(body, 'properties', 'storageProfile', 'imageReference');
  const words = ['publisher', 'offer', 'sku'].flatMap((one) => textAt(image, one) ?? []);
  return words.length === 3 ? words.join(' ') : null;
}

function networkInterfaceOf(body: JsonObject, interfaces: NicLists['interfaces']): Known<JsonObject> {
  const all = listAt(body, 'properties', 'networkProfile', 'networkInterfaces');
  const first = all.find((one) => flagAt(one, 'properties', 'primary') === true) ?? all[0];
  const id = textAt(first, 'id');
  if (id === undefined) return unreadMember(nameIn(body));
  return byId(interfaces, id);
}

type Networked = Pick<VirtualMachineTarget, 'subnets' | 'nicGroup' | 'privateAddress' | 'publicAddress'>;

function networkOf(nic: Known<JsonObject>, { addresses }: NicLists): Networked {
  if (!nic.known) return { subnets: nic, nicGroup: nic, privateAddress: nic, publicAddress: nic };
  const all = listAt(nic.value, 'properties', 'ipConfigurations');
  const first = all.find((one) => flagAt(one, 'properties', 'primary') === true) ?? all[0];
  const subnet = textAt(first, 'properties', 'subnet', 'id');
  return {
    subnets: subnet === undefined ? unreadMember(nameIn(nic.value)) : known([subnet]),
    nicGroup: known(textAt(nic.value, 'properties', 'networkSecurityGroup', 'id') ?? null),
    privateAddress: known(textAt(first, 'properties', 'privateIPAddress') ?? null),
    publicAddress: publicAddressOf(first, addresses),
  };
}

/** Returns the public IP address. A dynamic address is unknown while the machine isn't running. */
function publicAddressOf(
  configuration: Json | undefined,
  addresses: NicLists['addresses'],
): VirtualMachineTarget['publicAddress'] {
  const id = textAt(configuration, 'properties', 'publicIPAddress', 'id');
  if (id === undefined) return known(null);
  const found = byId(addresses, id);
  if (!found.known) return found;
  const address = textAt(found.value, 'properties', 'ipAddress');
  return address === undefined ? unreadMember(nameIn(found.value)) : known(address);
}

/** Finds a resource in a list. Azure omits resources that the account can't read. */
function byId(list: Known<readonly JsonObject[]>, id: string): Known<JsonObject> {
  if (!list.known) return list;
  const found = list.value.find((one) => sameId(textAt(one, 'id') ?? '', id));
  return found === undefined ? withoutPermission(id) : known(found);
}
