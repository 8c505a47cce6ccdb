import type { AzureFailure } from '../../../azure/failure';
import type { ListedResources, SubscriptionSummary } from '../../../azure/ports';
import type { Say } from '../../../messages/say';
import { readValue, type CachedRead, type Read } from '../../../azure-store/queries';
import { problemLine, unreadLine } from './lines';
import type { EmptyBecause, TreeNode } from './node';
import type { Roots } from './tree';
import type { TreeContext } from './tree-context';
import { markdownText } from '../../../plans/request/markdown-text';
import { signInAction, formatSignIn } from '../../../wording/sign-in-text';

/** Maximum number of parallel list requests, so that Azure doesn't throttle. */
const atOnce = 4;

/**
 * Reads the lists that Resource Graph can't replace, according to a query for each tenant. If it returned nothing, reads
 * all lists. The list of a subscription without rows is read when its node is expanded, because only the list itself
 * shows whether it's unreadable.
 */
async function readUnlisted<T>(
  { reads }: Pick<TreeContext, 'reads'>,
  ids: readonly string[],
  lists: SubscriptionLists<T>,
): Promise<void> {
  const listing = readValue(await reads.listing.get()) ?? new Map<string, ListedResources>();
  const isEmpty = (id: string): boolean => listing.get(id.toLowerCase())?.[lists.of].length === 0;
  const some = ids.filter((id) => !isEmpty(id));
  const unlisted = (some.length > 0 ? some : ids).filter((id) => !lists.isListed(id));
  await readAll(unlisted.map((id) => lists.list(id)));
}

/** Reads the lists of all subscriptions, a few at a time. Each completed read notifies the listeners. */
async function readAll(cells: readonly CachedRead<unknown>[]): Promise<void> {
  const waiting = cells.filter((one) => one.peek() === undefined);
  const next = async (): Promise<void> => {
    for (let cell = waiting.shift(); cell; cell = waiting.shift()) await cell.get();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

export interface SubscriptionLists<T> {
  readonly list: (subscriptionId: string) => CachedRead<readonly T[]> | CachedRead<T>;
  readonly of: keyof ListedResources;
  /** True if the nodes below a subscription can be built from the list of Resource Graph. */
  readonly isListed: (subscriptionId: string) => boolean;
  /** True to read lists of several subscriptions that aren't listed before one is expanded. */
  readonly eager: boolean;
  readonly line: (
    subscription: SubscriptionSummary,
    read: Read<unknown> | undefined,
    shown: { readonly isOnly: boolean; readonly count: number | undefined },
  ) => TreeNode;
  /** Why the tree is empty although every list was read; empty if it has nodes. */
  readonly emptyOf: (ids: readonly string[]) => EmptyBecause;
}

/** Returns the subscriptions of the account. A single subscription is read immediately and expanded. */
export async function subscriptionRoots<T>(
  context: Pick<TreeContext, 'say' | 'reads' | 'tree'>,
  lists: SubscriptionLists<T>,
): Promise<Roots> {
  const { say, reads } = context;
  const connection = await reads.connection.get();
  if (connection.is === 'problem') return insteadOf(say, connection.failure);
  const read = await reads.subscriptions.get();
  if (read.is === 'problem') return insteadOf(say, read.failure);
  const all = [...read.value].sort((a, b) => a.name.localeCompare(b.name));
  if (all.length === 0) return nothing('noSubscription');
  return rootsOf(context, all, lists);
}

/**
 * Returns the content that replaces the tree: a welcome view if the user has to sign in or change the account,
 * otherwise an error.
 */
function insteadOf(say: Say, failure: AzureFailure): Roots {
  if (hasNoAccount(failure)) return nothing('signedOut');
  if (failure.code === 'forbidden') return nothing('noPermission');
  if (failure.code === 'signedOut') return { empty: '', ...signInNeeded(say, failure) };
  return { empty: '', message: '', nodes: [problemLine(say, 'root', failure)] };
}

async function rootsOf<T>(
  context: Pick<TreeContext, 'say' | 'reads' | 'tree'>,
  all: readonly SubscriptionSummary[],
  lists: SubscriptionLists<T>,
): Promise<Roots> {
  const ids = all.map((one) => one.id);
  const isOnly = ids.length === 1;
  const cells = ids.map((id) => lists.list(id));
  if (isOnly) await readUnlisted(context, ids, lists);
  else if (lists.eager) void readUnlisted(context, ids, lists);
  else void context.reads.listing.get();
  const answers = cells.map((one) => one.peek());
  const failed = answers.filter((one) => one?.is === 'problem');
  const areAllRead = answers.every((one) => one !== undefined);
  if (areAllRead && failed.length === ids.length && failed.every(isForbidden)) return nothing('noPermission');
  const areAllGood = answers.every((one) => readValue<unknown>(one) !== undefined);
  const empty = areAllGood ? lists.emptyOf(ids) : '';
  if (empty !== '') return nothing(empty);
  const nodes = all.map((one, index) =>
    lists.line(one, answers[index], { isOnly, count: context.reads.listed(one.id)?.[lists.of].length }),
  );
  const above = failureRoots(context, answers);
  return { empty: '', message: above.message, nodes: [...above.nodes, ...nodes] };
}

/**
 * Returns the nodes above the subscriptions: that the sign-in ended, or how many couldn't be read. A single
 * subscription shows its own error.
 */
function failureRoots(
  context: Pick<TreeContext, 'say' | 'tree'>,
  answers: readonly (Read<unknown> | undefined)[],
): Pick<Roots, 'message' | 'nodes'> {
  const failures = answers.flatMap((one) => (one?.is === 'problem' ? [one.failure] : []));
  const ended = failures.find((one) => one.code === 'signedOut');
  if (ended) return signInNeeded(context.say, ended);
  const areSeveral = failures.length > 0 && answers.length > 1;
  return {
    message: '',
    nodes: areSeveral ? [unreadLine(context, { n: failures.length, m: answers.length })] : [],
  };
}

function isForbidden(read: Read<unknown> | undefined): boolean {
  return read?.is === 'problem' && read.failure.code === 'forbidden';
}

function nothing(empty: EmptyBecause): Roots {
  return { empty, message: '', nodes: [] };
}

/** Checks whether the user hasn't signed in yet, which has its own welcome view. */
function hasNoAccount({ code, details }: AzureFailure): boolean {
  const { status, signIn } = details;
  return code === 'signedOut' && status === undefined && (signIn ?? 'none') === 'none';
}

/** Returns why a sign-in isn't sufficient, and a node with the action to take. */
function signInNeeded(say: Say, failure: AzureFailure): Pick<Roots, 'message' | 'nodes'> {
  const { id, label } = signInAction(say, failure);
  const line = {
    id: 'sign-in',
    target: { is: 'sign-in', action: id },
    label,
    description: '',
    icon: 'signIn',
    tooltip: markdownText(label),
    spoken: label,
    expand: 'leaf',
    can: [],
  } as const;
  return { message: formatSignIn(say, failure), nodes: [line] };
}
