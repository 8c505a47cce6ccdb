import type { Fix } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { ResourceChange } from '../../core/resource-change';
import type { TestedEdits } from '../../file-checks/edits/tested-edits';
import type { Say } from '../../messages/say';
import { changeLines } from '../../wording/change-text';
import { formatFixTitle } from '../../wording/fix-title';

/** The lines of one fix: its first change, and those that belong to it. */
export function fixText(say: Say, changes: readonly ResourceChange[]): readonly string[] {
  return changes
    .flatMap((one) => changeLines(say, one))
    .map((step, index) => say(index === 0 ? 'terminal.fix' : 'terminal.fix.and', { step }));
}

/**
 * The changes of one fix, each rule with the priority that it has beside the other fixes: by themselves, several would
 * have the same one.
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

/** The line of a fix that is tested on the files alone. */
export function writtenText(say: Say, written: TestedEdits | undefined): readonly string[] {
  return written ? [say('terminal.fix', { step: formatFixTitle(say, written) })] : [];
}
