import type { Capacity } from '@contract/wizard/plan';
import type { Picture } from '@contract/wizard/review';
import type { PageSay } from '@messages/page-say';
import { capacityParts, type CapacityKind, type CapacityPart } from '../../sections/capacity-parts';
import { sizes, type Rect, type Sheet } from './columns';
import {
  heading,
  linesOfTexts,
  placeLines,
  plain,
  quiet,
  small,
  type PlacedLine,
  type TextLine,
} from './text-lines';

/** The texts in the subnet's box. */
interface SubnetTexts {
  /** The subnet's name and addresses. */
  readonly subnet: readonly TextLine[];
  readonly compute: readonly TextLine[];
  readonly capacity: CapacityTexts | null;
}

interface CapacityTexts {
  readonly total: readonly TextLine[];
  readonly parts: readonly { readonly part: CapacityPart; readonly lines: readonly TextLine[] }[];
}

/** The subnet with the planned compute resource in it, and its addresses as a bar. */
export interface PlacedSubnet {
  readonly rect: Rect;
  readonly lines: readonly PlacedLine[];
  readonly bar: Rect | null;
  /** Parts of the bar. `y` is the baseline of the first line next to its key. */
  readonly parts: readonly { readonly part: CapacityPart; readonly y: number }[];
}

const padding = 10;
/** Width of the key of a part of the bar, with the gap after it. */
const key = 16;
const lineHeight = 17;
const room = sizes.subnet - 2 * padding;
/** Distances down to the first baseline of a text or to the bar, and from the last baseline to the next. */
const down = { subnet: 20, compute: 29, afterCompute: 7, total: 39, bar: 8, parts: 26, end: 12 };

export function subnetTexts({ subnet, compute, capacity }: Picture, sheet: Sheet): SubnetTexts {
  const [name = '', ...more] = compute;
  return {
    subnet: linesOfTexts([heading(subnet.name), quiet(subnet.detail)], room, sheet.measure),
    compute: linesOfTexts([plain(name), ...more.map(quiet)], room, sheet.measure),
    capacity: capacity && capacityTexts(capacity, sheet),
  };
}

function capacityTexts(capacity: Capacity, { measure, say }: Sheet): CapacityTexts {
  return {
    total: linesOfTexts([small(say('page.capacity.total', { n: capacity.total }))], room, measure),
    parts: capacityParts(capacity).map((part) => ({
      part,
      lines: linesOfTexts([quiet(partText(part, say))], room - key, measure),
    })),
  };
}

/** Returns the height that the texts need. */
export function subnetHeight({ subnet, compute, capacity }: SubnetTexts): number {
  const last = down.subnet + after(subnet) + down.compute + after(compute);
  return last + down.afterCompute + (capacity === null ? down.end : capacityHeight(capacity));
}

function capacityHeight({ total, parts }: CapacityTexts): number {
  const lines = parts.flatMap((one) => one.lines);
  return down.total + after(total) + down.bar + down.parts + after(lines) + down.end;
}

/** Returns the distance from the first to the last line. */
function after(lines: readonly TextLine[]): number {
  return Math.max(0, lines.length - 1) * lineHeight;
}

/** Places the texts in the box: the plan at its top, and the addresses at its end. */
export function placeSubnet({ subnet, compute, capacity }: SubnetTexts, rect: Rect): PlacedSubnet {
  const x = rect.x + padding;
  const first = rect.y + down.subnet;
  const second = first + after(subnet) + down.compute;
  const lines = [
    ...placeLines(subnet, { x, y: first }, lineHeight),
    ...placeLines(compute, { x, y: second }, lineHeight),
  ];
  if (capacity === null) return { rect, lines, bar: null, parts: [] };
  const total = rect.y + rect.height - capacityHeight(capacity) + down.total;
  const bar = { x, y: total + after(capacity.total) + down.bar, width: room, height: 10 };
  let y = bar.y + down.parts;
  const parts = capacity.parts.map(({ part, lines: texts }) => {
    const placed = { part, y, lines: placeLines(texts, { x: x + key, y }, lineHeight) };
    y += texts.length * lineHeight;
    return placed;
  });
  return {
    rect,
    lines: [
      ...lines,
      ...placeLines(capacity.total, { x, y: total }, lineHeight),
      ...parts.flatMap((one) => one.lines),
    ],
    bar,
    parts,
  };
}

const partWords: Readonly<Record<Exclude<CapacityKind, 'unreadable'>, Parameters<PageSay>[0]>> = {
  inUse: 'page.capacity.inUse',
  reserved: 'page.capacity.reserved',
  plan: 'page.capacity.plan',
  short: 'page.capacity.plan',
  left: 'page.capacity.left',
};

function partText({ kind, n }: CapacityPart, say: PageSay): string {
  return kind === 'unreadable' ? say('page.capacity.unreadable') : say(partWords[kind], { n });
}
