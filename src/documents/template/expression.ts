import type { SourceRange } from '../source/source-range';

export type UnaryOperator = '!' | '-';
export type BinaryOperator =
  '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '=~' | '!~' | '<' | '<=' | '>' | '>=' | '&&' | '||' | '??';

/** A member of an object. The key is a literal text, or a computed expression. */
export interface Member {
  readonly is: 'member';
  readonly key: Expression;
  readonly value: Expression;
  /** From the key to the end of the value. */
  readonly place: SourceRange;
}

/** `...other` in an object or array. */
export interface Spread {
  readonly is: 'spread';
  readonly of: Expression;
  readonly place: SourceRange;
}

/** `[for (item, index) in over: body]`, or an equivalent `copy` of ARM JSON. */
export interface Loop {
  readonly item: string;
  /** Null if the loop doesn't name it. */
  readonly index: string | null;
  readonly over: Expression;
  /** `if (…)` after the colon: only items for which it holds. */
  readonly filter: Expression | null;
}

/** An expression of Bicep or of an ARM template. Both languages are lowered to this form. */
export type Expression =
  | { readonly is: 'literal'; readonly value: string | number | boolean | null; readonly place: SourceRange }
  /** `'a${b}c'`: alternating texts and expressions. */
  | {
      readonly is: 'interpolation';
      readonly parts: readonly (string | Expression)[];
      readonly place: SourceRange;
    }
  | { readonly is: 'object'; readonly members: readonly (Member | Spread)[]; readonly place: SourceRange }
  | { readonly is: 'array'; readonly items: readonly (Expression | Spread)[]; readonly place: SourceRange }
  | { readonly is: 'for'; readonly loop: Loop; readonly body: Expression; readonly place: SourceRange }
  /** A parameter, variable, resource, module, import, namespace, or local name in Bicep. */
  | { readonly is: 'name'; readonly name: string; readonly place: SourceRange }
  /** `of.name`; `safe` for `.?`. */
  | {
      readonly is: 'property';
      readonly of: Expression;
      readonly name: string;
      readonly safe: boolean;
      readonly place: SourceRange;
    }
  /** `of[index]`; `safe` for `[?`, `fromEnd` for `[^`. */
  | {
      readonly is: 'item';
      readonly of: Expression;
      readonly index: Expression;
      readonly safe: boolean;
      readonly fromEnd: boolean;
      readonly place: SourceRange;
    }
  /** `of::name`: a nested resource. */
  | { readonly is: 'nested'; readonly of: Expression; readonly name: string; readonly place: SourceRange }
  /**
   * `name(…)` or `of.name(…)`. Names are as written. ARM's `parameters`, `variables`, `copyIndex`, `reference`, and
   * `lambdaVariables` are calls too, and user-defined functions in ARM are `namespace.name`.
   */
  | {
      readonly is: 'call';
      readonly name: string;
      readonly of: Expression | null;
      readonly arguments: readonly Expression[];
      readonly place: SourceRange;
    }
  | {
      readonly is: 'unary';
      readonly operator: UnaryOperator;
      readonly operand: Expression;
      readonly place: SourceRange;
    }
  | {
      readonly is: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly place: SourceRange;
    }
  | {
      readonly is: 'choice';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
      readonly place: SourceRange;
    }
  /** `of!` */
  | { readonly is: 'not-null'; readonly of: Expression; readonly place: SourceRange }
  | {
      readonly is: 'lambda';
      readonly parameters: readonly string[];
      readonly body: Expression;
      readonly place: SourceRange;
    }
  /** A part that can't be parsed as an expression. It's unknown, and doesn't affect other parts. */
  | { readonly is: 'broken'; readonly place: SourceRange };
