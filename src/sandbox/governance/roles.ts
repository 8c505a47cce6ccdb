/** Permissions that a role grants at a scope and below it, as in a role assignment. */
export interface Grant {
  readonly role: string;
  /** A subscription, resource group, or resource ID. */
  readonly scope: string;
  /** Operations such as `Microsoft.Network/virtualNetworks/subnets/join/action`; `*` matches any text. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** True if `id` is the scope or below it; `/` contains everything. */
export function isInScope(scope: string, id: string): boolean {
  const above = scope.toLowerCase();
  return `${id.toLowerCase()}/`.startsWith(above.endsWith('/') ? above : `${above}/`);
}

/**
 * True if a role grants the action. A role grants its actions except its notActions. Another role can still grant
 * those.
 */
export function isGranted(grants: readonly Grant[], action: string, id: string): boolean {
  return grants.some(
    ({ scope, actions, notActions }) =>
      isInScope(scope, id) && matchesAny(actions, action) && !matchesAny(notActions, action),
  );
}

function matchesAny(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matches(pattern, action));
}

function matches(pattern: string, action: string): boolean {
  const [start = '', ...parts] = pattern.toLowerCase().split('*');
  const lowerAction = action.toLowerCase();
  const end = parts.pop();
  if (end === undefined) return lowerAction === start;
  if (!lowerAction.startsWith(start) || !lowerAction.endsWith(end)) return false;
  let at = start.length;
  for (const part of parts) {
    const found = lowerAction.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= lowerAction.length - end.length;
}

/** Allows every action everywhere. */
export const owner: Grant = { role: 'Owner', scope: '/', actions: ['*'], notActions: [] };
