/** Where the number of generated cases is set: `many`, `all`, or nothing for few. */
const variable = 'AML_SECURE_COMPUTE_CASES';

/**
 * How many cases a generative test tries: `few` for each change, `many` where the variable asks for them, and `every`
 * where it asks for all (default: as for many).
 * @throws {Error} where the variable holds anything else: a typing error would pass for many cases.
 */
export function caseCount(few: number, many: number, every = many): number {
  return { few, many, all: every }[wanted()];
}

/**
 * The cases of a list that a generative test tries, from all over the list: `few`, `many` where many are wanted
 * (default: all), or all.
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
