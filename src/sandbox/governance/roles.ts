/** What a role lets its holder do at a scope and below it, as a role assignment brings it. */
export interface Grant {
  readonly role: string;
  /** A subscription, resource group or resource id. */
  readonly scope: string;
  /** Operations such as `Microsoft.Network/virtualNetworks/subnets/join/action`; `*` stands for any text. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** True where `id` is the scope or lies below it; `/` holds everything. */
export function isInScope(scope: string, id: string): boolean {
  const above = scope.toLowerCase();
  return `${id.toLowerCase()}/`.startsWith(above.endsWith('/') ? above : `${above}/`);
}

/** A role gives its actions less its notActions; another role may give them all the same. */
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
  const whole = action.toLowerCase();
  const end = parts.pop();
  if (end === undefined) return whole === start;
  if (!whole.startsWith(start) || !whole.endsWith(end)) return false;
  let at = start.length;
  for (const part of parts) {
    const found = whole.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= whole.length - end.length;
}

export function ownerOf(scope: string): Grant {
  return { role: 'Owner', scope, actions: ['*'], notActions: [] };
}
