import type { EntryChange } from '../checks/fixes/entry-changes';
import { sameId } from '../core/network/find';
import {
  associationsOf,
  createdParts,
  entryName,
  isEntryChange,
  isBilled,
  type ResourceChange,
} from '../core/resource-change';
import { permissionsOf } from '../core/fix-permissions';
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

/**
 * Returns the title of the part of a fix that costs or removes something, without rules and routes that it adds. The
 * same part can be needed for many flows.
 */
export function formatApartTitle(say: Say, { fix, affects }: Pick<Titled, 'fix' | 'affects'>): string {
  const changes = fix.changes.filter((one) => !isEntryChange(one) || permissionsOf([one]).length > 0);
  return formatFixTitle(say, { fix: { ...fix, changes }, entries: [], affects });
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
  if (more.length === 0) return title;
  const key = hidesBilled({ fix, entries }) ? 'file.title.moreBilled' : 'file.title.more';
  return say(key, { title, n: more.length });
}

/** True if Azure bills a change of a fix, and it isn't the first one, which its title names. */
function hidesBilled({ fix: { changes }, entries }: Pick<Titled, 'fix' | 'entries'>): boolean {
  const billed = changes.filter(isBilled);
  const first = entries.length > 0 ? undefined : tellingChanges(changes)[0];
  const isNamed = billed.some(
    (one) => one === first || (first && associationsOf(first).some(({ id }) => sameId(id, one.id))),
  );
  return billed.length > 0 && !isNamed;
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
  const telling = [...entries.map((one) => entryTitle(say, one)), ...titles(tellingChanges(rest))];
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

/**
 * Returns the changes that a title names. The association of a new resource with a subnet implies the resource, and a
 * new NAT gateway implies its address.
 */
function tellingChanges(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  const hasNewGateway = createdParts(changes).some(({ type }) => type === 'natGateway');
  return changes.filter((change) => {
    const isAddress = associationsOf(change).some(
      (one) => one.type === 'publicIpAddress' && one.isAssociated,
    );
    const [created] = createdParts([change]);
    const isImplied = created !== undefined && (hasNewGateway || created.type !== 'publicIpAddress');
    return !isAddress && !isImplied;
  });
}
