import type { Gate, Picture, OutboundAccessBox } from '@contract/wizard/review';
import { columnsOf, sizes, type Columns, type Rect, type Sheet } from './columns';
import { drawLines, type Course, type Drawing } from './flow-lines';
import { labelsOf, type Label, type Room } from './gate-labels';
import type { PictureRow, RowGroup } from './picture-rows';
import { linesOf } from './row-lines';
import { placeSubnet, subnetHeight, subnetTexts, type PlacedSubnet } from './subnet-layout';
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
import type { TextMeasure } from './text-measure';

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
  /** The network's name and its addresses, next to each other if there is room. */
  readonly network: readonly PlacedLine[];
  readonly subnet: PlacedSubnet;
  /** Baseline of the columns' headings. */
  readonly headingY: number;
  readonly gates: readonly PlacedGate[];
  readonly boxes: readonly PlacedBox[];
  readonly rows: readonly PlacedRow[];
}

interface PlacedGate {
  readonly gate: Gate;
  readonly rect: Rect;
  /** Its heading: a title, and then its lines. */
  readonly lines: readonly PlacedLine[];
}

interface PlacedBox {
  readonly box: OutboundAccessBox;
  readonly rect: Rect;
  readonly lines: readonly PlacedLine[];
}

/** Distances down to the baselines of the network's name and of the columns' headings, and to the subnet's box. */
const down = { network: 18, headings: 40, subnet: 28 };
const headingLine = 15;
const boxLine = 17;
/** Pixels between the start of a gate's heading and its bar. */
const beforeBar = 32;
const nothing: Drawing = { strokes: [], marks: [] };

/**
 * Computes all positions in a picture as wide as the sheet, or wider if it wouldn't be legible. It is independent of
 * the page.
 */
export function layoutPicture(picture: Picture, groups: readonly RowGroup[], sheet: Sheet): PictureLayout {
  const { measure } = sheet;
  const columns = columnsOf(picture, groups, sheet);
  const network = placeNetwork(picture, columns, measure);
  const moved = Math.max(0, network.length - 1) * headingLine;
  const headingY = down.headings + moved;
  const headings = picture.gates.map((gate, place) =>
    gateLines(gate, columns.gates[place]?.room ?? 0, measure),
  );
  const top = headingY + Math.max(1, ...headings.map((lines) => lines.length - 1)) * headingLine + 11;
  const bands = bandsOf(groups, { top, columns, measure });
  const boxes = bands.map(({ box, rect, lines }) =>
    placeBox(box, { ...rect, ...columns.outboundAccess }, lines),
  );
  const lastRow = Math.max(top, ...bands.map(({ rect }) => rect.y + rect.height));
  const subnet = subnetTexts(picture, sheet);
  const subnetTop = down.subnet + moved;
  const bottom = Math.max(lastRow, subnetTop + subnetHeight(subnet));
  const placing: Placing = { columns, boxes, measure };
  return {
    width: columns.width,
    height: bottom + sizes.edge + 1,
    columns,
    frame: { x: 0.5, y: 0.5, width: columns.frameEnd, height: bottom + sizes.edge - 1 },
    network,
    subnet: placeSubnet(subnet, {
      x: sizes.edge,
      y: subnetTop,
      width: sizes.subnet,
      height: bottom - subnetTop,
    }),
    headingY,
    gates: picture.gates.map((gate, place) => {
      const x = columns.gates[place]?.x ?? 0;
      return {
        gate,
        rect: { x, y: top - 4, width: sizes.gate, height: lastRow - top + 8 },
        lines: placeLines(headings[place] ?? [], { x: x - beforeBar, y: headingY }, headingLine),
      };
    }),
    boxes,
    rows: bands.flatMap((band) => placeRows(band, placing)),
  };
}

function placeNetwork(
  { network: { name, detail } }: Picture,
  { frameEnd }: Columns,
  measure: TextMeasure,
): readonly PlacedLine[] {
  const room = frameEnd - 2 * sizes.edge;
  const place = (texts: readonly TextLine[]): readonly PlacedLine[] =>
    placeLines(texts, { x: sizes.edge, y: down.network }, headingLine);
  const names = linesOfTexts([small(name)], room, measure);
  if (names.length === 1 && measure.width(`${name} ${detail}`, 'small') <= room) {
    return place(names).map((line) => ({ ...line, after: detail }));
  }
  return place([...names, ...linesOfTexts([quiet(detail)], room, measure)]);
}

/** Returns the heading of a gate, which ends before the next heading. */
function gateLines({ title, lines }: Gate, room: number, measure: TextMeasure): readonly TextLine[] {
  return linesOfTexts([heading(title), ...lines.map(quiet)], room + sizes.gate - 10, measure);
}

interface Band {
  readonly box: OutboundAccessBox;
  readonly rows: readonly PictureRow[];
  /** Texts of the box. */
  readonly lines: readonly TextLine[];
  /** Vertical range that the box and its rows share. */
  readonly rect: { readonly y: number; readonly height: number };
}

/** Returns a band per outbound access from top to bottom, high enough for its rows and for the text of its box. */
function bandsOf(groups: readonly RowGroup[], around: Room & { readonly top: number }): readonly Band[] {
  const { top, columns, measure } = around;
  let y = top;
  return groups.map(({ box, rows }) => {
    const lines = linesOfTexts(
      [plain(box.title), ...box.lines.map(quiet)],
      columns.outboundAccess.width - 16,
      measure,
    );
    const rowLines = rows.reduce((sum, row) => sum + linesOf(row, around), 0);
    const height = Math.max(rowLines * sizes.line, lines.length * boxLine) + 2 * sizes.boxPadding;
    const band = { box, rows, lines, rect: { y, height } };
    y += height + sizes.groupGap;
    return band;
  });
}

/** Places the text of a box in the middle of its height. */
function placeBox(box: OutboundAccessBox, rect: Rect, lines: readonly TextLine[]): PlacedBox {
  const first = rect.y + (rect.height - (lines.length - 1) * boxLine) / 2 + 4.5;
  return { box, rect, lines: placeLines(lines, { x: rect.x + 10, y: first }, boxLine) };
}

interface Placing extends Room {
  readonly boxes: PictureLayout['boxes'];
}

function placeRows({ rows, rect }: Band, placing: Placing): readonly PlacedRow[] {
  let y = rect.y + sizes.boxPadding;
  return rows.map((row) => {
    const height = linesOf(row, placing) * sizes.line;
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
