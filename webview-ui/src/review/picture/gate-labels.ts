import type { PictureFlow } from '@contract/wizard/review';
import { sizes, type Columns } from './columns';
import type { TextMeasure } from './text-measure';

/** Text on a line. */
export interface Label {
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly text: string;
  /** The whole text, if `text` is cut. */
  readonly full: string;
}

export interface Room {
  readonly columns: Columns;
  readonly measure: TextMeasure;
}

type Lines = Readonly<Record<'y' | 'y2', number>>;
const fromGate = 6;
/** Distance from a gate to the text after a cross, which extends equally to both sides. */
const fromCross = 10;

/** Returns the labels after each gate: the rule, then the route, and the ports if only a part passes. */
export function labelsOf(flow: PictureFlow, { y, y2 }: Lines, room: Room): readonly Label[] {
  const { endsAt, labels, parts, line } = flow;
  const write = (place: number, text: string, on: { y: number; isStop: boolean }): readonly Label[] =>
    label(room, { place, text, ...on });
  if (parts !== null && endsAt !== null) {
    return [
      ...labels.flatMap((text, place) =>
        write(place, place === endsAt ? parts.allowed : text, { y, isStop: false }),
      ),
      ...stopLabels(labels, endsAt, parts.blocked).flatMap((text, place) =>
        write(place, text, { y: y2, isStop: place === endsAt }),
      ),
    ];
  }
  return labels.flatMap((text, place) => {
    // The rule allows the flow inbound. The route, at the last gate, shows where its reply goes.
    const isReply = line === 'reply-lost' && place === labels.length - 1;
    return write(place, text, { y: isReply ? y2 : y, isStop: place === endsAt });
  });
}

/**
 * Returns the labels where a part ends: the rule, and its ports in the free room after the next gate, if there is one.
 */
function stopLabels(labels: readonly string[], endsAt: number, ports: string): readonly string[] {
  const rule = labels[endsAt] ?? '';
  return labels.map((_, place) => {
    if (place === endsAt) return place + 1 < labels.length ? rule : [rule, ports].filter(Boolean).join(' · ');
    return place === endsAt + 1 ? ports : '';
  });
}

interface LabelToPlace {
  readonly place: number;
  readonly text: string;
  readonly y: number;
  readonly isStop: boolean;
}

function label({ columns, measure }: Room, { place, text, y, isStop }: LabelToPlace): readonly Label[] {
  const gate = columns.gates[place];
  if (!gate || text === '') return [];
  const gap = isStop ? fromCross : fromGate;
  const shown = measure.fit(text, 'small', gate.room - gap - 6);
  return [{ x: gate.x + sizes.gate + gap, y, text: shown, full: text }];
}
