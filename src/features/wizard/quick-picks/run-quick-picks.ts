import { sectionIds, type SectionId } from '../../../contract/wizard/plan';
import type { ListState } from '../../../contract/wizard/shared-schemas';
import type { Say } from '../../../messages/say';
import { showPlan } from '../actions/new-plan';
import { lead } from '../actions/open-section';
import type { WizardContext } from '../context';
import { freePlanName } from '../derived-plan';
import { toProblem } from '../failures';
import type { WizardViews } from '../views/views';
import { back, type QuickAnswer, type QuickItem, type QuickPlace, type QuickUi } from './question';
import type { WizardCalls, QuickPickStep, StepContext } from './step';
import { quickPickSteps } from './steps';
import { generatedIds } from '../../../contract/wizard/code-form';

export interface QuickPicks {
  readonly context: WizardContext;
  readonly call: WizardCalls;
  views(): WizardViews;
}

/**
 * Asks for the page's plan in the editor's quick picks, one question at a time. If the user cancels, earlier choices
 * stay.
 * At the end, the user opens the review, creates the resource, or writes files.
 */
export async function runQuickPicks({ context, call, views }: QuickPicks, ui: QuickUi): Promise<void> {
  const { say } = context.ports;
  const steps: StepContext = { say, call, views, freeName: () => freePlanName(context.store.get()) };
  let way: QuestionPath = { at: 0, answered: [], skipped: [] };
  try {
    await showPlan(context);
    for (;;) {
      const { all, ...found } = await nextQuestion(way, { context, steps });
      way = found;
      const step = all[way.at];
      const place = placeOf(say, way, all);
      const answer = step
        ? await ask(context, views, { step, place, ui })
        : await askEnd(context, views, { place, ui });
      if (answer === undefined) return;
      if (answer !== back && !step) return await finishQuickPicks(answer, call);
      way = answer === back ? before(way) : { ...way, at: way.at + 1, answered: [...way.answered, way.at] };
    }
  } catch (error) {
    ui.notify(error instanceof NothingToChoose ? error.message : toProblem(say, error).message);
  } finally {
    lead(context, firstOpen(views()));
  }
}

/** Index of a question, and of earlier ones that were asked, or skipped because they have only one answer. */
interface QuestionPath {
  readonly at: number;
  readonly answered: readonly number[];
  readonly skipped: readonly number[];
}

/** Returns the position and title of a question. The last one asks what to do with the plan. */
function placeOf(
  say: Say,
  { at, answered, skipped }: QuestionPath,
  all: readonly QuickPickStep[],
): QuickPlace {
  const title = all[at]?.title ?? say('quick.end');
  return { title, step: answered.length + 1, steps: all.length + 1 - skipped.length };
}

/** Returns to the last question that was asked. */
function before({ at, answered, skipped }: QuestionPath): QuestionPath {
  return { at: answered.at(-1) ?? at, answered: answered.slice(0, -1), skipped };
}

/** Answers questions with a single answer, up to one with several. */
async function nextQuestion(
  { at, answered, skipped }: QuestionPath,
  { context, steps }: { readonly context: WizardContext; readonly steps: StepContext },
): Promise<QuestionPath & { readonly all: readonly QuickPickStep[] }> {
  const all = await stepsTo(at, context, steps);
  const step = all[at];
  const passed = skipped.filter((one) => one < at);
  return step && (await isAnswered(step, steps.views()))
    ? nextQuestion({ at: at + 1, answered, skipped: [...passed, at] }, { context, steps })
    : { at, answered, skipped: passed, all };
}

/** Answers a question with a single answer. An unusable item is shown with its reason instead. */
async function isAnswered(step: QuickPickStep, views: WizardViews): Promise<boolean> {
  if (step.is !== 'pick') return false;
  const { state, items } = step.list(views);
  const [only, second] = items;
  const isChoice = state.is === 'ready' && second === undefined;
  if (!isChoice || !only || only.icon === 'unfit' || only.isAction === true) return false;
  if (!only.chosen) await step.choose(only.value);
  return true;
}

/** Returns the first incomplete section, otherwise the review. */
function firstOpen({ planChanged: { sections } }: WizardViews): SectionId {
  return sectionIds.find((id) => sections[id].missing !== null) ?? 'review';
}

interface QuestionInput {
  readonly step: QuickPickStep;
  readonly place: QuickPlace;
  readonly ui: QuickUi;
}

/** Asks until there is a valid answer. */
async function ask(
  context: WizardContext,
  views: () => WizardViews,
  { step, place, ui }: QuestionInput,
): Promise<QuickAnswer> {
  if (step.is === 'pick') {
    const items = whenThere(context, views, (seen) => step.list(seen));
    const answer = await ui.pick(place, items);
    if (typeof answer === 'string') await step.choose(answer);
    return answer;
  }
  let { value } = step;
  let fault: string | null = null;
  for (;;) {
    const answer = await ui.type(place, { value, fault });
    if (typeof answer !== 'string') return answer;
    fault = await step.choose(answer);
    if (fault === null) return answer;
    value = answer;
  }
}

function askEnd(
  context: WizardContext,
  views: () => WizardViews,
  { place, ui }: Omit<QuestionInput, 'step'>,
): Promise<QuickAnswer> {
  return ui.pick(
    place,
    whenThere(context, views, (seen) => endItems(context.ports.say, seen)),
  );
}

/** Returns the questions. Those about unread services are last, so they're known once services are read. */
async function stepsTo(
  at: number,
  context: WizardContext,
  steps: StepContext,
): Promise<readonly QuickPickStep[]> {
  const all = quickPickSteps(steps);
  if (all[at]) return all;
  await whenServicesRead(context);
  return quickPickSteps(steps);
}

function whenServicesRead({ store, loads }: WizardContext): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!loads.isUnderWay('services')) resolve();
    };
    store.onChange(look);
    look();
  });
}

interface Listed {
  readonly state: ListState;
  readonly items: readonly QuickItem[];
}

/** Resolves to the list once it's read. If it isn't available, rejects with the reason. */
function whenThere(
  { store }: WizardContext,
  views: () => WizardViews,
  list: (views: WizardViews) => Listed,
): Promise<readonly QuickItem[]> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const look = (): void => {
      if (isOver) return;
      const { state, items } = list(views());
      if (state.is === 'waiting' || state.is === 'reading') return;
      isOver = true;
      if (state.is === 'ready' && items.length > 0) resolve(items);
      else reject(new NothingToChoose(state.is === 'ready' ? '' : state.text));
    };
    store.onChange(look);
    look();
  });
}

/** Error for a list that is empty or not readable, with the reason. */
class NothingToChoose extends Error {}

/** Returns the actions for the plan, with its result. Waits for the result. */
function endItems(
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
async function finishQuickPicks(answer: string, call: WizardCalls): Promise<void> {
  const stop = new AbortController().signal;
  if (answer === 'create') await call.create({ anyway: false }, stop);
  const format = generatedIds.find((id) => id === answer);
  if (format) await call.write({ format }, stop);
}
