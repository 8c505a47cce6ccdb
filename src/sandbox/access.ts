import { failure } from './failure-texts';
import { isInScope, isGranted, owner, type Grant } from './governance/roles';
import { refusal, type Reply } from './responses';

/** The signed-in user, as error messages name them. */
export interface SignedInUser {
  readonly client: string;
  readonly objectId: string;
}

type Verb = 'read' | 'write' | 'delete' | 'action';

/** Actions that the signed-in user doesn't have permission for at a scope and below it. */
export interface Denial {
  /** A resource, resource group, or subscription ID, including everything below it. */
  readonly scope: string;
  readonly verbs: readonly Verb[];
  /** A resource type such as `Microsoft.Network/networkSecurityGroups`, to deny only that type at the scope. */
  readonly type?: string;
}

export interface CallerAccess {
  deny(denial: Denial): void;
  /** Removes every denial of exactly this scope. */
  allow(scope: string): void;
  /** Sets the roles that the user has from now on. The user is the owner of everything by default. */
  assign(grants: readonly Grant[]): void;
  may(verb: Verb, id: string, type?: string): boolean;
  /** Returns ARM's error response if the user doesn't have permission. */
  check(verb: Verb, id: string, type: string): Reply | undefined;
  /** Like `check`, for a list. The list is refused only if nothing below is readable; otherwise it is filtered. */
  checkList(scope: string, type: string): Reply | undefined;
  /** Returns the roles in effect at a scope, without denied actions. */
  grantsAt(scope: string): readonly Grant[];
}

export function createAccess(user: SignedInUser, initialDenials: readonly Denial[]): CallerAccess {
  let denials = [...initialDenials];
  let grants: readonly Grant[] = [owner];
  const may = (verb: Verb, id: string, type?: string): boolean =>
    !denials.some((denial) => denial.verbs.includes(verb) && covers(denial, id, type)) &&
    (type === undefined || isGranted(grants, `${type}/${verb}`, id));
  const refuse = (action: string, scope: string): Reply =>
    refusal(403, failure('authorizationFailed', { ...user, action, scope }));
  return {
    deny: (denial) => void denials.push(denial),
    allow: (scope) => {
      denials = denials.filter((denial) => denial.scope.toLowerCase() !== scope.toLowerCase());
    },
    assign: (assigned) => {
      grants = [...assigned];
    },
    may,
    check: (verb, id, type) => (may(verb, id, type) ? undefined : refuse(`${type}/${verb}`, id)),
    checkList: (scope, type) => {
      const isBelowGranted = grants.some((grant) => isInScope(scope, grant.scope));
      const isDenied = denials.some((denial) => denial.verbs.includes('read') && covers(denial, scope, type));
      if (!isDenied && isBelowGranted) return undefined;
      return may('read', scope, type) ? undefined : refuse(`${type}/read`, scope);
    },
    grantsAt: (scope) =>
      grants
        .filter((grant) => isInScope(grant.scope, scope))
        .map((grant) => ({ ...grant, notActions: [...grant.notActions, ...deniedAt(denials, scope)] })),
  };
}

function covers(denial: Denial, id: string, type: string | undefined): boolean {
  if (denial.type && denial.type.toLowerCase() !== type?.toLowerCase()) return false;
  return isInScope(denial.scope, id);
}

/** Returns denials as the actions that a role excludes. */
function deniedAt(denials: readonly Denial[], scope: string): string[] {
  return denials
    .filter((denial) => isInScope(denial.scope, scope))
    .flatMap(({ type, verbs }) => verbs.map((verb) => `${type ?? '*'}/${verb}`));
}
