import type { PictureFlow } from '@contract/wizard/review';
import type { Room } from './gate-labels';
import type { PictureRow } from './picture-rows';

/** Returns the lines of a service's name. Its ports are next to the last one. */
export function nameLines({ name, subject }: PictureFlow, { columns, measure }: Room): readonly string[] {
  return measure.wrap(name, 'text', columns.reaches.room - measure.width(subject, 'small') - 8);
}

/**
 * Returns the number of lines in a row: those of its name. A flow that passes in part, or loses its reply, has at least
 * two.
 */
export function linesOf(row: PictureRow, room: Room): number {
  if (row.is === 'merged') return 1;
  const { flow } = row;
  return Math.max(nameLines(flow, room).length, ['partly', 'reply-lost'].includes(flow.line) ? 2 : 1);
}
