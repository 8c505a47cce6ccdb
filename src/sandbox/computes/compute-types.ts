import { bodyText } from '../body-json';
import type { Item } from '../store';

/** Azure's differences between `computeType` values. */
interface ComputeTypeTraits {
  /** Type of the resource to attach; null if Azure ML creates the machines. */
  readonly target: string | null;
  readonly scales: boolean;
  /** Whether it is in the workspace's region, belongs to a user, and can be stopped. */
  readonly isPersonal: boolean;
  /** How the service signs in to the attached resource. */
  readonly signIn: 'token' | 'ssh' | null;
  readonly worksInManagedNetwork: boolean;
}

const created = { target: null, scales: false, isPersonal: false, signIn: null, worksInManagedNetwork: true };
const attached = { ...created, signIn: 'ssh' } as const;

const types: Readonly<Record<string, ComputeTypeTraits>> = {
  AmlCompute: { ...created, scales: true },
  ComputeInstance: { ...created, isPersonal: true },
  Databricks: { ...attached, target: 'Microsoft.Databricks/workspaces', signIn: 'token' },
  VirtualMachine: {
    ...attached,
    target: 'Microsoft.Compute/virtualMachines',
    worksInManagedNetwork: false,
  },
  HDInsight: { ...attached, target: 'Microsoft.HDInsight/clusters' },
};

/** Returns the traits of a type; empty if Azure's behavior for that type isn't known. */
export function typeTraits(computeType: string): Partial<ComputeTypeTraits> {
  return Object.hasOwn(types, computeType) ? (types[computeType] ?? {}) : {};
}

export function traitsOfCompute({ properties }: Item): Partial<ComputeTypeTraits> {
  return typeTraits(bodyText(properties, 'computeType') ?? '');
}

/** True for a type that attaches a resource. */
export function attaches(computeType: string): boolean {
  return typeof typeTraits(computeType).target === 'string';
}

/** Types of resources that can be attached. */
export const attachTargetTypes = Object.values(types).flatMap(({ target }) => target ?? []);
