import type { DirectiveComment } from '../../template/template';
import type { SyntaxTree } from '../parser/parse';
import { placeOf } from './lowering';

const directive = /^\/[/*]\s*aml-secure-compute\s*:\s*(.*?)\s*(?:\*\/)?$/s;

/** The comments that say something to this extension: `// aml-secure-compute: …`. */
export function directivesOf(tree: SyntaxTree): DirectiveComment[] {
  return tree.remarks.flatMap((remark) => {
    const text = directive.exec(tree.text.slice(remark.start, remark.end))?.[1];
    return text === undefined ? [] : [{ text, place: placeOf(tree, remark) }];
  });
}
