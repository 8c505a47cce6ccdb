import { failure } from './failure-texts';
import { refusal, type Reply } from './responses';

/** Who is signed in, as refusals name them. */
export interface Person {
  readonly client: string;
  readonly objectId: string;
}

export type Verb = 'read' | 'write' | 'delete' | 'action';

/** Something the signed-in person may not do at a scope and below it. */
export interface Denial {
  /** A resource, resource group or subscription id; also what lies below it. */
  readonly scope: string;
  readonly verbs: readonly Verb[];
  /** A resource type such as `Microsoft.Network/networkSecurityGroups`, to deny only that at the scope. */
  readonly type?: string;
}

export interface Access {
  deny(denial: Denial): void;
  /** Takes back every denial of exactly this scope. */
  allow(scope: string): void;
  may(verb: Verb, id: string, type?: string): boolean;
  /** The refusal that ARM words, where the person may not. */
  check(verb: Verb, id: string, type: string): Reply | undefined;
}

export function createAccess(person: Person, initial: readonly Denial[]): Access {
  let denials = [...initial];
  const may = (verb: Verb, id: string, type?: string): boolean =>
    !denials.some((denial) => denial.verbs.includes(verb) && covers(denial, id, type));
  return {
    deny: (denial) => void denials.push(denial),
    allow: (scope) => {
      denials = denials.filter((denial) => denial.scope.toLowerCase() !== scope.toLowerCase());
    },
    may,
    check: (verb, id, type) =>
      may(verb, id, type)
        ? undefined
        : refusal(403, failure('authorizationFailed', { ...person, action: `${type}/${verb}`, scope: id })),
  };
}

function covers(denial: Denial, id: string, type: string | undefined): boolean {
  if (denial.type && denial.type.toLowerCase() !== type?.toLowerCase()) return false;
  const scope = denial.scope.toLowerCase();
  return `${id.toLowerCase()}/`.startsWith(`${scope}/`);
}
