import type { FixPreview } from '../../contract/wizard/fix-preview';
import type { FixInPreview } from './state';

/** A change that mends nothing is called no fix. */
export function changeKind({ kind, wishes }: Pick<FixInPreview, 'kind' | 'wishes'>): FixPreview['kind'] {
  return wishes.closesRest === true && kind === 'fix' ? 'close' : kind;
}
