import { platform } from '../../src/sandbox/sample/names';
import type { NetworkRow } from '../../src/contract/wizard/lists';
import { messagesIn } from '../support/messages-in';
import { arrange } from '../../webview-ui/src/list/arrange';
import { parseFilter } from '../../webview-ui/src/list/match';
import { rowsInView } from '../../webview-ui/src/list/window-of';
import { networkRows } from '../../webview-ui/src/sections/list-rows';
import { medianMilliseconds, type Bench } from '../support/bench';
import { collectGarbage } from '../support/collect-garbage';
import { openWizard, withReads, type OpenWizard } from '../unit/features/wizard/open-wizard';

/** The second subscription of the sample: 500 networks with 2,500 subnets, through the official clients. */
interface Opened {
  readonly w: OpenWizard;
  /** From Azure's last response to the page's first rows. */
  readonly firstRows: number;
}

let opening: Promise<Opened> | undefined;
const opened = (): Promise<Opened> => (opening ??= open());

async function open(): Promise<Opened> {
  let answeredAt = Number.NaN;
  const w = openWizard({
    sample: { large: true },
    connect: withReads((read) => ({
      networks: async (subscription, stop) => {
        const model = await read.networks(subscription, stop);
        answeredAt = performance.now();
        return model;
      },
    })),
  });
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  await w.until('networks', (p) => p.networks?.state.is === 'ready');
  await w.call.chooseSubscription({ id: platform.id });
  await w.until('rows', (p) => p.networks?.rows.length === 500);
  const firstRows = performance.now() - answeredAt;
  const workspace = w.page.plan?.workspace.workspaces.rows.find((one) => one.name === 'mlw-lz-shared');
  await w.call.chooseWorkspace({ id: workspace?.id ?? '' });
  return { w, firstRows };
}

const rowsOf = ({ page }: OpenWizard): readonly NetworkRow[] => page.networks?.rows ?? [];
/** As the page has them. */
const listOf = ({ page }: OpenWizard) => networkRows(page.networks ?? null, '', messagesIn('en'));
const heights = { row: 22, divider: 22, measured: new Map() };
const height = 12 * heights.row;

/** Returns the rows of one view, checked by the host and sent to the page. */
async function oneView(): Promise<number> {
  const { w } = await opened();
  const ids = rowsOf(w)
    .slice(100, 112)
    .map((one) => one.id);
  const start = performance.now();
  await w.call.checkRows({ ids });
  return performance.now() - start;
}

async function filter(): Promise<number> {
  const { w } = await opened();
  const rows = listOf(w);
  return medianMilliseconds(() => arrange(rows, parseFilter('lz-04 north'), { chosen: rows[0]?.id ?? null }));
}

/** Used memory after a full collection, in kB. */
function heldKilobytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024;
}

const stepsASecond = 10;
const tenMinutes = 600 * stepsASecond;

/**
 * Ten minutes of scrolling up and down the whole list, ten steps a second. Each step finds the visible rows, and
 * requests missing results. Returns the memory at the end, beyond what every row's result takes after the first pass
 * down.
 */
async function grownByScrolling(): Promise<number> {
  const { w } = await opened();
  const asked = new Set<string>();
  const longest = rowsOf(w).length * heights.row - height;
  const wayDown = Math.ceil(longest / (5 * heights.row));
  let before = 0;
  for (let step = 0; step < tenMinutes; step += 1) {
    const way = step % (2 * wayDown);
    const top = Math.min(longest, (way < wayDown ? way : 2 * wayDown - way) * 5 * heights.row);
    await scrollTo(w, top, asked);
    if (step === 2 * wayDown) {
      w.received.length = 0;
      before = heldKilobytes();
    }
    // The test's own record of messages doesn't count as the product's memory.
    w.received.length = 0;
  }
  return Math.max(0, heldKilobytes() - before);
}

async function scrollTo(w: OpenWizard, top: number, asked: Set<string>): Promise<void> {
  const items = arrange(listOf(w), parseFilter(''), { chosen: null }).items;
  const ids = rowsInView(items, heights, { top, height })
    .map((row) => row.id)
    .filter((id) => !asked.has(id));
  for (const id of ids) asked.add(id);
  if (ids.length > 0) await w.call.checkRows({ ids });
}

export const benches: readonly Bench[] = [
  {
    what: '500 networks, 2,500 subnets: first rows after Azure\u2019s answer',
    budget: 300,
    unit: 'ms',
    measure: async () => (await opened()).firstRows,
  },
  { what: '\u2026 filter by one more character', budget: 16, unit: 'ms', measure: filter },
  { what: '\u2026 results of the twelve networks in view', budget: Infinity, unit: 'ms', measure: oneView },
  {
    what: '\u2026 memory growth after ten minutes of scrolling',
    budget: 2048,
    unit: 'kB',
    measure: grownByScrolling,
  },
];
