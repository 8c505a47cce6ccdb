import { decodeReadinessMemory, nothingOpened, type ReadinessMemory } from '../readiness/readiness-memory';
import { readinessWidths, clampReadinessWidth } from './layout';

/** What the page keeps of itself over hiding and reloading. The plan and the open section are the host's; fetched data is fetched again. */
export interface ViewState {
  readonly filter: string;
  /** Resource group that the lists are narrowed to; empty for all. */
  readonly group: string;
  readonly boardWidth: number;
  /** How far the plan is scrolled, in pixels. */
  readonly scrolled: number;
  /** What the person chose to see the flows as; null leaves it to the page's width. */
  readonly flowsAs: FlowsAs | null;
  /** What is opened on Readiness. */
  readonly board: ReadinessMemory;
}

export type FlowsAs = 'picture' | 'table';

export const noView: ViewState = {
  filter: '',
  group: '',
  boardWidth: readinessWidths.usual,
  scrolled: 0,
  flowsAs: null,
  board: nothingOpened,
};

/** Reads what was kept, each part by itself: what is not ours, or of another version, is left out. */
export function decodeView(raw: unknown): ViewState {
  if (typeof raw !== 'object' || raw === null) return noView;
  const kept = raw as Readonly<Record<keyof ViewState, unknown>>;
  return {
    filter: typeof kept.filter === 'string' ? kept.filter : noView.filter,
    group: typeof kept.group === 'string' ? kept.group : noView.group,
    boardWidth: isNumber(kept.boardWidth) ? clampReadinessWidth(kept.boardWidth) : noView.boardWidth,
    scrolled: isNumber(kept.scrolled) ? Math.max(0, kept.scrolled) : noView.scrolled,
    flowsAs: looks.find((one) => one === kept.flowsAs) ?? null,
    board: decodeReadinessMemory(kept.board),
  };
}

const looks = ['picture', 'table'] as const;

function isNumber(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isFinite(raw);
}
