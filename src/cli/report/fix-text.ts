import type { Fix } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { ResourceChange } from '../../core/resource-change';
import type { TestedEdits } from '../../file-checks/edits/fix-attempt';
import type { Say } from '../../messages/say';
import { changeLines } from '../../wording/change-text';
import { formatFixTitle } from '../../wording/fix-title';

/** Returns the lines of one fix: its first change, and those that belong to it. */
export function fixText(say: Say, changes: readonly ResourceChange[]): readonly string[] {
  return changes
    .flatMap((one) => changeLines(say, one))
    .map((step, index) => say(index === 0 ? 'terminal.fix' : 'terminal.fix.and', { step }));
}

/**
 * Returns the changes of one fix, with the priorities that its rules have in combination with the other fixes.
 * Separately, several rules would have the same priority.
 */
export function asTogether({ changes }: Fix, all: Fix | null): readonly ResourceChange[] {
  const isSame = (one: ResourceChange, other: ResourceChange): boolean =>
    one.type === 'rule' &&
    other.type === 'rule' &&
    one.after !== null &&
    one.after.name === other.after?.name &&
    sameId(one.id, other.id);
  return changes.map((one) => all?.changes.find((other) => isSame(one, other)) ?? one);
}

/** Returns the line of a fix that is only tested on the files. */
export function writtenText(say: Say, written: TestedEdits | undefined): readonly string[] {
  return written ? [say('terminal.fix', { step: formatFixTitle(say, written) })] : [];
}
