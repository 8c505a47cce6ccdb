import { generatedIds } from '../../../contract/wizard/code-form';
import type { ListState } from '../../../contract/wizard/shared-schemas';
import type { Say } from '../../../messages/say';
import type { WizardViews } from '../views/views';
import type { QuickItem } from './question';
import type { WizardCalls } from './step';

/** Returns the actions for the plan, with its result. Waits for the result. */
export function endItems(
  say: Say,
  { readinessChanged: readiness, reviewChanged: review }: WizardViews,
): { readonly state: ListState; readonly items: readonly QuickItem[] } {
  const isChecked = readiness.readAt !== null;
  const outcome = { detail: readiness.summary, icon: readiness.summaryIcon };
  const line = (value: string, label: string): QuickItem => ({
    value,
    label,
    description: '',
    detail: '',
    icon: null,
    chosen: false,
  });
  return {
    state: isChecked ? { is: 'ready' } : { is: 'reading' },
    items: [
      { ...line('review', say('quick.review')), ...outcome, chosen: true },
      ...(review.primary === 'create' ? [line('create', say(`review.${review.action}`))] : []),
      ...(review.cannotWrite === null
        ? review.forms.map(({ id, label }) =>
            line(id, id === 'plan' ? say('review.writePlanFile') : say('review.write', { form: label })),
          )
        : []),
    ],
  };
}

/** Creates the resource or writes files. Any other answer means the review, which the page shows. */
export async function finishQuickPicks(answer: string, call: WizardCalls): Promise<void> {
  const stop = new AbortController().signal;
  if (answer === 'create') await call.create({ anyway: false }, stop);
  const format = generatedIds.find((id) => id === answer);
  if (format) await call.write({ format }, stop);
}
