import type { Screen, StyledLine } from '../../src/cli/screen';
import type { Terminal } from '../../src/cli/terminal';

/** A file, a pipe, or a program: no colors, no columns. */
export const plainScreen: Screen = { columns: null, colors: false, unicode: true };

/** Returns lines as a screen without styles shows them. */
export function linesAsText(lines: readonly StyledLine[]): string {
  return lines.map((line) => `${line.map(({ text }) => text).join('')}\n`).join('');
}

/** Terminal output of a program that runs in memory. */
export function outputTo(
  out: (text: string) => void,
): Pick<Terminal, 'screen' | 'out' | 'show' | 'command' | 'progress' | 'serve'> {
  return {
    screen: plainScreen,
    out,
    command: out,
    progress: () => undefined,
    serve: () => undefined,
    show: (lines) => out(linesAsText(lines)),
  };
}

/** Returns the line of a report with its counts: “1 error (8 flows) in 3 files; 1 module missing”. */
export function summaryLine(report: string): string {
  const isSummary = /^(?:No errors|\d[\d,]* (?:errors?|warnings?|unknown|info)\b).* in \d+ files?(?:;|$)/;
  return report.split('\n').find((line) => isSummary.test(line)) ?? '';
}

/** Returns the statuses of the subnets in a report with `--flows`: “Ready, assuming a public IP”. */
export function subnetStatuses(report: string): readonly string[] {
  return [...report.matchAll(/^(?:\S+:\d+:\d+ {2})?[^\s]+\/[^\s]+, for .*?: (.*)$/gm)].map(
    ([, status = '']) => status,
  );
}
