import type { TextEdit, Written } from '../../edits/text-edit';
import { parseBicep } from '../parser/parse';
import { render } from './render';
import { styleOf } from './style';

/** A declaration to add. */
export interface NewResource {
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly body: Written;
}

/** One edit that declares resources at the end of a file, in its own style; none where there is nothing to declare. */
export function insertBicepResource(
  text: string,
  file: string,
  resources: readonly NewResource[],
): readonly TextEdit[] {
  if (resources.length === 0) return [];
  const style = styleOf(parseBicep(text, file));
  const declared = resources.map(
    ({ symbol, type, apiVersion, body }) =>
      `resource ${symbol} '${type}@${apiVersion}' = ${render(body, { ...style, isInline: false, indent: '' })}`,
  );
  const end = text.trimEnd().length;
  const { lineEnd } = style;
  return [
    {
      file,
      start: end,
      end: text.length,
      text: declared.map((one) => `${lineEnd}${lineEnd}${one}`).join('') + lineEnd,
    },
  ];
}
