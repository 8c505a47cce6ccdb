import type { StoredCreation } from '../../../contract/wizard/stored-choices';
import type { WizardContext } from '../context';
import { isSameCreation, type NamedCompute } from '../selection';
import { change } from './change';

/** Maximum number of stored creations. Older ones are done long since. */
const mostLeft = 10;

/** Stops waiting for the creation. Its plan stays stored, so that the user can return to it. */
export function leaveRunning(context: WizardContext): void {
  const { creating, left } = context.store.get().choices;
  if (creating === null) return;
  const others = withoutUnfinished(left, creating.plan);
  change(context, { creating: null, left: [creating, ...others].slice(0, mostLeft) });
  const { workspaceId, name } = creating.plan;
  context.ports.store.changed({ is: 'creation', workspaceId, name, isOver: false });
}

export function findLeft(left: readonly StoredCreation[], named: NamedCompute): StoredCreation | undefined {
  return left.find(({ plan }) => isSameCreation(plan, named));
}

export function withoutUnfinished(left: readonly StoredCreation[], named: NamedCompute): StoredCreation[] {
  return left.filter(({ plan }) => !isSameCreation(plan, named));
}
