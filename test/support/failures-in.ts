/** Cases by name. */
type Cases<T> = Readonly<Record<string, T>> | readonly (readonly [name: string, one: T])[];

/**
 * Checks every case and returns the failed ones, each with its name and error. One test covers all of them, and still
 * reports which case it was.
 */
export async function failuresIn<T>(
  cases: Cases<T>,
  check: (one: T, name: string) => unknown,
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const [name, one] of Array.isArray(cases) ? cases : Object.entries(cases)) {
    try {
      await check(one as T, name as string);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failures;
}
