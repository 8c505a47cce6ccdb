import type { FixPreview } from '../../contract/wizard/fix-preview';
import type { FixInPreview } from './state';

/** Returns the kind of a preview. A change that only denies other traffic isn't called a fix. */
export function changeKind({ kind, options }: Pick<FixInPreview, 'kind' | 'options'>): FixPreview['kind'] {
  return options.deniesOtherOutbound === true && kind === 'fix' ? 'close' : kind;
}
