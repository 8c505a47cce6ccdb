import { plainStringText } from '../lowering/strings';
import type { MemberSyntax, ObjectSyntax } from '../syntax/syntax';

/** Finds a member of an object literal by name, ignoring case as Azure does. */
export function bicepMember(object: ObjectSyntax, name: string): MemberSyntax | undefined {
  return object.entries.find(
    (entry): entry is MemberSyntax =>
      'is' in entry && entry.is === 'member' && nameOf(entry)?.toLowerCase() === name.toLowerCase(),
  );
}

function nameOf({ key }: MemberSyntax): string | undefined {
  return key.is === 'name' ? key.token.text : plainStringText(key);
}
