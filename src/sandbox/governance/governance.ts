import type { Lock } from './locks';
import type { Policies } from './policies';
import { createRegistrations, type Registrations } from './providers';

/** What rules over resources beside the person's roles: locks, policies, registrations of providers. */
export interface GovernanceState {
  /** By lower-case id. */
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
