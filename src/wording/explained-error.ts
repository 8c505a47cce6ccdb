import type { MessageKey } from '../messages/en/catalogue';
import type { Say } from '../messages/say';
import { markdownText } from '../plans/request/markdown-text';
import { errorCauses, type ErrorCause } from './error-causes';
import {
  requirementAsk,
  requirementConsequence,
  requirementName,
  requirementSources,
} from './requirement-words';

/** A page on what Azure said. */
export interface ExplainedError {
  readonly markdown: string;
  /** Ids of the requirements that it speaks of, each once, the likeliest first. */
  readonly checks: readonly string[];
}

/** Explains an error message of which only the text is known: no subnet, so nothing can be ruled out. */
export function explainedError(say: Say, text: string): ExplainedError {
  const causes = errorCauses(text);
  const markdown = [
    `# ${say('explain.title')}`,
    `## ${say('explain.said')}`,
    ...saidText(say, text),
    `## ${say('explain.likely')}`,
    ...likelyText(say, causes),
    `## ${say('explain.support')}`,
    supportText(say, text),
  ].join('\n\n');
  return { markdown: `${markdown}\n`, checks: [...new Set(causes.flatMap((one) => one.checks))] };
}

/** Characters that are shown; who pastes a whole log has the rest of it. */
const most = 20_000;

function saidText(say: Say, text: string): readonly string[] {
  const shown = text.slice(0, most);
  return [fenced(shown), ...(shown === text ? [] : [say('explain.cut', { n: most })])];
}

/** As text, never as markup: the fence is longer than any that the text could close it with. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function likelyText(say: Say, causes: readonly ErrorCause[]): readonly string[] {
  if (causes.length === 0) return [`**${say('explain.unknown')}**`, say('explain.unknown.do')];
  return [say('explain.noEvidence'), ...causes.map((one) => causeText(say, one))];
}

function causeText(say: Say, cause: ErrorCause): string {
  const rank = say(cause.isTold ? 'create.likely.most' : 'create.likely.possible');
  const { name, means, advice } = wordsOf(say, cause);
  return [
    `### ${say('explain.ranked', { rank, name: markdownText(name) })}`,
    markdownText(means),
    [
      ...advice.map((one) => `- ${say('explain.advice', { advice: markdownText(one) })}`),
      ...cause.checks.map((id) => `- ${checkText(say, id)}`),
    ].join('\n'),
  ].join('\n\n');
}

interface Words {
  readonly name: string;
  readonly means: string;
  readonly advice: readonly string[];
}

function wordsOf(say: Say, { id, checks }: ErrorCause): Words {
  if (id !== 'flow') {
    const means: MessageKey = `explain.${id}.means`;
    return { name: say(`explain.${id}`), means: say(means), advice: [say(`explain.${id}.do`)] };
  }
  const [requirement = ''] = checks;
  return {
    name: requirementName(say, requirement),
    means: requirementConsequence(say, requirement),
    advice: [requirementAsk(say, requirement)],
  };
}

/** The check by name and id, with the pages that state it. */
function checkText(say: Say, id: string): string {
  const pages = requirementSources(id).map(({ title, url }) => `[${markdownText(title)}](${url})`);
  const name = markdownText(requirementName(say, id));
  return say('explain.check', { name, id, pages: pages.join(', ') });
}

/** Ids of a request or a correlation, as Azure's answers and its clients write them. */
const requestIds =
  /(?:request|correlation|tracking|operation)[\s_-]*id["']?\s*(?:[:=]\s*)?["']?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi;

function supportText(say: Say, text: string): string {
  const ids = [...new Set([...text.matchAll(requestIds)].map(([, id]) => id ?? ''))];
  const lines = [
    say('explain.support.text'),
    ids.length > 0
      ? say('explain.support.ids', { ids: ids.slice(0, 5).join(', ') })
      : say('explain.support.noId'),
    say('explain.support.time'),
    say('explain.support.where'),
    say('explain.support.secrets'),
  ];
  return lines.map((one) => `- ${one}`).join('\n');
}
