import type { Expression, Member, Spread } from '../../src/documents/template/expression';
import type { Loop } from '../../src/documents/template/expression';

/** Writes an expression with brackets around everything, so that a test shows how it was parsed. */
export function written(expression: Expression | Member | Spread | string): string {
  if (typeof expression === 'string') return JSON.stringify(expression);
  switch (expression.is) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'member':
      return `${written(expression.key)}: ${written(expression.value)}`;
    case 'spread':
      return `...${written(expression.of)}`;
    case 'interpolation':
      return `<${expression.parts.map(written).join(' ')}>`;
    case 'object':
      return `{${expression.members.map(written).join(', ')}}`;
    case 'array':
      return `[${expression.items.map(written).join(', ')}]`;
    default:
      return computed(expression);
  }
}

type Computed = Exclude<
  Expression,
  { is: 'literal' } | { is: 'interpolation' } | { is: 'object' } | { is: 'array' }
>;

function computed(expression: Computed): string {
  switch (expression.is) {
    case 'for':
      return `[for ${head(expression.loop)}: ${written(expression.body)}]`;
    case 'name':
      return expression.name;
    case 'call': {
      const of = expression.of === null ? '' : `${written(expression.of)}.`;
      return `${of}${expression.name}(${expression.arguments.map(written).join(', ')})`;
    }
    case 'unary':
      return `(${expression.operator}${written(expression.operand)})`;
    case 'binary':
      return `(${written(expression.left)} ${expression.operator} ${written(expression.right)})`;
    case 'choice':
      return `(${written(expression.condition)} ? ${written(expression.then)} : ${written(expression.otherwise)})`;
    case 'lambda':
      return `(${expression.parameters.join(', ')} => ${written(expression.body)})`;
    case 'broken':
      return '#';
    default:
      return access(expression);
  }
}

function access(expression: Extract<Computed, { is: 'property' | 'item' | 'nested' | 'not-null' }>): string {
  const of = written(expression.of);
  switch (expression.is) {
    case 'property':
      return `${of}.${expression.safe ? '?' : ''}${expression.name}`;
    case 'item':
      return `${of}[${expression.safe ? '?' : ''}${expression.fromEnd ? '^' : ''}${written(expression.index)}]`;
    case 'nested':
      return `${of}::${expression.name}`;
    case 'not-null':
      return `${of}!`;
  }
}

/** `item, index in over if filter`. */
export function head({ item, index, over, filter }: Loop): string {
  const names = index === null ? item : `${item}, ${index}`;
  return `${names} in ${written(over)}${filter === null ? '' : ` if ${written(filter)}`}`;
}
