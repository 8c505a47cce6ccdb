import type { BaselineEntry, BaselineOfRun } from '../../contract/baseline';
import type { FleetRow } from '../../contract/fleet-report';
import { groupBy } from '../../core/group-by';
import { entryKey, mergedEntries, stableText, type Baseline } from '../baseline';
import type { CheckedRow } from './fleet-job';

interface ComparedRows {
  readonly rows: readonly FleetRow[];
  readonly baseline: BaselineOfRun | undefined;
}

/**
 * Compares rows with a baseline, subnet by subnet.
 * @param isComplete whether a subnet that isn't in the rows is gone. If rows may be missing, nothing is reported as
 * gone.
 */
export function compareRows(
  all: readonly CheckedRow[],
  baseline: Baseline | undefined,
  isComplete: boolean,
): ComparedRows {
  if (!baseline) return { rows: all.map(({ row }) => ({ ...row, change: null })), baseline: undefined };
  const before = groupBy(mergedEntries(baseline.entries), ({ subnet }) => subnet);
  const compared = all.map((one) =>
    compareRow(one, before.get(stableText(one.row.id.toLowerCase())) ?? [], isComplete),
  );
  const seen = new Set(all.map(({ row }) => stableText(row.id.toLowerCase())));
  const ofRemovedSubnets = isComplete
    ? [...before].filter(([subnet]) => !seen.has(subnet)).flatMap(([, entries]) => entries)
    : [];
  return {
    rows: compared.map(({ row }) => row),
    baseline: {
      file: baseline.file,
      known: compared.flatMap((one) => one.known),
      gone: [...compared.flatMap((one) => one.gone), ...ofRemovedSubnets],
    },
  };
}

interface ComparedRow {
  readonly row: FleetRow;
  readonly known: readonly BaselineEntry[];
  readonly gone: readonly BaselineEntry[];
}

function compareRow(
  { row, entries, failing, unknown }: CheckedRow,
  before: readonly BaselineEntry[],
  isComplete: boolean,
): ComparedRow {
  const now = mergedEntries(entries);
  const added = withoutFlows(now, flowsByKey(before));
  // A flow that is unknown now may still be blocked.
  const gone = isComplete ? withoutFlows(before, flowsByKey(now), new Set(unknown)) : [];
  const newFlows = new Set(added.flatMap(({ flows }) => flows));
  const change =
    added.length === 0 ? (gone.length === 0 ? 'same' : 'gone') : gone.length === 0 ? 'new' : 'changed';
  return {
    row: { ...row, isFailing: row.isFailing && failing.some((id) => newFlows.has(id)), change },
    known: withFlows(before, flowsByKey(now)),
    gone,
  };
}

type FlowsByKey = ReadonlyMap<string, ReadonlySet<string>>;

function flowsByKey(all: readonly BaselineEntry[]): FlowsByKey {
  return new Map(all.map((one) => [entryKey(one), new Set(one.flows)]));
}

/** Returns entries with the flows that the others don't have. */
function withoutFlows(
  all: readonly BaselineEntry[],
  others: FlowsByKey,
  left: ReadonlySet<string> = new Set(),
): readonly BaselineEntry[] {
  return all.flatMap((one) => {
    const flows = one.flows.filter((id) => others.get(entryKey(one))?.has(id) !== true && !left.has(id));
    return flows.length > 0 ? [{ ...one, flows }] : [];
  });
}

/** Returns entries with the flows that the others have too. */
function withFlows(all: readonly BaselineEntry[], others: FlowsByKey): readonly BaselineEntry[] {
  return all.flatMap((one) => {
    const flows = one.flows.filter((id) => others.get(entryKey(one))?.has(id) === true);
    return flows.length > 0 ? [{ ...one, flows }] : [];
  });
}
