import type { Handlers } from '../../../contract/channel';
import type { WizardChannel } from '../../../contract/wizard/channel';
import type { Choice, PlanView } from '../../../contract/wizard/plan';
import type { ListState, VerdictCell } from '../../../contract/wizard/words';
import type { MessageKey } from '../../../messages/en/catalogue';
import type { Say } from '../../../messages/say';
import type { Views } from '../views/views';
import type { QuickItem } from './question';

export type Call = Handlers<WizardChannel>;

/** One question, as the plan stands now. */
export type Step = PickStep | TypeStep;

interface PickStep {
  readonly is: 'pick';
  readonly title: string;
  /** The list, read from the newest snapshots. */
  list(views: Views): { readonly state: ListState; readonly items: readonly QuickItem[] };
  choose(value: string): Promise<unknown>;
}

interface TypeStep {
  readonly is: 'type';
  readonly title: string;
  readonly value: string;
  /** Takes the text, and says what is wrong with it. */
  choose(text: string): Promise<string | null>;
}

export interface StepContext {
  readonly say: Say;
  readonly call: Call;
  views(): Views;
}

/** The page's questions in the page's order; what a plan needs not to be asked is left out. */
export function stepsOf(context: StepContext): readonly Step[] {
  const { planChanged: plan } = context.views();
  const isManaged = plan.network.managed !== null;
  return [
    subscriptionStep(context),
    workspaceStep(context),
    choiceStep(context, 'page.kind', {
      list: ({ what }) => what.kinds,
      chosen: ({ what }) => what.kind,
      choose: (kind) =>
        context.call.chooseKind({ kind: kind === 'instance' ? 'instance' : 'cluster' }, never),
    }),
    ...(plan.what.publicIp === null ? [] : [publicIpStep(context)]),
    ...(isManaged ? [] : [networkStep(context), subnetStep(context)]),
    nameStep(context),
    sizeStep(context),
    ...(plan.size.nodes === null ? [] : [nodesStep(context, 'min'), nodesStep(context, 'max')]),
  ];
}

/** Nobody stops a choice that was made. */
const never = new AbortController().signal;
const ready: ListState = { is: 'ready' };

function subscriptionStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.subscription'),
    list: ({ planChanged: { where } }) => ({
      state: where.subscriptions.state,
      items: where.subscriptions.rows.map(({ id, name }) =>
        item({ value: id, label: name, chosen: id === where.subscription }),
      ),
    }),
    choose: (id) => call.chooseSubscription({ id }, never),
  };
}

function workspaceStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.workspace'),
    list: ({ planChanged: { where } }) => ({
      state: where.workspaces.state,
      items: where.workspaces.rows.map((row) =>
        item({
          value: row.id,
          label: row.name,
          description: [row.kind ?? '', row.resourceGroup, row.region].filter(Boolean).join(' · '),
          detail: row.spoken,
          chosen: row.id === where.workspace,
        }),
      ),
    }),
    choose: (id) => call.chooseWorkspace({ id }, never),
  };
}

interface Choices {
  list(plan: PlanView): readonly Choice[];
  chosen(plan: PlanView): string | null;
  choose(value: string): Promise<unknown>;
}

function choiceStep({ say }: StepContext, title: MessageKey, { list, chosen, choose }: Choices): PickStep {
  return {
    is: 'pick',
    title: say(title),
    // What is not available stays on the page with its reason; here it would be a line that does nothing.
    list: ({ planChanged }) => ({
      state: ready,
      items: list(planChanged)
        .filter(({ available }) => available)
        .map(({ value, label, line }) =>
          item({ value, label, detail: line, chosen: value === chosen(planChanged) }),
        ),
    }),
    choose,
  };
}

function publicIpStep(context: StepContext): PickStep {
  return choiceStep(context, 'page.publicIp', {
    list: ({ what }) => what.publicIps,
    chosen: ({ what }) => what.publicIp,
    choose: (value) => context.call.choosePublicIp({ publicIp: value === 'yes' }, never),
  });
}

function networkStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.network'),
    list: ({ networksChanged: { state, rows }, planChanged }) => ({
      state,
      items: rows.map((row) =>
        item({
          value: row.id,
          label: row.name,
          description: [row.resourceGroup, row.region, row.addresses].join(' · '),
          ...verdictOf(row),
          chosen: row.id === planChanged.network.network,
        }),
      ),
    }),
    choose: (id) => call.chooseNetwork({ id }, never),
  };
}

function subnetStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.subnet'),
    list: ({ subnetsChanged: { state, rows }, planChanged }) => ({
      state,
      items: rows.map((row) =>
        item({
          value: row.id,
          label: row.name,
          description: [row.addresses, say('page.subnet.free', { n: row.free })].join(' · '),
          ...verdictOf(row),
          chosen: row.id === planChanged.network.subnet,
        }),
      ),
    }),
    choose: (id) => call.chooseSubnet({ id }, never),
  };
}

function verdictOf(row: { readonly verdict: VerdictCell | null; readonly unfit: string | null }) {
  return row.unfit === null
    ? { detail: row.verdict?.text ?? '', icon: row.verdict?.icon ?? null }
    : { detail: row.unfit, icon: 'unfit' as const };
}

function nameStep({ say, call, views }: StepContext): TypeStep {
  return {
    is: 'type',
    title: say('page.name'),
    value: views().planChanged.size.name,
    async choose(name) {
      await call.changeSize({ name }, never);
      const { is, text } = views().planChanged.size.nameState;
      return is === 'taken' || is === 'error' ? text : null;
    },
  };
}

function sizeStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.vmSize'),
    list: ({ planChanged: { size } }) => ({
      state: size.vmSizes.state,
      items: size.vmSizes.rows.map((row) =>
        item({
          value: row.name,
          label: row.name,
          description: [say('page.vmSize.cores', { n: row.cores }), row.memory].join(' · '),
          detail: row.quota,
          icon: row.available ? null : 'unfit',
          chosen: row.name === size.vmSize,
        }),
      ),
    }),
    choose: (vmSize) => call.changeSize({ vmSize }, never),
  };
}

function nodesStep({ say, call, views }: StepContext, end: 'min' | 'max'): TypeStep {
  const field = end === 'min' ? 'minNodes' : 'maxNodes';
  return {
    is: 'type',
    title: say(end === 'min' ? 'page.nodes.least' : 'page.nodes.most'),
    value: String(views().planChanged.size.nodes?.[end] ?? 0),
    async choose(text) {
      if (!/^\d{1,5}$/.test(text.trim())) return say('quick.number');
      await call.changeSize({ [field]: Number(text) }, never);
      // Fewer at most than at least is said once both were asked for.
      return end === 'min' ? null : (views().planChanged.size.nodes?.problem ?? null);
    },
  };
}

function item(said: Pick<QuickItem, 'value' | 'label' | 'chosen'> & Partial<QuickItem>): QuickItem {
  return { description: '', detail: '', icon: null, ...said };
}
