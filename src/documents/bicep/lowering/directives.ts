import { directiveText } from '../../source/directive-text';
import type { DirectiveComment } from '../../template/template';
import type { SyntaxTree } from '../parser/parse';
import { bicepRange } from './lowering';

/** The comments that say something to this extension: `// aml-secure-compute: …`. */
export function directivesOf(tree: SyntaxTree): DirectiveComment[] {
  return tree.remarks.flatMap((remark) => {
    const text = directiveText(tree.text.slice(remark.start, remark.end));
    return text === undefined ? [] : [{ text, place: bicepRange(tree, remark) }];
  });
}
