import type { Place } from '../../source/place';
import type { Spanned } from '../syntax/syntax';

/** The file that is being lowered, which every place names. */
export interface Lowering {
  readonly file: string;
  readonly text: string;
}

export function placeOf({ file }: Lowering, { start, end }: Spanned): Place {
  return { file, start, end };
}
