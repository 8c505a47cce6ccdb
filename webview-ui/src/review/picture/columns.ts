import type { Picture, PictureFlow } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import type { RowGroup } from './picture-rows';
import type { TextMeasure } from './text-measure';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Sizes in the picture in pixels. */
export const sizes = {
  line: 23,
  /** Distance between the rows of two boxes of outbound access. */
  groupGap: 16,
  boxPadding: 6,
  edge: 10,
  subnet: 168,
  gate: 9,
  afterFrame: 14,
  beforeIcon: 42,
  icon: 16,
} as const;

/** Positions of the columns from left to right. All except widths and rooms are left edges. */
export interface Columns {
  readonly width: number;
  readonly gates: readonly { readonly x: number; readonly room: number }[];
  readonly frameEnd: number;
  readonly outboundAccess: { readonly x: number; readonly width: number };
  readonly icon: number;
  readonly reaches: { readonly x: number; readonly room: number };
}

const leastGate = 78;
const leastReach = 150;
/**
 * Minimum widths: before the first gate; of a gate that needs more, before the picture gets wider; and of a name with
 * its ports. Names that need more than `reach` wrap before a gate gets narrower. With a gate for the network interface,
 * the others get less.
 */
const legible = { beforeGate: 50, gate: 128, outboundAccess: 118 };
const legibleWithNic = { beforeGate: 40, gate: 108, outboundAccess: 96 };
const legibleReach = 250;
const most = { gate: 150, reach: 330, outboundAccess: 160 };

/** The drawing area: its width in pixels, the measure for its text, and the page's language. */
export interface Sheet {
  readonly width: number;
  readonly measure: TextMeasure;
  readonly say: PageSay;
}

/**
 * Divides `width` among the columns by the needs of their texts. The result is wider than `width` if the texts wouldn't
 * be legible.
 */
export function columnsOf(picture: Picture, groups: readonly RowGroup[], { width, measure }: Sheet): Columns {
  const { edge, subnet, gate, afterFrame, beforeIcon, icon } = sizes;
  const least = picture.gates.length > 2 ? legibleWithNic : legible;
  const { beforeGate } = least;
  const outboundAccess = outboundAccessNeed(picture, measure, least.outboundAccess);
  const fixed = edge + subnet + beforeGate + afterFrame + outboundAccess + beforeIcon + icon + 6;
  const needs = [
    ...picture.gates.map((_, place) => gateNeed(picture, place, measure)),
    Math.min(most.reach, Math.max(leastReach, ...groups.flatMap((group) => reachNeeds(group, measure)))),
  ];
  const leasts = needs.map((need, at) => Math.min(need, picture.gates[at] ? least.gate : legibleReach));
  const rooms = share(width - fixed - picture.gates.length * gate, needs, leasts);
  const gates: { x: number; room: number }[] = [];
  let x = edge + subnet + beforeGate;
  for (const room of rooms.slice(0, -1)) {
    gates.push({ x, room });
    x += gate + room;
  }
  const way = x + afterFrame;
  const iconAt = way + outboundAccess + beforeIcon;
  const reaches = { x: iconAt + icon + 6, room: rooms.at(-1) ?? leastReach };
  return {
    width: reaches.x + reaches.room,
    gates,
    frameEnd: x,
    outboundAccess: { x: way, width: outboundAccess },
    icon: iconAt,
    reaches,
  };
}

function outboundAccessNeed({ outboundBoxes }: Picture, measure: TextMeasure, least: number): number {
  const words = outboundBoxes.flatMap(({ title, lines }) => [
    measure.width(title, 'text'),
    ...lines.map((line) => measure.width(line, 'small')),
  ]);
  return Math.min(most.outboundAccess, Math.max(least, ...words.map((word) => word + 16)));
}

function gateNeed({ gates, flows }: Picture, place: number, measure: TextMeasure): number {
  const { title = '', lines = [] } = gates[place] ?? {};
  const labels = flows.flatMap((flow) =>
    labelsAt(flow, place).map((text) => measure.width(text, 'small') + 22),
  );
  const heading =
    Math.max(measure.width(title, 'head'), ...lines.map((line) => measure.width(line, 'small'))) + 2;
  return Math.min(most.gate, Math.max(leastGate, heading, ...labels));
}

/** Returns the labels after a gate, including the parts of a partly blocked flow. */
function labelsAt({ labels, parts, endsAt }: PictureFlow, place: number): readonly string[] {
  const own = labels[place] ?? '';
  if (parts === null || endsAt === null) return [own];
  if (place === endsAt) return [own, parts.allowed];
  return place === endsAt + 1 ? [own, parts.blocked] : [own];
}

function reachNeeds({ rows }: RowGroup, measure: TextMeasure): readonly number[] {
  return rows.map((row) =>
    row.is === 'merged'
      ? 0
      : measure.width(row.flow.name, 'text') + 8 + measure.width(row.flow.subject, 'small') + 4,
  );
}

/**
 * Distributes the room. Each receives what it needs. If there is less, each shrinks toward its minimum in proportion.
 * If there is more, the rest is divided equally.
 */
function share(room: number, needs: readonly number[], leasts: readonly number[]): readonly number[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const over = room - sum(needs);
  if (over >= 0) return needs.map((need) => Math.floor(need + over / needs.length));
  const growth = Math.max(0, Math.min(1, (room - sum(leasts)) / (sum(needs) - sum(leasts))));
  return needs.map((need, at) => {
    const least = leasts[at] ?? need;
    return Math.floor(least + (need - least) * growth);
  });
}
