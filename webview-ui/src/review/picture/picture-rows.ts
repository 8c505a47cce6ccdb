import type { Picture, PictureFlow, OutboundAccessBox } from '@contract/wizard/review';

/** A row of the picture: a flow, or the allowed flows of an outbound access merged into a row. */
export type PictureRow =
  | { readonly is: 'flow'; readonly flow: PictureFlow }
  | {
      readonly is: 'merged';
      /** ID of its outbound access, which a click opens and closes. */
      readonly id: string;
      readonly isOpen: boolean;
      readonly flows: readonly PictureFlow[];
    };

/** Rows with the same outbound access. */
export interface RowGroup {
  readonly box: OutboundAccessBox;
  readonly rows: readonly PictureRow[];
}

/** With more flows than this, the allowed flows of an outbound access are merged into a row. */
const mergedOver = 14;

/**
 * Returns the rows by outbound access in the host's order. `open` has the outbound access whose merged flows are shown.
 */
export function pictureRows(
  { outboundBoxes, flows }: Picture,
  open: ReadonlySet<string>,
): readonly RowGroup[] {
  const isLong = flows.length > mergedOver;
  return outboundBoxes.map((box) => {
    const members = flows.filter((flow) => flow.outboundAccess === box.id);
    return { box, rows: isLong ? merge(members, box.id, open.has(box.id)) : members.map(asRow) };
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

/** True if a flow can be merged. Inbound flows, and flows allowed only by default, always have their own row. */
function isPlain(flow: PictureFlow): boolean {
  return flow.line === 'allowed' && !flow.inbound;
}

function asRow(flow: PictureFlow): PictureRow {
  return { is: 'flow', flow };
}
