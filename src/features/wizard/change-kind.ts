import type { FixPreview } from '../../contract/wizard/fix-preview';
import type { FixInPreview } from './state';

/** A change that mends nothing is called no fix. */
export function changeKind({ kind, options }: Pick<FixInPreview, 'kind' | 'options'>): FixPreview['kind'] {
  return options.closesRest === true && kind === 'fix' ? 'close' : kind;
}
