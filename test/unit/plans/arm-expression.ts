/**
 * Evaluates the few ARM expressions that a template without symbolic names needs, independently of the writers:
 * parameters, format, resourceId, extensionResourceId, subscription().subscriptionId.
 */
export interface ArmScope {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly subscription: string;
  readonly group: string;
}

/** `json` with every expression in it replaced by its value, and every doubled bracket by one. */
export function evaluated(json: unknown, scope: ArmScope): unknown {
  if (typeof json === 'string') return evaluatedText(json, scope);
  if (Array.isArray(json)) return json.map((one) => evaluated(one, scope));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [evaluatedText(name, scope), evaluated(value, scope)]),
  );
}

function evaluatedText(text: string, scope: ArmScope): unknown {
  if (!text.startsWith('[') || !text.endsWith(']')) return text;
  if (text.startsWith('[[')) return text.slice(1);
  const reader = { text: text.slice(1, -1), at: 0 };
  const value = expression(reader, scope);
  if (reader.at !== reader.text.length) {
    throw new Error(`left over in ${text}: ${reader.text.slice(reader.at)}`);
  }
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

function expression(reader: Reader, scope: ArmScope): unknown {
  const literal = take(reader, /'((?:[^']|'')*)'/y);
  if (literal) return literal[1]!.replaceAll("''", "'");
  const name = take(reader, /([A-Za-z]+)\(/y)?.[1];
  if (name === undefined) throw new Error(`no expression at ${reader.text.slice(reader.at)}`);
  const given: unknown[] = [];
  while (!take(reader, /\)/y)) {
    if (given.length > 0) expectText(reader, /, /y);
    given.push(expression(reader, scope));
  }
  const property = take(reader, /\.([A-Za-z]+)/y)?.[1];
  const value = call(name, given, scope);
  return property === undefined ? value : (value as Record<string, unknown>)[property];
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found) reader.at = pattern.lastIndex;
  return found;
}

function expectText(reader: Reader, pattern: RegExp): void {
  if (!take(reader, pattern)) {
    throw new Error(`expected ${pattern.source} at ${reader.text.slice(reader.at)}`);
  }
}

function call(name: string, given: readonly unknown[], scope: ArmScope): unknown {
  switch (name) {
    case 'parameters': {
      const wanted = String(given[0]);
      if (!Object.hasOwn(scope.parameters, wanted)) throw new Error(`no parameter ${wanted}`);
      return scope.parameters[wanted];
    }
    case 'subscription':
      return { subscriptionId: scope.subscription };
    case 'format':
      return formatted(given.map(String));
    case 'extensionResourceId':
      return `${String(given[0])}/providers/${typedPath(given.slice(1).map(String))}`;
    case 'resourceId':
      return resourceId(given.map(String), scope);
    default:
      throw new Error(`function ${name} is not known here`);
  }
}

function formatted([pattern = '', ...values]: readonly string[]): string {
  return pattern.replace(/\{\{|\}\}|\{(\d+)\}/g, (whole, place?: string) =>
    place === undefined ? whole.charAt(0) : values[Number(place)]!,
  );
}

/** `resourceId([subscription], [group], type, names…)`: the type is the first argument that contains a slash. */
function resourceId(given: readonly string[], scope: ArmScope): string {
  const at = given.findIndex((one) => /^[A-Z][A-Za-z]+\.[A-Za-z.]+\//.test(one));
  const [group = scope.group, subscription = scope.subscription] = given.slice(0, at).reverse();
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/${typedPath(given.slice(at))}`;
}

function typedPath([type = '', ...names]: readonly string[]): string {
  const [provider = '', ...kinds] = type.split('/');
  if (kinds.length !== names.length) throw new Error(`${type} wants ${kinds.length} names`);
  return [provider, ...kinds.flatMap((kind, index) => [kind, names[index]!])].join('/');
}
