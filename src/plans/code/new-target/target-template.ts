import { nameOf, segmentOf } from '../../../core/network/find';
import type { PlanSay } from '../../say';
import { usedParameters, type Candidate } from '../parameters';
import {
  templateParameter,
  type DeploymentTemplate,
  type ExistingResource,
  type ParameterLimits,
  type TemplateOutput,
  type TemplateResource,
} from '../template';
import { networkCodeApiVersion } from '../writing';
import type { NewTarget } from './new-target';

/** Parts of a template that depend on the kind. */
export interface NewTargetParts {
  readonly existing: readonly ExistingResource[];
  /** The prerequisites, then the new resource. */
  readonly resources: readonly TemplateResource[];
  readonly candidates: readonly Candidate[];
  /** ID of the new resource. */
  readonly output: TemplateOutput;
}

const networkType = 'Microsoft.Network/virtualNetworks';

/** Returns a template for the workspace's resource group. */
export function newTargetTemplate(
  heading: readonly string[],
  { existing, resources, candidates, output }: NewTargetParts,
  say: PlanSay,
): DeploymentTemplate {
  const parts = { existing: [...existingNetwork, ...existing], modules: [], resources };
  return {
    heading,
    parameters: usedParameters(candidates, parts, say),
    ...parts,
    outputs: [output],
  };
}

/** The network is in the workspace's subscription, because a network interface can't be in another one. */
const existingNetwork: readonly ExistingResource[] = [
  {
    symbol: 'virtualNetwork',
    type: networkType,
    apiVersion: networkCodeApiVersion,
    name: templateParameter('virtualNetworkName'),
    parent: null,
    scope: { subscription: null, group: templateParameter('virtualNetworkResourceGroup') },
  },
  {
    symbol: 'subnet',
    type: `${networkType}/subnets`,
    apiVersion: networkCodeApiVersion,
    name: templateParameter('subnetName'),
    parent: 'virtualNetwork',
    scope: null,
  },
];

/**
 * Returns parameters for values that differ between environments. The public key is supplied at deployment, and isn't
 * written to a file.
 */
export function newTargetCandidates(
  { is, name, location, vmSize, adminUser, subnetId }: NewTarget,
  nameParameter: string,
  limits: ParameterLimits,
): readonly Candidate[] {
  const described = (what: string): string => `newTarget.${what}.${is}`;
  return [
    { name: nameParameter, value: name, limits, describedBy: described('name') },
    { name: 'location', value: location, describedBy: described('location') },
    { name: 'vmSize', value: vmSize, describedBy: described('size') },
    { name: 'adminUserName', value: adminUser, limits: { minLength: 1, maxLength: 64 } },
    { name: 'sshPublicKey', value: '', secure: true, environment: 'SSH_PUBLIC_KEY' },
    {
      name: 'virtualNetworkName',
      value: segmentOf(subnetId, 'virtualNetworks') ?? '',
      describedBy: described('network'),
    },
    { name: 'virtualNetworkResourceGroup', value: segmentOf(subnetId, 'resourceGroups') ?? '' },
    { name: 'subnetName', value: nameOf(subnetId), describedBy: described('subnet') },
  ];
}
