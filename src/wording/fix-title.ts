import type { EntryChange } from '../checks/fixes/entry-changes';
import { sameId } from '../core/network/find';
import {
  associationsOf,
  createdParts,
  entryName,
  isEntryChange,
  type ResourceChange,
} from '../core/resource-change';
import { changeTitles } from './change-text';
import { formatReason } from './reason-text';
import type { TestedEdits } from '../file-checks/edits/fix-attempt';
import type { Say } from '../messages/say';

type Titled = Pick<TestedEdits, 'fix' | 'entries' | 'affects'>;

/**
 * Returns a fix as the title of a quick fix: what it changes, opens, or adds, and where. Other subnets whose traffic it
 * blocks come first.
 */
export function formatFixTitle(say: Say, fix: Titled): string {
  return withAffected(say, ownTitle(say, fix), fix);
}

/** Adds the other subnets whose traffic the fix changes to a title. */
function withAffected(say: Say, title: string, { affects }: Pick<Titled, 'affects'>): string {
  const names = (all: Titled['affects']): readonly string[] => all.map(({ name }) => name);
  const worse = affects.filter(({ isWorse }) => isWorse);
  if (worse.length > 0) return say('file.title.worse', { title, names: names(worse) });
  return affects.length > 0 ? say('file.title.also', { title, names: names(affects) }) : title;
}

function ownTitle(say: Say, { fix, entries }: Titled): string {
  if (fix.spelling !== undefined) return say('file.title.spelling', { right: fix.spelling });
  if (fix.title) return formatReason(say, fix.title);
  const [title = '', ...more] = titlesOf(say, { fix, entries });
  return more.length > 0 ? say('file.title.more', { title, n: more.length }) : title;
}

/** Returns everything that a fix changes, a line each. The first line names other subnets whose traffic it changes. */
export function formatFixChanges(say: Say, fix: Titled): readonly string[] {
  if (fix.fix.changes.length === 0) return [formatFixTitle(say, fix)];
  const [first = '', ...more] = titlesOf(say, fix);
  return [withAffected(say, first, fix), ...more];
}

function titlesOf(say: Say, { fix, entries }: Pick<TestedEdits, 'fix' | 'entries'>): readonly string[] {
  const rest = fix.changes.filter((one) => !entries.some((entry) => isOf(one, entry)));
  const titles = (all: readonly ResourceChange[]): readonly string[] =>
    all.flatMap((one) => changeTitles(say, one, rest));
  const telling = [...entries.map((one) => entryTitle(say, one)), ...titles(rest.filter(isTelling))];
  return telling.length > 0 ? telling : titles(rest.slice(0, 1));
}

function isOf(change: ResourceChange, { what, of, name }: EntryChange): boolean {
  if (!isEntryChange(change)) return false;
  return change.type === what && sameId(change.id, of) && sameId(entryName(change), name);
}

function entryTitle(say: Say, { name, members }: EntryChange): string {
  const parts = members.map(({ member, before, after }) => {
    const removed = before.filter((text) => !after.includes(text));
    const fresh = after.filter((text) => !before.includes(text));
    if (fresh.length === 0) return say('file.title.alone', { text: after, name });
    if (removed.length > 0) {
      return say('file.title.correct', { wrong: removed, right: fresh, name });
    }
    const key = member === 'destinationPorts' ? 'file.title.addPorts' : 'file.title.addAddresses';
    return say(key, { n: fresh.length, added: fresh, name });
  });
  return parts.join(', ');
}

/** False for new resources and for an address of a NAT gateway, which the association already implies. */
function isTelling(change: ResourceChange): boolean {
  const isAddress = associationsOf(change).some((one) => one.type === 'publicIpAddress' && one.isAssociated);
  return !isAddress && createdParts([change]).length === 0;
}
