import { causesOf } from '../../../checks/causes';
import type { Creation } from '../../../contract/wizard/creation';
import { ProblemError } from '../../../contract/call-error';
import { nameOf } from '../../../core/network/find';
import { markdownCode, markdownText } from '../../../plans/request/markdown-text';
import { formatTime } from '../../../wording/dates';
import { redactForSupport } from '../../../wording/redact-for-support';
import { readinessReport, reportFile } from '../../../wording/readiness-report';
import { readinessSummary } from '../../../wording/readiness-summary';
import type { WizardContext } from '../context';
import { creationPage } from '../views/creation-view';

/** Copies the failure as plain text for support, without IDs of people and resources. The request ID stays. */
export async function copyFailure({ store, ports }: WizardContext): Promise<void> {
  const { creation } = store.get();
  if (!creation) return;
  const view = creationPage(ports.say, store.get(), creation);
  const steps = view.steps.filter((one) => one.at !== null).map((one) => `${one.at ?? ''}  ${one.text}`);
  const { say } = ports;
  const text = [
    view.heading,
    '',
    ...(view.message === null ? [] : [`${say('create.support.said')} ${view.message}`]),
    view.requestId === null ? say('create.noRequestId') : say('create.support.id', { id: view.requestId }),
    '',
    say('create.support.steps'),
    ...steps,
  ].join('\n');
  await ports.copy(redactForSupport(text, view.requestId === null ? [] : [view.requestId]));
}

/** Saves the failure and the results of its subnet as a file (*Save report…*). */
export async function saveFailure(context: WizardContext): Promise<void> {
  const { store, ports } = context;
  const { creation } = store.get();
  if (!creation) return;
  if (!ports.isTrusted()) {
    throw new ProblemError({ code: 'refused', message: ports.say('report.untrusted'), retryable: false });
  }
  const view = creationPage(ports.say, store.get(), creation);
  const parts = [failureText(context, view), ...outcomesText(context)];
  await ports.saveText(reportFile(ports.say, creation.plan.name), parts.join('\n\n---\n\n'));
}

function failureText({ ports }: WizardContext, view: Creation): string {
  const { say } = ports;
  const steps = view.steps.flatMap(({ at, text }) =>
    at === null ? [] : [`- ${formatTime(say, at, 'seconds')} ${markdownText(text)}`],
  );
  const likely = view.likely.map(
    ({ rank, cause, evidence }) =>
      `- **${markdownText(rank)}** ${markdownText(cause)}\n  ${markdownText(evidence)}`,
  );
  return [
    `# ${markdownText(view.heading)}`,
    ...(view.line === null ? [] : [markdownText(view.line)]),
    ...part(say('creation.whatHappened'), steps),
    ...part(say('creation.said'), messageLines(say('creation.requestId'), view)),
    ...part(say('creation.likely'), likely),
    ...part(say('creation.left'), view.left === null ? [] : [markdownText(view.left)]),
  ].join('\n\n');
}

function part(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${heading}`, lines.join('\n')];
}

/** Quotes the message line by line, so that it isn't interpreted as markup. */
function messageLines(label: string, { message, requestId }: Creation): readonly string[] {
  const quoted = (message ?? '').split(/\r?\n/).map((line) => `> ${markdownText(line)}`);
  return [
    ...(message === null ? [] : quoted),
    ...(requestId === null ? [] : ['', `${label} ${markdownCode(requestId)}`]),
  ];
}

function outcomesText({ store, ports }: WizardContext): readonly string[] {
  const { evaluation, choices, tags } = store.get();
  if (!evaluation) return [];
  const { subnet } = choices;
  const causes = causesOf(evaluation.today);
  const name = subnet === null ? nameOf(choices.workspace ?? '') : nameOf(subnet);
  return [
    readinessReport(ports.say, [
      {
        name,
        lines: subnet === null ? [] : [subnet],
        summary: readinessSummary(ports.say, evaluation.today, causes),
        readAt: evaluation.readAt,
        tagsDate: tags?.date ?? '',
        results: evaluation.today,
        causes,
        // Findings of single rules don't explain a refusal.
        found: [],
      },
    ]),
  ];
}
