import type { ClosingEdits } from '../file-checks/edits/deny-other-edits';
import type { FlowChange } from '../core/reach/compare';
import type { Say } from '../messages/say';
import { formatReason } from './reason-text';
import { requirementName } from './requirement-text';
import { formatPacket, formatParts } from './subject-text';

/** Texts that explain what denying other outbound traffic does, for the user's decision. */
export interface ClosingText {
  readonly title: string;
  /** Question whether to do it. */
  readonly heading: string;
  /** The flows that then have their own rule. */
  readonly written: string;
  /** Traffic that closes, each with a packet. */
  readonly closes: readonly string[];
  /** Further notes. */
  readonly notes: readonly string[];
}

export function formatClosing(say: Say, { fix, subnet, written, closes }: ClosingEdits): ClosingText {
  return {
    title: say('file.closing.title', { subnet, n: written.length }),
    heading: say('file.closing.heading', { subnet }),
    written: say('file.closing.written', {
      n: written.length,
      names: written.map((id) => requirementName(say, id)),
    }),
    closes: closes.map((one) => closedLine(say, one)),
    notes: fix.notes.map((one) => formatReason(say, one)),
  };
}

function closedLine(say: Say, { parts, packet }: FlowChange): string {
  return say('file.closing.closes', { parts: formatParts(say, parts), packet: formatPacket(say, packet) });
}
