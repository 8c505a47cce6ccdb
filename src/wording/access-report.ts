import { nameResult, type NameAnswer, type NameResult } from '../core/client-access';
import type { Known } from '../core/known';
import type { Say } from '../messages/say';
import { markdownCode, markdownTable, markdownText } from '../plans/request/markdown-text';

/** A name, a resolver's answer, and the addresses that it's compared with. */
export interface CheckedName {
  readonly host: string;
  /** “Workspace mlw-fraud-prod” */
  readonly of: string;
  readonly answer: NameAnswer;
  /** Addresses of the private endpoints that it has to resolve to. */
  readonly expected: Known<readonly string[]>;
}

export interface AccessChecked {
  readonly workspace: string;
  /** `wsl`, `ssh-remote`; null on the user's own machine. */
  readonly remote: string | null;
  readonly names: readonly CheckedName[];
}

const wrong: readonly NameResult[] = ['public', 'other', 'none', 'failed'];

/** True if a name doesn't resolve to its private endpoint. */
export function resolvesElsewhere(result: NameResult): boolean {
  return wrong.includes(result);
}

/** Returns Markdown: which names resolve to a private endpoint from this machine, which don't, and what to do. */
export function accessReport(say: Say, { workspace, remote, names }: AccessChecked): string {
  const results = resultsOf(names);
  const elsewhere = results.filter(({ result }) => resolvesElsewhere(result));
  const rows = results.map((one) => [
    markdownCode(one.host),
    markdownText(one.of),
    markdownText(addressesIn(say, one)),
    markdownText(formatResult(say, one)),
  ]);
  const head = [
    'access.column.name',
    'access.column.of',
    'access.column.answer',
    'access.column.result',
  ] as const;
  const lines = hostsLines(results);
  return `${[
    `# ${say('access.title', { workspace: markdownText(workspace) })}`,
    `**${summary(
      say,
      results.map(({ result }) => result),
    )}**`,
    say(remote === null ? 'access.here' : 'access.remote', { remote: markdownText(remote ?? '') }),
    markdownTable(
      head.map((one) => say(one)),
      rows,
    ).join('\n'),
    ...(elsewhere.length === 0 ? [] : [say('access.advice')]),
    ...(lines.length === 0 ? [] : [say('access.hosts'), ['```text', ...lines, '```'].join('\n')]),
  ].join('\n\n')}\n`;
}

/** Returns the same as plain text for a terminal. */
export function accessText(say: Say, { workspace, names }: AccessChecked): string {
  const results = resultsOf(names);
  const elsewhere = results.filter(({ result }) => resolvesElsewhere(result));
  const lines = hostsLines(results);
  return `${[
    say('access.title', { workspace }),
    ...results.flatMap((one) => {
      const { host, of } = one;
      const line = say('access.line', { host, of, answer: addressesIn(say, one) });
      return [`  ${line}`, `    ${formatResult(say, one)}`];
    }),
    summary(
      say,
      results.map(({ result }) => result),
    ),
    say('access.here'),
    ...(elsewhere.length === 0 ? [] : [say('access.advice')]),
    ...(lines.length === 0 ? [] : [say('access.hosts'), ...lines.map((one) => `  ${one}`)]),
  ].join('\n')}\n`;
}

type NamedResult = CheckedName & { readonly result: NameResult };

export function resultsOf<N extends CheckedName>(
  names: readonly N[],
): readonly (N & { readonly result: NameResult })[] {
  return names.map((one) => ({ ...one, result: nameResult(one.answer, one.expected) }));
}

function addressesIn(say: Say, { answer }: CheckedName): string {
  return answer.is === 'addresses' ? answer.addresses.join(', ') : say('access.noAnswer');
}

export function formatResult(say: Say, { answer, expected, result }: NamedResult): string {
  return say(`access.result.${result}`, {
    expected: expected.known ? expected.value.join(', ') : '',
    code: answer.is === 'failed' ? answer.code : '',
  });
}

/** Returns lines of a hosts file for the names that don’t resolve to their private endpoints. */
export function hostsLines(names: readonly NamedResult[]): readonly string[] {
  return names.flatMap(({ host, expected, result }) => {
    if (!resolvesElsewhere(result)) return [];
    const [address] = expected.known ? expected.value : [];
    return address === undefined ? [] : [`${address} ${host}`];
  });
}

/** Returns the summary. Only names that were compared count as right or wrong. */
function summary(say: Say, results: readonly NameResult[]): string {
  const n = results.filter((one) => one === 'endpoint').length;
  const bad = results.filter(resolvesElsewhere).length;
  const rest = results.length - n - bad;
  return say(rest > 0 ? 'access.summaryOpen' : 'access.summary', { n, bad, rest });
}
