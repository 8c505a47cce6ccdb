import type { Lock } from './locks';
import type { Policies } from './policies';
import { createRegistrations, type Registrations } from './providers';

/** Governance of resources in addition to the user's roles: locks, policies, and provider registrations. */
export interface GovernanceState {
  /** Locks by lowercase ID. */
  readonly locks: Map<string, Lock>;
  readonly policies: Policies;
  readonly registrations: Registrations;
}

export function createGovernance(): GovernanceState {
  return {
    locks: new Map(),
    policies: { definitions: new Map(), assignments: new Map() },
    registrations: createRegistrations(),
  };
}
