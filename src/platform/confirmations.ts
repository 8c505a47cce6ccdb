import { createSharedList, type SharedList, type SharedListSetup } from './shared-list';

/** A confirmation by others about a subnet. `path` changes with every component on the path of its packets. */
interface StoredConfirmation {
  readonly id: string;
  readonly subnetId: string;
  readonly requirements: readonly string[];
  readonly by: string;
  readonly how?: 'test';
  readonly workspaceId?: string;
  /** ISO date. */
  readonly on: string;
  readonly path: string;
}

/** Confirmations by others about the subnets of a workspace. */
export type Confirmations = SharedList<StoredConfirmation>;

export function createConfirmations(setup: SharedListSetup): Confirmations {
  return createSharedList(setup, isConfirmation, 'confirmations not kept');
}

const texts = ['id', 'subnetId', 'by', 'on', 'path'] as const;

function isConfirmation(raw: unknown): raw is StoredConfirmation {
  if (typeof raw !== 'object' || raw === null) return false;
  const one: Partial<Record<keyof StoredConfirmation, unknown>> = raw;
  const { requirements, how, workspaceId } = one;
  return (
    (how === undefined || how === 'test') &&
    (workspaceId === undefined || typeof workspaceId === 'string') &&
    texts.every((name) => typeof one[name] === 'string') &&
    Array.isArray(requirements) &&
    requirements.every((id) => typeof id === 'string')
  );
}
