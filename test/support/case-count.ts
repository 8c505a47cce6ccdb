/** Where the number of generated cases is set: `many`, or nothing for few. */
const variable = 'AML_SECURE_COMPUTE_CASES';

/**
 * How many cases a generative test tries: `few` for each change, `many` where the variable asks for them.
 * @throws {Error} where the variable holds anything else: a typing error would pass for many cases.
 */
export function caseCount(few: number, many: number): number {
  return wantsMany() ? many : few;
}

/**
 * The cases of a list that a generative test tries, from all over the list: `few`, or `many` where many are wanted
 * (default: all).
 * @throws {Error} as {@link caseCount} does
 */
export function someCases<T>(all: readonly T[], few: number, many = all.length): readonly T[] {
  const count = wantsMany() ? many : few;
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T);
}

function wantsMany(): boolean {
  const set = process.env[variable];
  if (set === undefined) return false;
  if (set === 'many') return true;
  throw new Error(`${variable} is '${set}'. Set it to 'many', or leave it out for few cases.`);
}
