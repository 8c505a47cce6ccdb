import type { SourceRange } from '../source/source-range';
import type { DirectiveComment, SyntaxFault } from '../template/template';

/** The place of every node in the text. */
interface Placed {
  readonly place: SourceRange;
}

export type HclOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** A part of a template: a text, or an interpolation. */
export type TemplatePart =
  | (Placed & { readonly is: 'text'; readonly value: string })
  | (Placed & { readonly is: 'insert'; readonly value: HclExpression })
  | (Placed & {
      readonly is: 'template-if';
      readonly condition: HclExpression;
      readonly then: readonly TemplatePart[];
      readonly otherwise: readonly TemplatePart[];
    })
  | (Placed & {
      readonly is: 'template-for';
      readonly variables: ForVariables;
      readonly over: HclExpression;
      readonly body: readonly TemplatePart[];
    });

/** `k, v` of `for k, v in …`. `key` is null if the loop doesn't name it. */
export interface ForVariables {
  readonly key: string | null;
  readonly value: string;
}

export interface ObjectItem extends Placed {
  /** A literal text if the key is a plain name. */
  readonly key: HclExpression;
  readonly value: HclExpression;
}

/** A step after a splat that applies to each item: `.name`, or `[index]` for `[*]`. */
export type SplatStep =
  { readonly is: 'member'; readonly name: string } | { readonly is: 'index'; readonly index: HclExpression };

export type HclExpression =
  | (Placed & { readonly is: 'literal'; readonly value: string | number | boolean | null })
  /** A string or heredoc with interpolations or directives, in which each part becomes text. */
  | (Placed & { readonly is: 'template'; readonly parts: readonly TemplatePart[] })
  /** `"${x}"`, which is `x` itself and not its text; and `(x)`. */
  | (Placed & { readonly is: 'wrapped'; readonly of: HclExpression })
  | (Placed & { readonly is: 'tuple'; readonly items: readonly HclExpression[] })
  | (Placed & { readonly is: 'object'; readonly items: readonly ObjectItem[] })
  | (Placed & {
      readonly is: 'for';
      readonly variables: ForVariables;
      readonly over: HclExpression;
      /** Null if the expression creates a tuple. */
      readonly key: HclExpression | null;
      readonly value: HclExpression;
      /** `...`: groups the values with the same key in a tuple. */
      readonly isGrouped: boolean;
      readonly condition: HclExpression | null;
    })
  | (Placed & { readonly is: 'name'; readonly name: string })
  | (Placed & { readonly is: 'member'; readonly of: HclExpression; readonly name: string })
  | (Placed & { readonly is: 'index'; readonly of: HclExpression; readonly index: HclExpression })
  | (Placed & { readonly is: 'splat'; readonly of: HclExpression; readonly steps: readonly SplatStep[] })
  | (Placed & {
      readonly is: 'call';
      readonly name: string;
      readonly arguments: readonly HclExpression[];
      /** `…...)`: the last argument is a list of arguments. */
      readonly isExpanded: boolean;
    })
  | (Placed & { readonly is: 'unary'; readonly operator: '-' | '!'; readonly operand: HclExpression })
  | (Placed & {
      readonly is: 'binary';
      readonly operator: HclOperator;
      readonly left: HclExpression;
      readonly right: HclExpression;
    })
  | (Placed & {
      readonly is: 'choice';
      readonly condition: HclExpression;
      readonly then: HclExpression;
      readonly otherwise: HclExpression;
    })
  /** A part that can't be parsed. It's unknown, and doesn't affect other parts. */
  | (Placed & { readonly is: 'broken' });

export interface HclAttribute extends Placed {
  readonly name: string;
  readonly namePlace: SourceRange;
  readonly value: HclExpression;
}

export interface HclLabel extends Placed {
  readonly text: string;
}

/** The content of a file, or between the braces of a block. */
export interface HclBody extends Placed {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
  /** True if a part can't be parsed, so that the body may declare more than is listed. */
  readonly isBroken: boolean;
}

export interface HclBlock extends Placed {
  readonly type: string;
  readonly typePlace: SourceRange;
  readonly labels: readonly HclLabel[];
  readonly body: HclBody;
}

/** The syntax of a file in HCL or its JSON form. */
export interface HclFile {
  readonly file: string;
  readonly body: HclBody;
  readonly directives: readonly DirectiveComment[];
  /** Sorted by their position in the text. */
  readonly faults: readonly SyntaxFault[];
}

/** Finds the attribute `name` of a body, or returns undefined if there is none. */
export function attributeOf(body: HclBody, name: string): HclAttribute | undefined {
  return body.attributes.find((one) => one.name === name);
}
