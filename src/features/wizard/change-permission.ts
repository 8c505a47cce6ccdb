import { isPermitted, type ResourcePermissions } from '../../core/governance';
import { idSet, nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { ResourceChange } from '../../core/resource-change';
import type { Cause } from '../../core/cause';
import { chosenSubnet, isProposing } from './selection';
import type { Evaluation, WizardState } from './state';

/** Permissions that Azure requires to write a rule or a route. */
const writeActions = {
  rule: 'Microsoft.Network/networkSecurityGroups/securityRules/write',
  route: 'Microsoft.Network/routeTables/routes/write',
} as const;

interface Write {
  readonly id: ResourceId;
  readonly type: keyof typeof writeActions;
}

/** Returns the role that the user needs but doesn't have, by fixable requirement, as far as roles were read. */
export function missingRoles(
  state: WizardState,
  { causes, fixable }: Pick<Evaluation, 'causes' | 'fixable'>,
): ReadonlyMap<string, Reason> {
  return new Map(
    causes.flatMap((cause) => {
      const write = writeOf(cause);
      const missing = write && missingRole(state, write);
      if (!missing) return [];
      const ids = cause.results.map(({ requirement }) => requirement).filter((id) => fixable.has(id));
      return ids.map((id) => [id, missing] as const);
    }),
  );
}

/** Returns the first write of a cause's fix: the deciding NSG or route table. */
function writeOf({ by }: Cause): Write | null {
  if (by?.kind === 'rule') return by.level === 'subnet' ? { id: by.groupId, type: 'rule' } : null;
  return by?.kind === 'route' && by.tableId !== null ? { id: by.tableId, type: 'route' } : null;
}

/**
 * Returns the role that the user needs for one of these changes but doesn't have; null if none is known to be missing.
 */
export function missingRoleFor(state: WizardState, changes: readonly ResourceChange[]): Reason | null {
  for (const one of writesOf(changes)) {
    const missing = missingRole(state, one);
    if (missing) return missing;
  }
  return null;
}

/**
 * Returns the changed resources for which the user's roles aren't known. Resources that the changes create are
 * excluded.
 */
export function uncheckedResources(
  state: WizardState,
  changes: readonly ResourceChange[],
): readonly string[] {
  if (isProposing(state)) return [];
  const isCreated = idSet(
    changes.flatMap(({ type, id, before }) => (before === null && !isEntry(type) ? [id] : [])),
  );
  const unread = writesOf(changes).filter(
    ({ id }) => !isCreated(id) && permissionsOn(state, id)?.held.known !== true,
  );
  return [...new Set(unread.map(({ id }) => nameOf(id)))];
}

function writesOf(changes: readonly ResourceChange[]): readonly Write[] {
  return changes.flatMap(({ type, id }) => (isEntry(type) ? [{ id, type }] : []));
}

function isEntry(type: ResourceChange['type']): type is Write['type'] {
  return type === 'rule' || type === 'route';
}

function missingRole(state: WizardState, { id, type }: Write): Reason | null {
  const held = permissionsOn(state, id)?.held;
  return held?.known !== true || isPermitted(held.value, writeActions[type])
    ? null
    : reason('readiness.needsRole', { role: 'Network Contributor', name: nameOf(id) });
}

function permissionsOn(state: WizardState, id: ResourceId): ResourcePermissions | undefined {
  const { governance } = state;
  const subnetId = chosenSubnet(state)?.subnet.id;
  if (!governance?.network || governance.subnetId === null || subnetId === undefined) return undefined;
  if (!sameId(governance.subnetId, subnetId)) return undefined;
  return governance.network.onParts?.find((one) => sameId(one.id, id));
}
