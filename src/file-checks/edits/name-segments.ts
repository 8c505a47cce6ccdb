import type { Expression } from '../../documents/template/expression';

/**
 * Returns the two segments of a child's name as arguments: from `'vnet/snet'`, `concat(vnet, '/', snet)`, `concat(vnet,
 * '/snet')`, and `format('{0}/{1}', vnet, snet)`. Undefined for other forms.
 */
export function nameSegments(name: Expression, write: Write): readonly string[] | undefined {
  if (name.is === 'literal') return quoted(String(name.value).split('/'));
  if (name.is !== 'call' || name.of !== null || name.arguments.length > 3) return undefined;
  return joining[name.name.toLowerCase()]?.(name.arguments, write);
}

type Write = (part: Expression) => string;
type Joining = (parts: readonly Expression[], write: Write) => readonly string[] | undefined;

/** Functions that join two segments. */
const joining: Readonly<Partial<Record<string, Joining>>> = {
  concat([parent, slash, own], write) {
    if (!parent || !slash) return undefined;
    if (own) return isText(slash, '/') ? [write(parent), write(own)] : undefined;
    const name = slash.is === 'literal' ? /^\/([^/]+)$/.exec(String(slash.value))?.[1] : undefined;
    return name === undefined ? undefined : [write(parent), `'${name}'`];
  },
  format([pattern, parent, own], write) {
    return pattern && parent && own && isText(pattern, '{0}/{1}') ? [write(parent), write(own)] : undefined;
  },
};

function isText(expression: Expression, text: string): boolean {
  return expression.is === 'literal' && expression.value === text;
}

function quoted(segments: readonly string[]): readonly string[] | undefined {
  return segments.length === 2 ? segments.map((one) => `'${one}'`) : undefined;
}
