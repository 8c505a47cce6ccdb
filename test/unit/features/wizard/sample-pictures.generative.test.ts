import { beforeAll, expect, test } from 'vitest';
import type { ReadinessRow } from '../../../../src/contract/wizard/readiness';
import type { Picture, PictureFlow, PictureLine } from '../../../../src/contract/wizard/review';
import { requirements } from '../../../../src/requirements/requirements';
import { byOutboundAccess } from '../../../../webview-ui/src/review/group-flows';
import { drawLines, type Course } from '../../../../webview-ui/src/review/picture/flow-lines';
import { pictureRows, type PictureRow } from '../../../../webview-ui/src/review/picture/picture-rows';
import { someCases } from '../../../support/case-count';
import { failuresIn } from '../../../support/failures-in';
import { everyPlan, rowsOf, seeAll, type Seen } from './sample-walk';

/** The review's picture and table match Readiness, in every subnet of the sample, for every plan. */
let seen: ReadonlyMap<string, Seen>;
const all = (): readonly (readonly [string, Seen])[] => [...seen];

beforeAll(async () => {
  seen = await seeAll(someCases(everyPlan(), 48));
}, 600_000);

const flowIds = new Set(
  requirements.filter(({ profiles }) => profiles.current?.what.is === 'flows').map(({ id }) => id),
);
/** Requirements that only a firewall with FQDN rules decides. For others they're notes. */
const nameIds = new Set(
  requirements.flatMap(({ id, profiles }) => {
    const what = profiles.current?.what;
    return what?.is === 'note' && what.byName ? [id] : [];
  }),
);
const flowRowsOf = (seen: Seen): readonly ReadinessRow[] =>
  rowsOf(seen.readiness).filter(
    (row) => flowIds.has(row.id) || (nameIds.has(row.id) && Object.hasOwn(lines, wordOf(row))),
  );
const wordOf = ({ word }: ReadinessRow): string => word.replace(/\s*:$/, '');
const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);

/** How each result of Readiness is drawn. */
const lines: Readonly<Record<string, readonly PictureLine[]>> = {
  Allowed: ['allowed', 'default'],
  'Allowed by default': ['default'],
  'Partly blocked': ['partly'],
  Blocked: ['blocked'],
  'No outbound access': ['blocked'],
  'Reply lost': ['reply-lost'],
  'Depends on an appliance': ['appliance'],
  'Depends on your on-premises network': ['appliance'],
  Unknown: ['unknown'],
};

/** The mark at the end of each line: never an arrow if the traffic doesn't arrive. */
const marks: Readonly<Record<PictureLine, readonly string[]>> = {
  allowed: ['arrow'],
  default: ['hollow'],
  partly: ['arrow', 'cross'],
  blocked: ['cross'],
  'reply-lost': ['arrow', 'cross'],
  appliance: ['arrow'],
  unknown: ['question'],
};

test('each flow of Readiness is in the picture and the table once, with the same result', async () => {
  expect(await failuresIn(all(), expectSameFlows)).toEqual([]);
});

test('each line is drawn as its result, and ends where Readiness states', async () => {
  expect(await failuresIn(all(), expectLines)).toEqual([]);
});

test('the page draws and lists every one, with each outbound access in its band', async () => {
  expect(await failuresIn(all(), expectPage)).toEqual([]);
});

function expectSameFlows(seen: Seen): void {
  const { readiness, review } = seen;
  const shownRows = flowRowsOf(seen).map((row) => ({ id: row.id, icon: row.icon, outcome: wordOf(row) }));
  const only = ({ id, icon, outcome }: { id: string; icon: string; outcome: string }) => ({
    id,
    icon,
    outcome,
  });
  expect(shownRows.length).toBeGreaterThan(10);
  expect(review.picture!.flows.map(only).sort(byId)).toEqual(shownRows.sort(byId));
  expect(review.flows.map(only).sort(byId)).toEqual(shownRows.sort(byId));
  expect(readiness.state).toBe('checked');
}

function expectLines(seen: Seen): void {
  const picture = seen.review.picture!;
  for (const row of flowRowsOf(seen)) {
    const flow = picture.flows.find(({ id }) => id === row.id)!;
    expect(lines[wordOf(row)], row.word).toContain(flow.line);
    // For hosts no rule is missing, so they don't count as relying on default rules.
    if (!nameIds.has(row.id)) expect(flow.line === 'default', row.id).toBe(row.counts === 'default');
    expectStop(row, flow, picture);
  }
}

function expectPage({ review: { picture, flows } }: Seen): void {
  const groups = pictureRows(picture!, new Set());
  const rows = groups.flatMap((group) => group.rows);
  const drawn = rows.flatMap((row) => (row.is === 'flow' ? [row.flow] : row.flows));
  expect(drawn.map(({ id }) => id).sort()).toEqual(picture!.flows.map(({ id }) => id).sort());
  for (const row of rows) expectDrawing(row, picture!);
  const listed = byOutboundAccess(flows).flatMap((group) => group.flows);
  expect(listed.map(({ id }) => id).sort()).toEqual(flows.map(({ id }) => id).sort());
}

function expectStop(row: ReadinessRow, flow: PictureFlow, { gates, outboundBoxes }: Picture): void {
  const rule = /\bby rule (\d+ \S+)/.exec(row.rest)?.[1];
  const route = /\bby route ([^,]+)/.exec(row.rest)?.[1];
  const last = gates.length - 1;
  if (wordOf(row) === 'No outbound access') expect(flow.endsAt).toBe(gates.length);
  if (!['blocked', 'partly'].includes(flow.line) || wordOf(row) === 'No outbound access') return;
  expect(flow.endsAt, row.id).not.toBeNull();
  if (rule !== undefined) expect(flow.labels[flow.endsAt ?? -1]).toContain(rule);
  if (route !== undefined) expect([flow.endsAt, flow.labels[last]]).toEqual([last, route]);
  expect(outboundBoxes.map(({ id }) => id)).toContain(flow.outboundAccess);
}

/** Merged rows contain only allowed flows, and are drawn so. */
function expectDrawing(row: PictureRow, { gates }: Picture): void {
  const flow = row.is === 'flow' ? row.flow : row.flows[0]!;
  if (row.is === 'merged') expect(row.flows.map((one) => one.line)).toEqual(row.flows.map(() => 'allowed'));
  const { marks: drawn } = drawLines(flow, courseOf(gates.length));
  expect(drawn.map((one) => one.is).sort()).toEqual([...marks[flow.line]].sort());
}

function courseOf(gates: number): Course {
  return {
    y: 11,
    y2: 34,
    subnet: 100,
    gates: Array.from({ length: gates }, (_, place) => 200 + 100 * place),
    box: { left: 600, right: 700 },
    service: 900,
    wrong: { lane: 580, y: 90 },
  };
}
