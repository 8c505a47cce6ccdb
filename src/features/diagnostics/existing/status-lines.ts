import { nameOf } from '../../../core/network/find';
import { neededIds, needsNothing } from '../../../file-checks/existing/needed-resources';
import type { Say } from '../../../messages/say';
import { formatDate, formatTime } from '../../../wording/dates';
import type { AnalyzedFile } from '../file-analyzer';
import { existingCommands } from './commands';
import type { ExistingResources } from './existing-resources';
import type { CommandLink } from '../preview/preview-command';
import { formatList } from '../../../messages/format-list';

/** Whether existing resources are read from Azure. */
type Permission = ReturnType<ExistingResources['permission']>;

/** Describes the state of existing resources that a file refers to. */
export function existingLines(say: Say, { check }: AnalyzedFile, permission: Permission): readonly string[] {
  const { azure, facts, subjects } = check;
  const tags =
    permission === 'requested' && subjects.length > 0
      ? [say('file.existing.status.tags', { date: formatDate(say, facts.tags.date) })]
      : [];
  if (needsNothing(check.needed)) return tags;
  const ids = neededIds(check.needed);
  const listed = (some: readonly string[]): string => formatList(say, [...new Set(some.map(nameOf))]);
  if (permission !== 'requested' || !azure) {
    return [say('file.existing.status.offered', { names: listed(ids) })];
  }
  const read = ids.filter((id) => !azure.unread.has(id.toLowerCase()));
  const unread = ids.filter((id) => azure.unread.has(id.toLowerCase()));
  return [
    ...(read.length > 0
      ? [say('file.existing.status.read', { names: listed(read), time: formatTime(say, azure.readAt) })]
      : []),
    ...(unread.length > 0 ? [say('file.existing.status.offered', { names: listed(unread) })] : []),
    ...tags,
  ];
}

/** Returns the links of their actions; empty if reading isn't allowed. */
export function existingLinks(
  say: Say,
  { root, check }: AnalyzedFile,
  permission: Permission,
): readonly CommandLink[] {
  if (permission === 'restricted' || permission === 'off' || needsNothing(check.needed)) return [];
  const link = (title: string, command: string): CommandLink => ({
    title,
    command,
    href: `command:${command}?${encodeURIComponent(JSON.stringify([root]))}`,
  });
  if (permission === 'not-requested') return [link(say('file.existing.read'), existingCommands.read)];
  return [
    link(say('file.existing.refresh'), existingCommands.read),
    link(say('file.existing.chooseScope'), existingCommands.chooseScope),
    link(say('file.existing.stop'), existingCommands.stop),
  ];
}
