import type { CodeFormId } from '../../../core/code-forms';
import { attachedKinds, traitsOf, type AttachedKind } from '../../../core/compute-kinds';
import type { ResourceId } from '../../../core/network/model';

/** A resource to create in the resource group of the workspace, and then to attach. */
export type NewTarget = NewMachine | NewSparkCluster;
export type NewTargetType = NewTarget['is'];

interface NewTargetPlace {
  /** Name of the virtual machine or cluster, and of its compute resource. */
  readonly name: string;
  readonly workspaceId: ResourceId;
  readonly workspaceLocation: string;
  /** Region of the network. */
  readonly location: string;
  readonly subnetId: ResourceId;
  readonly vmSize: string;
  readonly adminUser: string;
}

export interface NewMachine extends NewTargetPlace {
  readonly is: 'machine';
}

/** A Spark cluster of HDInsight, with its files in an existing storage account. */
export interface NewSparkCluster extends NewTargetPlace {
  readonly is: 'spark';
  /** An account with a hierarchical namespace (Azure Data Lake Storage Gen2). */
  readonly storageAccountId: ResourceId;
  /** A user-assigned identity with the role Storage Blob Data Owner on the storage account. */
  readonly storageIdentityId: ResourceId;
}

/** Forms of code for a new target. */
export const newTargetForms = ['bicep', 'terraform', 'az'] as const satisfies readonly CodeFormId[];
export type NewTargetForm = (typeof newTargetForms)[number];

/** Kinds for which code can create the resource. */
export const newTargetKinds: readonly AttachedKind[] = attachedKinds.filter(
  (kind) => traitsOf(kind).writesNew !== null,
);

/** Resource types, with API versions that Bicep 0.49 and much older versions support. */
const types: Readonly<Record<NewTargetType, { readonly type: string; readonly apiVersion: string }>> = {
  machine: { type: 'Microsoft.Compute/virtualMachines', apiVersion: '2024-03-01' },
  spark: { type: 'Microsoft.HDInsight/clusters', apiVersion: '2021-06-01' },
};

export function typeOfNewTarget(is: NewTargetType): { readonly type: string; readonly apiVersion: string } {
  return types[is];
}

/** Returns the ID that the resource will have. */
export function newTargetIdOf({
  is,
  workspaceId,
  name,
}: Pick<NewTarget, 'is' | 'workspaceId' | 'name'>): ResourceId {
  const at = workspaceId.toLowerCase().indexOf('/providers/');
  return `${workspaceId.slice(0, at)}/providers/${types[is].type}/${name}`;
}

/** Image of a new virtual machine: Ubuntu 24.04 LTS, generation 2 (ubuntu.com/azure, read 2026-11-30). */
export const machineImage = {
  publisher: 'Canonical',
  offer: 'ubuntu-24_04-lts',
  sku: 'server',
  version: 'latest',
} as const;
