import type { SandboxAzure } from '../create-sandbox';
import { readFaultFile, type FaultFile } from '../fault-file';
import { faultPresets, type FaultPreset } from './fault-presets';

/** Makes the sample's Azure fail, for whoever wants to see what happens then. */
export interface FaultInjection {
  apply(preset: FaultPreset): void;
  /** Takes the troubles of a file, all or none. */
  applyFile(text: string): FaultFile;
  /** Ids of the security groups that somebody else could change. */
  groups(): readonly string[];
  /** Somebody else denies all that a group lets out; false where Azure refused it. */
  denyOutbound(groupId: string): boolean;
  clear(): void;
  pending(): number;
  onChange(listener: () => void): void;
}

export function createFaultControl(azure: SandboxAzure): FaultInjection {
  const { faults } = azure;
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
      azure.somebodyWrites({ method: 'PUT', path: `${groupId}/securityRules/${deniedBy}`, body: denyAll }),
    clear: () => faults.clear(),
    pending: () => faults.pending(),
    onChange: (listener) => faults.onChange(listener),
  };
}

const deniedBy = 'Deny-BySomebodyElse';

/** Before every rule of the sample's groups. */
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
