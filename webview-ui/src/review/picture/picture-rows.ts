import type { Picture, PictureFlow, OutboundAccessBox } from '@contract/wizard/review';

/** A row of the picture: a flow, or the allowed ones of outbound access behind one line. */
export type PictureRow =
  | { readonly is: 'flow'; readonly flow: PictureFlow }
  | {
      readonly is: 'merged';
      /** Its outbound access's id: what a click opens and closes. */
      readonly id: string;
      readonly isOpen: boolean;
      readonly flows: readonly PictureFlow[];
    };

/** Rows that leave the same way. */
export interface RowGroup {
  readonly way: OutboundAccessBox;
  readonly rows: readonly PictureRow[];
}

/** More flows than this, and the allowed ones of outbound access become one row. */
const mergedOver = 14;

/** The rows by outbound access, in the host's order; `open` holds the ways whose merged flows are shown. */
export function pictureRows({ waysOut, flows }: Picture, open: ReadonlySet<string>): readonly RowGroup[] {
  const isLong = flows.length > mergedOver;
  return waysOut.map((way) => {
    const members = flows.filter((flow) => flow.outboundAccess === way.id);
    return { way, rows: isLong ? merge(members, way.id, open.has(way.id)) : members.map(asRow) };
  });
}

function merge(flows: readonly PictureFlow[], id: string, isOpen: boolean): readonly PictureRow[] {
  const merged = flows.filter(isPlain);
  if (merged.length < 2) return flows.map(asRow);
  return flows.flatMap((flow): readonly PictureRow[] => {
    if (!isPlain(flow)) return [asRow(flow)];
    if (flow !== merged[0]) return [];
    return [{ is: 'merged', id, isOpen, flows: merged }, ...(isOpen ? merged.map(asRow) : [])];
  });
}

/** What comes in, or passes only by default, is always worth a row of its own. */
function isPlain(flow: PictureFlow): boolean {
  return flow.line === 'allowed' && !flow.inbound;
}

function asRow(flow: PictureFlow): PictureRow {
  return { is: 'flow', flow };
}

/** Lines that a row takes: what passes in part, or loses its reply, is drawn as two. */
export function linesOf(row: PictureRow): 1 | 2 {
  return row.is === 'flow' && ['partly', 'reply-lost'].includes(row.flow.line) ? 2 : 1;
}
