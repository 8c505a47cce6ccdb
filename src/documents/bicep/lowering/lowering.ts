import type { SourceRange } from '../../source/source-range';
import type { Spanned } from '../syntax/syntax';

/** The file that is being lowered. Every place refers to it. */
export interface BicepLowering {
  readonly file: string;
  readonly text: string;
}

export function bicepRange({ file }: BicepLowering, { start, end }: Spanned): SourceRange {
  return { file, start, end };
}
