import type { CodeFormId } from '../../../core/code-forms';
import type { ResourceId } from '../../../core/network/model';

/** A virtual machine that doesn't exist yet, in the resource group of the workspace. */
export interface NewMachine {
  /** Of the virtual machine, and of the compute resource that it becomes. */
  readonly name: string;
  readonly workspaceId: ResourceId;
  readonly workspaceLocation: string;
  /** Region of the network. */
  readonly location: string;
  readonly subnetId: ResourceId;
  readonly vmSize: string;
  readonly adminUser: string;
}

/** Forms in which a new virtual machine is written. */
export const machineForms = ['bicep', 'terraform', 'az'] as const satisfies readonly CodeFormId[];
export type MachineForm = (typeof machineForms)[number];

export const machineApiVersion = '2024-03-01';
/** Ubuntu 24.04 LTS, generation 2 (ubuntu.com/azure, read 2026-11-30). */
export const machineImage = {
  publisher: 'Canonical',
  offer: 'ubuntu-24_04-lts',
  sku: 'server',
  version: 'latest',
} as const;
