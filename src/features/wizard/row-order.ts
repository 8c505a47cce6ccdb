import type { OutcomeCell } from '../../contract/wizard/shared-schemas';
import type { ResourceId } from '../../core/network/model';
import type { WizardContext } from './context';
import { formatRowOutcome } from './row-outcomes';
import type { RowOutcome, WizardState } from './state';

interface RowAnswer {
  readonly id: string;
  readonly outcome: OutcomeCell;
}

/** Records rows that became visible, and returns their results as far as they're known. */
export function showRows({ store, ports }: WizardContext, ids: readonly ResourceId[]): readonly RowAnswer[] {
  const { seenRows } = store.get();
  store.set({ seenRows: new Set([...seenRows, ...ids]) });
  const { rows } = store.get();
  return store.atOnce(() =>
    ids.flatMap((id) => {
      const outcome = formatRowOutcome(ports.say, rows.outcome(id));
      return outcome ? [{ id, outcome }] : [];
    }),
  );
}

/**
 * Sorts lists when the user makes a choice or a list is read. When only results change, the order stays, so that rows
 * don't move while the user reads.
 */
export function keepRowsInOrder({ store }: WizardContext): void {
  let ordered = orderedBy(store.get());
  let isDue = false;
  store.onChange(() => {
    const state = store.get();
    const now = orderedBy(state);
    isDue ||= now.text !== ordered.text;
    if (!isDue) return;
    // After choosing a workspace, the page waits for the order. Otherwise, the list is shown with its order
    // immediately.
    const isAtOnce = now.workspace === ordered.workspace || now.listings !== ordered.listings;
    const outcomes = isAtOnce ? store.atOnce(() => expected(state)) : expected(state);
    if (!outcomes) return;
    ordered = now;
    isDue = false;
    store.set({ rowOrder: outcomes });
  });
}

/** Resolves once the checked rows have their results, or another workspace is chosen. */
export async function rowsChecked({ store }: WizardContext): Promise<void> {
  const { workspace } = store.get().choices;
  const isOpen = ({ tags, choices }: WizardState): boolean =>
    tags !== null && choices.workspace === workspace;
  while (isOpen(store.get()) && !expected(store.get())) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

interface OrderedBy {
  readonly text: string;
  readonly workspace: string | null;
  readonly listings: number;
}

/** Returns the values that the order of lists depends on. */
function orderedBy({ choices, listings, rows }: WizardState): OrderedBy {
  const { kind, publicIp, profile, serviceRegions, workspace } = choices;
  return {
    text: JSON.stringify([kind, publicIp, profile, serviceRegions, workspace, listings, rows.checked]),
    workspace,
    listings,
  };
}

/** Returns the results of all checked rows; undefined while some aren't computed. */
function expected({ rows }: WizardState): ReadonlyMap<ResourceId, RowOutcome> | undefined {
  const outcomes = rows.checked.map((id) => [id, rows.expected(id)] as const);
  const found = outcomes.flatMap(([id, outcome]) => (outcome ? [[id, outcome] as const] : []));
  return found.length < outcomes.length ? undefined : new Map(found);
}
