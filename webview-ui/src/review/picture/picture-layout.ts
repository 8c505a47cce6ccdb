import type { Gate, Picture, OutboundAccessBox } from '@contract/wizard/review';
import { columnsOf, sizes, type Columns, type Sheet } from './columns';
import { drawLines, type Course, type Drawing } from './flow-lines';
import { labelsOf, type Label, type Room } from './gate-labels';
import { linesOf, type PictureRow, type RowGroup } from './picture-rows';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedRow {
  readonly row: PictureRow;
  /** Area of pointer events. */
  readonly rect: Rect;
  /** Vertical middle of the first line. */
  readonly y: number;
  readonly drawing: Drawing;
  readonly labels: readonly Label[];
}

export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: Columns;
  /** Frame around the content of the virtual network. */
  readonly frame: Rect;
  readonly subnet: Rect;
  readonly gates: readonly { readonly gate: Gate; readonly rect: Rect }[];
  readonly boxes: readonly { readonly box: OutboundAccessBox; readonly rect: Rect }[];
  readonly rows: readonly PlacedRow[];
}

/** Vertical positions of the columns' headings, under the network's line: a title, then the lines of a gate. */
export const headings = { title: 40, line: 15 } as const;
const subnetTop = 28;
/** Heights in the subnet's box for its name, the plan, and the bar of addresses. */
const subnetText = { head: 56, line: 17, capacity: 124, end: 12 };
const boxLine = 17;
const nothing: Drawing = { strokes: [], marks: [] };

/**
 * Computes all positions in a picture as wide as the sheet, or wider if it wouldn't be legible. It is independent of
 * the page.
 */
export function layoutPicture(picture: Picture, groups: readonly RowGroup[], sheet: Sheet): PictureLayout {
  const columns = columnsOf(picture, groups, sheet);
  const top = topOf(picture);
  const bands = bandsOf(groups, top);
  const boxes = bands.map(({ box, rect }) => ({
    box,
    rect: { ...rect, ...columns.outboundAccess },
  }));
  const lastRow = Math.max(top, ...bands.map(({ rect }) => rect.y + rect.height));
  const bottom = Math.max(lastRow, subnetTop + subnetHeight(picture));
  const placing: Placing = { columns, boxes, measure: sheet.measure };
  return {
    width: columns.width,
    height: bottom + sizes.edge + 1,
    columns,
    frame: { x: 0.5, y: 0.5, width: columns.frameEnd, height: bottom + sizes.edge - 1 },
    subnet: { x: sizes.edge, y: subnetTop, width: sizes.subnet, height: bottom - subnetTop },
    gates: picture.gates.map((gate, place) => ({
      gate,
      rect: { x: columns.gates[place]?.x ?? 0, y: top - 4, width: sizes.gate, height: lastRow - top + 8 },
    })),
    boxes,
    rows: bands.flatMap((band) => placeRows(band, placing)),
  };
}

/** Returns the top of the first row, under the headings. */
function topOf({ gates }: Picture): number {
  const lines = Math.max(1, ...gates.map((gate) => gate.lines.length));
  return headings.title + lines * headings.line + 11;
}

interface Band {
  readonly box: OutboundAccessBox;
  readonly rows: readonly PictureRow[];
  /** Vertical range that the box and its rows share. */
  readonly rect: { readonly y: number; readonly height: number };
}

/** Returns a band per outbound access from top to bottom, high enough for its rows and for the text of its box. */
function bandsOf(groups: readonly RowGroup[], top: number): readonly Band[] {
  let y = top;
  return groups.map(({ box, rows }) => {
    const lines = rows.reduce((sum, row) => sum + linesOf(row), 0);
    const words = (1 + box.lines.length) * boxLine;
    const height = Math.max(lines * sizes.line, words) + 2 * sizes.boxPadding;
    const band = { box, rows, rect: { y, height } };
    y += height + sizes.groupGap;
    return band;
  });
}

interface Placing extends Room {
  readonly boxes: PictureLayout['boxes'];
}

function placeRows({ rows, rect }: Band, placing: Placing): readonly PlacedRow[] {
  let y = rect.y + sizes.boxPadding;
  return rows.map((row) => {
    const height = linesOf(row) * sizes.line;
    const placed = placeRow(row, { y, height }, placing);
    y += height;
    return placed;
  });
}

function placeRow(
  row: PictureRow,
  { y, height }: { y: number; height: number },
  placing: Placing,
): PlacedRow {
  const { columns } = placing;
  const left = sizes.edge + sizes.subnet + 1;
  const middle = y + sizes.line / 2;
  const rect = { x: left, y, width: columns.width - left, height };
  const flow = row.is === 'flow' ? row.flow : row.isOpen ? undefined : row.flows[0];
  if (!flow) return { row, rect, y: middle, drawing: nothing, labels: [] };
  const course = courseOf(placing, middle, flow.replyTo);
  return {
    row,
    rect,
    y: middle,
    drawing: drawLines(flow, course),
    labels: row.is === 'flow' ? labelsOf(flow, course, placing) : [],
  };
}

function courseOf({ columns, boxes }: Placing, y: number, replyTo: string | null): Course {
  const wrong = boxes.find(({ box }) => box.id === replyTo)?.rect;
  return {
    y,
    y2: y + sizes.line,
    subnet: sizes.edge + sizes.subnet,
    gates: columns.gates.map(({ x }) => x + sizes.gate / 2),
    box: { left: columns.outboundAccess.x, right: columns.outboundAccess.x + columns.outboundAccess.width },
    service: columns.icon - 7,
    // Above the first row of the wrong box, where none of its own lines run.
    wrong: {
      lane: columns.outboundAccess.x - sizes.afterFrame / 2 - 3,
      y: (wrong?.y ?? y) + sizes.boxPadding,
    },
  };
}

function subnetHeight({ compute, capacity }: Picture): number {
  const { head, line, capacity: bar, end } = subnetText;
  return head + compute.length * line + (capacity === null ? 0 : bar) + end;
}
