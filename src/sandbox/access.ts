import { failure } from './failure-texts';
import { isInScope, isGranted, ownerOf, type Grant } from './governance/roles';
import { refusal, type Reply } from './responses';

/** Who is signed in, as refusals name them. */
export interface Person {
  readonly client: string;
  readonly objectId: string;
}

type Verb = 'read' | 'write' | 'delete' | 'action';

/** Something the signed-in person may not do at a scope and below it. */
export interface Denial {
  /** A resource, resource group or subscription id; also what lies below it. */
  readonly scope: string;
  readonly verbs: readonly Verb[];
  /** A resource type such as `Microsoft.Network/networkSecurityGroups`, to deny only that at the scope. */
  readonly type?: string;
}

export interface CallerAccess {
  deny(denial: Denial): void;
  /** Takes back every denial of exactly this scope. */
  allow(scope: string): void;
  /** The roles that the person holds from now on; the owner of everything where none was ever said. */
  assign(grants: readonly Grant[]): void;
  may(verb: Verb, id: string, type?: string): boolean;
  /** The refusal that ARM words, where the person may not. */
  check(verb: Verb, id: string, type: string): Reply | undefined;
  /** As `check`, for a list: it is refused only where nothing below may be read either, and else cut. */
  checkList(scope: string, type: string): Reply | undefined;
  /** Roles in force at a scope, with what is denied there taken off. */
  grantsAt(scope: string): readonly Grant[];
}

export interface InitialAccess {
  readonly denials?: readonly Denial[];
  readonly grants?: readonly Grant[];
}

export function createAccess(person: Person, initial: InitialAccess): CallerAccess {
  let denials = [...(initial.denials ?? [])];
  let grants = initial.grants ?? [ownerOf('/')];
  const may = (verb: Verb, id: string, type?: string): boolean =>
    !denials.some((denial) => denial.verbs.includes(verb) && covers(denial, id, type)) &&
    (type === undefined || isGranted(grants, `${type}/${verb}`, id));
  const refuse = (action: string, scope: string): Reply =>
    refusal(403, failure('authorizationFailed', { ...person, action, scope }));
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

/** Denials as the actions that a role does not give. */
function deniedAt(denials: readonly Denial[], scope: string): string[] {
  return denials
    .filter((denial) => isInScope(denial.scope, scope))
    .flatMap(({ type, verbs }) => verbs.map((verb) => `${type ?? '*'}/${verb}`));
}
