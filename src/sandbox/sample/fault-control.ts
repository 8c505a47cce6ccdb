import type { SandboxAzure } from '../create-sandbox';
import { owner, type Grant } from '../governance/roles';
import { readFaultFile, type FaultFile } from '../fault-file';
import { faultPresets, type FaultPreset } from './fault-presets';

/** Makes the sample's Azure fail, so that users can see the effects. */
export interface FaultInjection {
  apply(preset: FaultPreset): void;
  /** Applies the faults in a file, all or none. */
  applyFile(text: string): FaultFile;
  /** Returns the IDs of the NSGs that another user could change. */
  groups(): readonly string[];
  /** Denies all outbound traffic of an NSG as another user; false if Azure refused it. */
  denyOutbound(groupId: string): boolean;
  /** Gives the signed-in user a role that can't change networks, as the permissions of each resource then show. */
  limitRole(): void;
  clear(): void;
  pending(): number;
  onChange(listener: () => void): void;
}

export function createFaultControl(azure: SandboxAzure): FaultInjection {
  const { faults, access } = azure;
  const listeners: (() => void)[] = [];
  let isLimited = false;
  const setLimited = (to: boolean): void => {
    isLimited = to;
    access.assign([to ? contributorWithoutNetworks : owner]);
    listeners.forEach((listener) => listener());
  };
  return {
    apply: (preset) => faultPresets[preset].forEach((one) => faults.next(one)),
    applyFile: (text) => {
      const read = readFaultFile(text);
      if (read.is === 'faults') read.faults.forEach((one) => faults.next(one));
      return read;
    },
    groups: () =>
      Object.keys(azure.snapshot().resources).filter((id) => /\/networkSecurityGroups\/[^/]+$/i.test(id)),
    denyOutbound: (groupId) =>
      azure.writeByOther({ method: 'PUT', path: `${groupId}/securityRules/${deniedBy}`, body: denyAll }),
    limitRole: () => setLimited(true),
    clear: () => {
      faults.clear();
      if (isLimited) setLimited(false);
    },
    pending: () => faults.pending() + (isLimited ? 1 : 0),
    onChange: (listener) => {
      listeners.push(listener);
      faults.onChange(listener);
    },
  };
}

const contributorWithoutNetworks: Grant = {
  role: 'Contributor',
  scope: '/',
  actions: ['*'],
  notActions: ['Microsoft.Network/*/write'],
};

const deniedBy = 'Deny-ByOtherUser';

/** Deny rule before every rule of the sample's NSGs. */
const denyAll = {
  properties: {
    priority: 100,
    direction: 'Outbound',
    access: 'Deny',
    protocol: '*',
    sourcePortRange: '*',
    destinationPortRange: '*',
    sourceAddressPrefix: '*',
    destinationAddressPrefix: 'AzureMachineLearning',
  },
};
