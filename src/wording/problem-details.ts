import type { Problem } from '../file-checks/problem';
import type { Say } from '../messages/say';
import { wordReason } from './reason-words';
import { requirementConsequence, requirementSources } from './requirement-words';
import { wordPacket } from './subject-words';

/** One line of what stands behind a problem: a label and its text. */
export interface ProblemDetail {
  readonly label: string;
  readonly text: string;
}

/** What stands behind a problem: the packet that fails, who decided, what happens if it is left, and who says so. */
export function problemDetails(say: Say, { what }: Problem): readonly ProblemDetail[] {
  if (what.is !== 'judgement') return [];
  const { judgement } = what;
  const { packet, trace, requirement } = judgement;
  const steps = trace.map(({ text, decides }, index) => {
    const words = `${index + 1}. ${wordReason(say, text)}`;
    return decides ? `**${words}**` : words;
  });
  const [source] = requirementSources(requirement);
  return [
    ...(packet ? [{ label: say('file.detail.packet'), text: `\`${wordPacket(say, packet)}\`` }] : []),
    ...(steps.length > 0 ? [{ label: say('file.detail.decided'), text: steps.join('  \n') }] : []),
    { label: say('file.detail.left'), text: requirementConsequence(say, requirement) },
    ...(source ? [{ label: say('file.detail.source'), text: `[${source.title}](${source.url})` }] : []),
  ];
}
