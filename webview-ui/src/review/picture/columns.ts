import type { Picture } from '@contract/wizard/review';
import type { RowGroup } from './picture-rows';
import type { Ruler } from './ruler';

/** Sizes that the picture is built from, in pixels. */
export const sizes = {
  line: 23,
  /** Between the rows of two ways out. */
  groupGap: 16,
  boxPadding: 6,
  edge: 10,
  subnet: 168,
  beforeGate: 50,
  gate: 9,
  afterFrame: 14,
  wayOut: 118,
  beforeIcon: 42,
  icon: 16,
  text: 13,
  /** Bold letters of the text's size are as wide as these. */
  head: 14,
  small: 12,
} as const;

/** Places of the columns from left to right; all but widths are the left edge. */
export interface Columns {
  readonly width: number;
  readonly gates: readonly { readonly x: number; readonly room: number }[];
  readonly frameEnd: number;
  readonly wayOut: number;
  readonly icon: number;
  readonly reaches: { readonly x: number; readonly room: number };
}

const leastGate = 78;
/** A gate that needs more goes down to this before it is cut further. */
const legibleGate = 128;
const leastReach = 150;
const most = { gate: 150, reach: 330 };

/** What is drawn on: so many pixels wide, with letters as wide as the ruler says. */
export interface Sheet {
  readonly width: number;
  readonly ruler: Ruler;
}

/** Divides `width` among the columns by what their texts need; wider than `width` where they would not be legible. */
export function columnsOf(picture: Picture, groups: readonly RowGroup[], { width, ruler }: Sheet): Columns {
  const { edge, subnet, beforeGate, gate, afterFrame, wayOut, beforeIcon, icon } = sizes;
  const fixed = edge + subnet + beforeGate + afterFrame + wayOut + beforeIcon + icon + 6;
  const needs = [
    ...picture.gates.map((_, place) => gateNeed(picture, place, ruler)),
    Math.min(most.reach, Math.max(leastReach, ...groups.flatMap((group) => reachNeeds(group, ruler)))),
  ];
  const leasts = [...needs.slice(0, -1).map((need) => Math.min(need, legibleGate)), leastReach];
  const rooms = share(width - fixed - picture.gates.length * gate, needs, leasts);
  const gates: { x: number; room: number }[] = [];
  let x = edge + subnet + beforeGate;
  for (const room of rooms.slice(0, -1)) {
    gates.push({ x, room });
    x += gate + room;
  }
  const way = x + afterFrame;
  const iconAt = way + wayOut + beforeIcon;
  const reaches = { x: iconAt + icon + 6, room: rooms.at(-1) ?? leastReach };
  return { width: reaches.x + reaches.room, gates, frameEnd: x, wayOut: way, icon: iconAt, reaches };
}

function gateNeed({ gates, flows }: Picture, place: number, ruler: Ruler): number {
  const { title = '', detail = '' } = gates[place] ?? {};
  const labels = flows.map((flow) => ruler.width(flow.labels[place] ?? '', sizes.small) + 16);
  const heading = Math.max(ruler.width(title, sizes.head), ruler.width(detail, sizes.small)) + 2;
  return Math.min(most.gate, Math.max(leastGate, heading, ...labels));
}

function reachNeeds({ rows }: RowGroup, ruler: Ruler): readonly number[] {
  return rows.map((row) =>
    row.is === 'merged'
      ? 0
      : ruler.width(row.flow.name, sizes.text) + 8 + ruler.width(row.flow.subject, sizes.small) + 4,
  );
}

/** Gives each what it needs; where there is less, each goes down towards its least alike; what is over is shared out. */
function share(room: number, needs: readonly number[], leasts: readonly number[]): readonly number[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const over = room - sum(needs);
  if (over >= 0) return needs.map((need) => Math.floor(need + over / needs.length));
  const give = Math.max(0, Math.min(1, (room - sum(leasts)) / (sum(needs) - sum(leasts))));
  return needs.map((need, at) => {
    const least = leasts[at] ?? need;
    return Math.floor(least + (need - least) * give);
  });
}
