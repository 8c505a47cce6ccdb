/** Variable that sets the number of generated cases: `many`, `all`, or unset for few. */
const variable = 'AML_SECURE_COMPUTE_CASES';

/**
 * Returns how many cases a generative test runs: `few` for each change, `many` if the variable is `many`, and `every`
 * if it is `all` (default: as for many).
 * @throws {Error} if the variable has any other value: a typing error would pass for many cases.
 */
export function caseCount(few: number, many: number, every = many): number {
  return { few, many, all: every }[wanted()];
}

/**
 * Returns the cases of a list that a generative test runs, from all parts of the list: `few`, `many` if many are
 * requested (default: all), or all.
 * @throws {Error} as {@link caseCount} does
 */
export function someCases<T>(all: readonly T[], few: number, many = all.length): readonly T[] {
  const count = caseCount(few, many, all.length);
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T);
}

function wanted(): 'few' | 'many' | 'all' {
  const set = process.env[variable];
  if (set === undefined) return 'few';
  if (set === 'many' || set === 'all') return set;
  throw new Error(`${variable} is '${set}'. Set it to 'many' or 'all', or leave it out for few cases.`);
}
