import { planKinds } from '../../../core/compute-kinds';
import type { PlanView, SelectOption, WorkspaceRow } from '../../../contract/wizard/plan';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { attachSteps } from './attach-steps';
import {
  item,
  never,
  ready,
  outcomeDetail,
  type PickStep,
  type QuickPickStep,
  type StepContext,
  type TypeStep,
} from './step';

/** Returns the page's questions in the page's order, without those that don't apply to the plan. */
export function quickPickSteps(context: StepContext): readonly QuickPickStep[] {
  const { planChanged: plan } = context.views();
  return [
    subscriptionStep(context),
    workspaceStep(context),
    choiceStep(context, 'page.kind', {
      list: ({ compute }) => compute.kinds,
      chosen: ({ compute }) => compute.kind,
      choose: (value) => {
        const kind = planKinds.find((one) => one === value) ?? 'cluster';
        return context.call.chooseKind({ kind }, never);
      },
    }),
    ...(plan.access === null ? createSteps(context, plan) : attachSteps(context, nameStep(context))),
  ];
}

function createSteps(context: StepContext, plan: PlanView): readonly QuickPickStep[] {
  const isManaged = plan.network.managed !== null;
  return [
    ...(plan.compute.publicIp === null ? [] : [publicIpStep(context)]),
    ...(isManaged ? [] : [networkStep(context)]),
    ...(isManaged || plan.network.proposed !== null ? [] : [subnetStep(context)]),
    nameStep(context),
    sizeStep(context),
    ...(plan.size.nodes === null ? [] : [nodesStep(context, 'min'), nodesStep(context, 'max')]),
    // Last, because they're known only once services are read, and other questions then don't move.
    ...regionSteps(context, plan),
  ];
}

function subscriptionStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.subscription'),
    list: ({ planChanged: { workspace } }) => ({
      state: workspace.subscriptions.state,
      items: workspace.subscriptions.rows.map(({ id, name }) =>
        item({ value: id, label: name, chosen: id === workspace.subscription }),
      ),
    }),
    choose: (id) => call.chooseSubscription({ id }, never),
  };
}

function workspaceStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.workspace'),
    list: ({ planChanged: { workspace } }) => ({
      state: workspace.workspaces.state,
      items: workspace.workspaces.rows.map((row) =>
        item({
          value: row.id,
          label: row.name,
          description: [row.kind ?? '', row.resourceGroup, row.region].filter(Boolean).join(' · '),
          detail: workspaceDetail(say, row),
          chosen: row.id === workspace.workspace,
        }),
      ),
    }),
    choose: (id) => call.chooseWorkspace({ id }, never),
  };
}

/** Returns what the page's list shows after name, group, and region: “Private link: yes · Subnets: 2 of 45 ready”. */
function workspaceDetail(say: Say, { privateLink, network, outcome }: WorkspaceRow): string {
  const labelled = (label: 'privateLink' | 'subnets', text: string): string =>
    say('page.labelled', { label: say(`page.column.${label}`), text });
  const subnets = outcome?.text ?? network;
  return [
    labelled('privateLink', privateLink),
    subnets === network ? network : labelled('subnets', subnets),
  ].join(' · ');
}

interface Choices {
  list(plan: PlanView): readonly SelectOption[];
  chosen(plan: PlanView): string | null;
  choose(value: string): Promise<unknown>;
}

function choiceStep({ say }: StepContext, title: MessageKey, { list, chosen, choose }: Choices): PickStep {
  return {
    is: 'pick',
    title: say(title),
    // The page shows unavailable items with the reason. Here, they couldn't be selected.
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
    list: ({ compute }) => compute.publicIps,
    chosen: ({ compute }) => compute.publicIp,
    choose: (value) => context.call.choosePublicIp({ publicIp: value === 'yes' }, never),
  });
}

/** Not a network ID, but the action that proposes a network. */
const newNetwork = 'proposeNetwork';

function networkStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.network'),
    list: ({ networksChanged: { state, rows }, planChanged: { network } }) => ({
      // If there are no networks, a new one can still be proposed.
      state: state.is === 'empty' ? ready : state,
      items: [
        ...rows.map((row) =>
          item({
            value: row.id,
            label: row.name,
            description: row.more,
            ...outcomeDetail(row),
            chosen: row.id === network.network,
          }),
        ),
        item({
          value: newNetwork,
          label: say('newNetwork.write'),
          chosen: network.proposed !== null,
          isAction: true,
        }),
      ],
    }),
    choose: (id) => (id === newNetwork ? call.act({ id }, never) : call.chooseNetwork({ id }, never)),
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
          description: row.more,
          ...outcomeDetail(row),
          chosen: row.id === planChanged.network.subnet,
        }),
      ),
    }),
    choose: (id) => call.chooseSubnet({ id }, never),
  };
}

/**
 * Returns questions for regions that Azure didn't return, one per service. The page supports several per service, and
 * more services.
 */
function regionSteps({ say, call }: StepContext, { network }: PlanView): readonly PickStep[] {
  const rows = network.regions?.rows ?? [];
  const first = rows.filter((row, at) => at === rows.findIndex(({ service }) => service === row.service));
  return first.map(({ service, label }) => ({
    is: 'pick',
    title: say('region.of', { service: label }),
    list: ({ planChanged }) => {
      const { options = [], rows: now = [] } = planChanged.network.regions ?? {};
      const row = now.find((one) => one.service === service);
      const items = [{ id: noRegion, label: row?.none ?? '' }, ...options];
      const value = row?.region ?? noRegion;
      return {
        state: ready,
        items: items.map(({ id, label: text }) => item({ value: id, label: text, chosen: id === value })),
      };
    },
    choose: (id) => call.chooseRegions({ service, regions: id === noRegion ? [] : [id] }, never),
  }));
}

/** Empty: no region has this name. */
const noRegion = '';

function nameStep({ say, call, views, freeName }: StepContext): TypeStep {
  return {
    is: 'type',
    title: say('page.name'),
    value: freeName(),
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
      // A maximum below the minimum is reported after both were entered.
      return end === 'min' ? null : (views().planChanged.size.nodes?.problem ?? null);
    },
  };
}
