/** Tests inputs by number, prints those that fail and a last line `N passed, N failed`, and ends the program. */
export function tryInputs(title: string, wrongWith: (number: number) => string | undefined): never {
  const [inputs = '0', first = '0'] = process.argv.slice(2);
  let failed = 0;
  for (let number = Number(first); number < Number(first) + Number(inputs); number += 1) {
    const wrong = wrongWith(number);
    if (wrong === undefined) continue;
    failed += 1;
    console.log(`✗ input ${number}: ${wrong}`);
  }
  console.log(`${title}\n${Number(inputs) - failed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

const mostMilliseconds = 2000;

/** Returns what is wrong with reading an input: an exception, the returned error, or a time of more than 2 s. */
export function wrongWithReading(read: () => string | undefined): string | undefined {
  const started = performance.now();
  try {
    const wrong = read();
    if (wrong !== undefined) return wrong;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const took = performance.now() - started;
  return took > mostMilliseconds ? `took ${Math.round(took)} ms` : undefined;
}
