/** Number of characters from the start of a line that are in its hash. */
const block = 100;
const factor = 37n;
const bits = 64;
const endOfFile = 65_535;
const firstFactor = BigInt.asIntN(bits, factor ** BigInt(block));
const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32];

/**
 * Computes the fingerprint of each line like GitHub does for code scanning (`primaryLocationLineHash`). An alert then
 * stays the same if the upload doesn't have the file. It's a rolling hash of 100 characters without white space, and
 * the number of previous occurrences.
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning,
 * read 2026-11-30; test/unit/cli/line-hash.test.ts has the results of GitHub's action.
 * @returns fingerprints by line, from 0
 */
export function lineHashes(text: string): readonly string[] {
  const rolling = new RollingHash();
  let isLineStart = true;
  let isAfterReturn = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === space || unit === tab || (isAfterReturn && unit === lineFeed)) {
      isAfterReturn = false;
      continue;
    }
    isAfterReturn = unit === carriageReturn;
    const read = isAfterReturn ? lineFeed : unit;
    rolling.add(read, isLineStart);
    isLineStart = read === lineFeed;
  }
  rolling.add(endOfFile, isLineStart);
  return rolling.hashes();
}

class RollingHash {
  private readonly window: number[] = Array.from({ length: block }, () => 0);
  /** The line that starts at each position of the window. */
  private readonly lines: (number | null)[] = Array.from({ length: block }, () => null);
  private readonly found: string[] = [];
  private readonly counts = new Map<string, number>();
  private hash = 0n;
  private at = 0;
  private line = 0;

  add(unit: number, isLineStart: boolean): void {
    this.finishLine();
    if (isLineStart) {
      this.lines[this.at] = this.line;
      this.line += 1;
    }
    this.push(unit);
  }

  hashes(): readonly string[] {
    for (let left = block; left > 0; left -= 1) {
      this.finishLine();
      this.push(0);
    }
    return this.found;
  }

  private push(unit: number): void {
    const oldest = BigInt(this.window[this.at] ?? 0);
    this.window[this.at] = unit;
    this.hash = BigInt.asIntN(bits, factor * this.hash + BigInt(unit) - firstFactor * oldest);
    this.at = (this.at + 1) % block;
  }

  /** The line that starts with the oldest unit has its whole block. */
  private finishLine(): void {
    const line = this.lines[this.at] ?? null;
    if (line === null) return;
    const hash = BigInt.asUintN(bits, this.hash).toString(16);
    const count = (this.counts.get(hash) ?? 0) + 1;
    this.counts.set(hash, count);
    this.found[line] = `${hash}:${count}`;
    this.lines[this.at] = null;
  }
}
