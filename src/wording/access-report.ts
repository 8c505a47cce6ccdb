import { nameResult, type NameAnswer, type NameResult } from '../core/client-access';
import type { Known } from '../core/known';
import type { Say } from '../messages/say';
import { markdownCode, markdownTable, markdownText } from '../plans/request/markdown-text';

/** One name, what a resolver answered, and what it's compared with. */
export interface CheckedName {
  readonly host: string;
  /** “Workspace mlw-fraud-prod” */
  readonly of: string;
  readonly answer: NameAnswer;
  /** Addresses of the private endpoints it has to lead to. */
  readonly expected: Known<readonly string[]>;
}

export interface AccessChecked {
  readonly workspace: string;
  /** `wsl`, `ssh-remote`; null on the user's own machine. */
  readonly remote: string | null;
  readonly names: readonly CheckedName[];
}

const wrong: readonly NameResult[] = ['public', 'other', 'none', 'failed'];

/** Markdown: which names lead to a private endpoint from here, which don't, and what to do. */
export function accessReport(say: Say, { workspace, remote, names }: AccessChecked): string {
  const results = names.map((one) => ({ ...one, result: nameResult(one.answer, one.expected) }));
  const astray = results.filter(({ result }) => wrong.includes(result));
  const rows = results.map(({ host, of, answer, expected, result }) => [
    markdownCode(host),
    markdownText(of),
    markdownText(answer.is === 'addresses' ? answer.addresses.join(', ') : say('access.noAnswer')),
    markdownText(
      say(`access.result.${result}`, {
        expected: expected.known ? expected.value.join(', ') : '',
        code: answer.is === 'failed' ? answer.code : '',
      }),
    ),
  ]);
  const head = [
    'access.column.name',
    'access.column.of',
    'access.column.answer',
    'access.column.result',
  ] as const;
  const lines = astray.flatMap(({ host, expected }) => {
    const [address] = expected.known ? expected.value : [];
    return address === undefined ? [] : [`${address} ${host}`];
  });
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
    ...(astray.length === 0 ? [] : [say('access.advice')]),
    ...(lines.length === 0 ? [] : [say('access.hosts'), ['```text', ...lines, '```'].join('\n')]),
  ].join('\n\n')}\n`;
}

/** Only what was compared counts as right or wrong. */
function summary(say: Say, results: readonly NameResult[]): string {
  const n = results.filter((one) => one === 'endpoint').length;
  const bad = results.filter((one) => wrong.includes(one)).length;
  const rest = results.length - n - bad;
  return say(rest > 0 ? 'access.summaryOpen' : 'access.summary', { n, bad, rest });
}
