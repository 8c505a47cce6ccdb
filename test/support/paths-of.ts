interface TextAt {
  readonly path: string;
  readonly text: string;
}

/** Returns every text in a value, with the members that lead to it. */
export function pathsOf(value: unknown, path = ''): readonly TextAt[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => pathsOf(one, `${path}.${name}`));
}
