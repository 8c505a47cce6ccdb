import type { SandboxAzure } from '../create-sandbox';
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
      azure.writeByOther({ method: 'PUT', path: `${groupId}/securityRules/${deniedBy}`, body: denyAll }),
    clear: () => faults.clear(),
    pending: () => faults.pending(),
    onChange: (listener) => faults.onChange(listener),
  };
}

const deniedBy = 'Deny-BySomebodyElse';

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
