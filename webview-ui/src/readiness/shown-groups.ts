import type { Readiness, ReadinessCause, ReadinessGroup, ReadinessRow } from '@contract/wizard/readiness';
import type { PageSay } from '@messages/page-say';
import type { GroupedBy } from './readiness-memory';

/** A group of the tree: of requirements, or the flows of a cause. */
export interface ShownGroup extends ReadinessGroup {
  /** The component that decides its rows; null for other groups. */
  readonly cause: ReadinessCause | null;
  /** Whether it is listed among causes and has their style: its icon before its title. */
  readonly amongCauses: boolean;
  /** Nested groups. */
  readonly within: readonly ShownGroup[];
}

/** A cause with more flows shows some of them and folds the others into a line. */
const mostFlows = 8;
const shownOfMany = 6;

/**
 * Returns Readiness's groups by cause, including those that were just fixed, or by requirement. The preview of a change
 * is always by requirement.
 */
export function shownGroups(
  view: Readiness,
  by: GroupedBy,
  { say, fixed }: { readonly say: PageSay; readonly fixed: Readiness['fixed'] },
): readonly ShownGroup[] {
  return isByCause(view, by) ? byCause(view, fixed, say) : view.groups.map(plainGroup);
}

/** Returns the group of flows to confirm with the network team; null if it's empty. */
export function shownNotes(view: Readiness, by: GroupedBy): ShownGroup | null {
  const { notes } = view;
  return notes && (isByCause(view, by) ? amongCauses(notes) : plainGroup(notes));
}

function isByCause({ state }: Readiness, by: GroupedBy): boolean {
  return by === 'cause' && state === 'checked';
}

function byCause(view: Readiness, fixed: Readiness['fixed'], say: PageSay): readonly ShownGroup[] {
  const { causes, passed, others } = view;
  const rows = new Map(view.groups.flatMap((group) => group.rows.map((row) => [row.id, row] as const)));
  const rowsOf = (ids: readonly string[]): ReadinessRow[] =>
    ids.flatMap((id) => {
      const row = rows.get(id);
      return row ? [{ ...row, fold: null }] : [];
    });
  const inCauses = causes.map((cause, index) => causeGroup(cause, { rowsOf, isOpen: index === 0, say }));
  const within = (passed?.groups ?? []).map(({ ids, ...list }) =>
    plainGroup({ ...list, icon: null, open: false, rows: rowsOf(ids), folds: [] }),
  );
  return [
    ...fixed.map((one) => closed({ ...one, icon: 'pass' }, rowsOf(one.ids))),
    ...inCauses,
    ...(passed ? [{ ...closed({ ...passed, id: 'passed', icon: 'pass' }, []), within }] : []),
    ...(others ? [closed({ ...others, icon: 'info' }, rowsOf(others.ids))] : []),
    // Results that are the same for every subnet, and requirements that don't apply.
    ...view.groups.filter(({ id }) => apart.includes(id)).map(amongCauses),
  ];
}

const apart = ['good-to-know', 'not-needed'];

interface CauseContent {
  readonly rowsOf: (ids: readonly string[]) => ReadinessRow[];
  readonly isOpen: boolean;
  readonly say: PageSay;
}

function causeGroup(cause: ReadinessCause, { rowsOf, isOpen, say }: CauseContent): ShownGroup {
  const { key: id, title, icon } = cause;
  const rows = rowsOf(cause.flows.map((flow) => flow.id));
  const folded = rows.length > mostFlows ? rows.slice(shownOfMany) : [];
  const text = say('readiness.moreFlows', { n: folded.length });
  return {
    id,
    title,
    summary: '',
    icon,
    open: isOpen,
    rows: rows.map((row) => (folded.includes(row) ? { ...row, fold: 'more' } : row)),
    folds: folded[0] ? [{ id: 'more', icon: folded[0].icon, text }] : [],
    cause,
    amongCauses: true,
    within: [],
  };
}

function closed(
  { id, title, summary, icon }: Pick<ReadinessGroup, 'id' | 'title' | 'summary' | 'icon'>,
  rows: ReadinessRow[],
): ShownGroup {
  return {
    id,
    title,
    summary,
    icon,
    open: false,
    rows,
    folds: [],
    cause: null,
    amongCauses: true,
    within: [],
  };
}

/** Returns a group in the style of causes. */
function amongCauses(group: ReadinessGroup): ShownGroup {
  return { ...plainGroup(group), amongCauses: true };
}

/** Returns a group of requirements. */
export function plainGroup(group: ReadinessGroup): ShownGroup {
  return { ...group, cause: null, amongCauses: false, within: [] };
}

/** Returns all rows of groups, including nested groups. */
export function rowsIn(groups: readonly ShownGroup[]): readonly ReadinessRow[] {
  return groups.flatMap((group) => [...group.rows, ...rowsIn(group.within)]);
}
