import type { ResourceToDeclare } from '../../edits/new-resource';
import type { TextEdit } from '../../edits/text-edit';
import type { SourceRange } from '../../source/source-range';
import { parseBicep } from '../parser/parse';
import { renderBicep } from './render';
import { styleOf } from './style';

/**
 * Returns an edit that declares resources at the end of the file, in its own style. Empty if there is nothing to
 * declare.
 */
export function insertBicepResources(
  text: string,
  { file }: SourceRange,
  resources: readonly ResourceToDeclare[],
): readonly TextEdit[] {
  if (resources.length === 0) return [];
  const style = styleOf(parseBicep(text, file));
  const declared = resources.map(
    ({ symbol, type, apiVersion, body }) =>
      `resource ${symbol} '${type}@${apiVersion}' = ${renderBicep(body, { ...style, isInline: false, indent: '' })}`,
  );
  // The end of the file is unchanged, even without a final line break.
  const end = text.trimEnd().length;
  const { lineEnd } = style;
  return [{ file, start: end, end, text: declared.map((one) => `${lineEnd}${lineEnd}${one}`).join('') }];
}
