import { decodeReadinessMemory, nothingOpened, type ReadinessMemory } from '../readiness/readiness-memory';
import { readinessWidths, clampReadinessWidth } from './layout';

/**
 * State that the page stores across hiding and reloading. The host has the plan and the open section; fetched data is
 * fetched again.
 */
export interface ViewState {
  readonly filter: string;
  /** Resource group that filters the lists; empty for all. */
  readonly group: string;
  readonly readinessWidth: number;
  /** Scroll position of the plan in pixels. */
  readonly scrolled: number;
  /** The view of flows that the user chose; null to decide by the page's width. */
  readonly flowsAs: FlowsAs | null;
  /** Open lines on Readiness. */
  readonly readiness: ReadinessMemory;
}

export type FlowsAs = 'picture' | 'table';

export const noView: ViewState = {
  filter: '',
  group: '',
  readinessWidth: readinessWidths.usual,
  scrolled: 0,
  flowsAs: null,
  readiness: nothingOpened,
};

/** Decodes the stored state, each part separately. Invalid parts, or parts of another version, are omitted. */
export function decodeView(raw: unknown): ViewState {
  if (typeof raw !== 'object' || raw === null) return noView;
  const kept = raw as Readonly<Record<keyof ViewState, unknown>>;
  return {
    filter: typeof kept.filter === 'string' ? kept.filter : noView.filter,
    group: typeof kept.group === 'string' ? kept.group : noView.group,
    readinessWidth: isNumber(kept.readinessWidth)
      ? clampReadinessWidth(kept.readinessWidth)
      : noView.readinessWidth,
    scrolled: isNumber(kept.scrolled) ? Math.max(0, kept.scrolled) : noView.scrolled,
    flowsAs: looks.find((one) => one === kept.flowsAs) ?? null,
    readiness: decodeReadinessMemory(kept.readiness),
  };
}

const looks = ['picture', 'table'] as const;

function isNumber(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isFinite(raw);
}
