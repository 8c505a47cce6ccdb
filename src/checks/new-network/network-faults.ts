import { rangeLengths } from '../../core/azure-facts/limits';
import { formatPrefix, isExactPrefix, parsePrefix } from '../../core/addresses/prefix';
import type { NetworkModel } from '../../core/network/model';
import type { ProposedNetwork } from '../../core/network/proposed-network';
import { reason, type Reason } from '../../core/reason';
import { networkNamesIn, overlapping, type NetworkField } from './propose-network';

/** Values of a new network that Azure would reject, by field. A missing field is valid. */
export type NetworkFaults = Readonly<Partial<Record<NetworkField, Reason>>>;

/** Finds invalid values and taken names: Azure would overwrite the existing resources. */
export function networkFaults(proposed: ProposedNetwork, model: NetworkModel): NetworkFaults {
  const faults: Readonly<Record<NetworkField, Reason | undefined>> = {
    name: nameFault(proposed, model),
    resourceGroup: resourceGroup.test(proposed.resourceGroup) ? undefined : reason('newNetwork.fault.group'),
    addressSpace: prefixFault(proposed.addressSpace),
    subnetName: subnetName.test(proposed.subnetName) ? undefined : reason('newNetwork.fault.subnetName'),
    subnetPrefix: prefixFault(proposed.subnetPrefix) ?? outsideFault(proposed),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

/**
 * Returns advice if another network of the subscription has overlapping addresses: such networks can never be peered.
 */
export function overlapAdvice({ addressSpace }: ProposedNetwork, model: NetworkModel): Reason | undefined {
  const [first, ...others] = overlapping(model, addressSpace);
  if (!first) return undefined;
  return others.length === 0
    ? reason('newNetwork.overlap', { name: first.name })
    : reason('newNetwork.overlapMore', { name: first.name, n: others.length });
}

/** Starts with a letter or digit and ends with a letter, digit, or `_` (naming rules, 2025-04-23). */
const networkName = /^[A-Za-z0-9][\w.-]{0,62}\w$/;
const subnetName = /^[A-Za-z0-9](?:[\w.-]{0,78}\w)?$/;
const resourceGroup = /^[\p{L}\p{N}_().-]{0,89}[\p{L}\p{N}_()-]$/u;

function nameFault({ name, resourceGroup: group }: ProposedNetwork, model: NetworkModel): Reason | undefined {
  if (!networkName.test(name)) return reason('newNetwork.fault.name');
  return networkNamesIn(model, group).has(name.toLowerCase())
    ? reason('newNetwork.fault.nameTaken', { name, group })
    : undefined;
}

const { largest, smallest } = rangeLengths;

function prefixFault(text: string): Reason | undefined {
  const prefix = text.includes('/') ? parsePrefix(text) : undefined;
  if (!prefix) return reason('newNetwork.fault.prefix');
  if (!isExactPrefix(text)) {
    return reason('newNetwork.fault.hostBits', { text, prefix: formatPrefix(prefix) });
  }
  return prefix.length < largest || prefix.length > smallest
    ? reason('newNetwork.fault.size', { largest, smallest })
    : undefined;
}

/** Returns the fault of a subnet outside of the address space. A fault of the space itself is reported there. */
function outsideFault({ addressSpace, subnetPrefix }: ProposedNetwork): Reason | undefined {
  const space = parsePrefix(addressSpace);
  const subnet = parsePrefix(subnetPrefix);
  if (!space || !subnet || prefixFault(addressSpace)) return undefined;
  return subnet.first >= space.first && subnet.last <= space.last
    ? undefined
    : reason('newNetwork.fault.outside', { space: formatPrefix(space) });
}
