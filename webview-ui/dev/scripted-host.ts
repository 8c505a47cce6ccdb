import type { Handlers, Port } from '@contract/channel';
import { ProblemError, type Problem } from '@contract/problem';
import { serve, type Host } from '@contract/serve';
import { wizardChannel, type WizardChannel } from '@contract/wizard/channel';
import type { FixPreview } from '@contract/wizard/fix-preview';
import type { PlanView } from '@contract/wizard/plan';
import { denyAllBoard, readyBoard } from './data/boards';
import { subnets, verdictOf } from './data/networks';
import { preview, review } from './data/reviews';
import type { Scenario } from './scenarios';

const refusal: Problem = { code: 'forbidden', message: 'You may not do this here.', retryable: false };
const done = (): Promise<null> => Promise.resolve(null);

/** What the script holds; a change replaces a part and tells the page. */
interface Script {
  scenario: Scenario;
  revision: number;
  host?: Host<WizardChannel>;
}

/** A host that decides nothing: it answers each choice with the snapshots that a real one would send. */
export function scriptedHost(port: Port, scenario: Scenario): void {
  const script: Script = { scenario, revision: 1 };
  script.host = serve({
    channel: wizardChannel,
    port,
    handlers: { ...planHandlers(script), ...otherHandlers(script) },
    toProblem: (error) =>
      error instanceof ProblemError
        ? error.problem
        : { code: 'bug', message: String(error), retryable: false },
    onHello: () => {
      everything(script);
    },
  });
}

function everything({ host, scenario }: Script): void {
  host?.emit('planChanged', scenario.plan);
  host?.emit('networksChanged', scenario.networks);
  host?.emit('subnetsChanged', scenario.subnets);
  host?.emit('boardChanged', scenario.board);
  host?.emit('reviewChanged', scenario.review ?? review());
}

function change(script: Script, next: (plan: PlanView) => PlanView): Promise<null> {
  if (script.scenario.failing) return Promise.reject(new ProblemError(refusal));
  const plan = next(script.scenario.plan);
  script.scenario = { ...script.scenario, plan };
  script.host?.emit('planChanged', plan);
  return done();
}

function show(script: Script, fix: FixPreview | null): Promise<null> {
  const board = { ...script.scenario.board, revision: ++script.revision };
  script.host?.emit('boardChanged', { ...board, state: fix === null ? 'judged' : 'preview' });
  script.host?.emit('previewChanged', fix);
  return done();
}

type PlanCalls =
  | 'chooseSubscription'
  | 'chooseWorkspace'
  | 'chooseKind'
  | 'choosePublicIp'
  | 'chooseNetwork'
  | 'chooseSubnet'
  | 'changeSize';

function planHandlers(script: Script): Pick<Handlers<WizardChannel>, PlanCalls> {
  return {
    chooseSubscription: ({ id }) =>
      change(script, (plan) => ({ ...plan, where: { ...plan.where, subscription: id } })),
    chooseWorkspace: ({ id }) =>
      change(script, (plan) => ({ ...plan, where: { ...plan.where, workspace: id } })),
    chooseKind: ({ kind }) => change(script, (plan) => ({ ...plan, what: { ...plan.what, kind } })),
    choosePublicIp: ({ publicIp }) =>
      change(script, (plan) => ({ ...plan, what: { ...plan.what, publicIp: publicIp ? 'yes' : 'no' } })),
    chooseNetwork: ({ id }) => {
      script.host?.emit('subnetsChanged', subnets(id));
      return change(script, (plan) => ({
        ...plan,
        sections: {
          ...plan.sections,
          network: { ...plan.sections.network, complete: false, missing: 'Choose a subnet to continue' },
        },
        network: { managed: null, proposed: null, network: id, subnet: null },
      }));
    },
    chooseSubnet: ({ id }) => chooseSubnet(script, id),
    changeSize: ({ name, vmSize, ...numbers }) =>
      change(script, (plan) => ({
        ...plan,
        size: {
          ...plan.size,
          name: name ?? plan.size.name,
          vmSize: vmSize ?? plan.size.vmSize,
          nodes: plan.size.nodes && {
            ...plan.size.nodes,
            min: numbers.minNodes ?? plan.size.nodes.min,
            max: numbers.maxNodes ?? plan.size.nodes.max,
            priority: numbers.priority ?? plan.size.nodes.priority,
          },
        },
      })),
  };
}

function chooseSubnet(script: Script, id: string): Promise<null> {
  const board = id === 'snet-train-gpu' ? readyBoard : denyAllBoard;
  script.scenario = { ...script.scenario, board: board(id, ++script.revision) };
  script.host?.emit('boardChanged', script.scenario.board);
  return change(script, (plan) => ({
    ...plan,
    sections: {
      ...plan.sections,
      network: { ...plan.sections.network, missing: null, complete: true, summary: id },
    },
    network: { ...plan.network, subnet: id },
  }));
}

function otherHandlers(script: Script): Omit<Handlers<WizardChannel>, PlanCalls> {
  return {
    chooseProfile: done,
    changeNewNetwork: done,
    leaveNewNetwork: done,
    chooseTarget: done,
    changeAccess: done,
    giveSshKey: () => Promise.resolve(true),
    judgeRows: async ({ ids }) => {
      await new Promise((resolve) => setTimeout(resolve, 120));
      return ids.map((id) => ({ id, verdict: verdictOf(id) }));
    },
    catchUp: done,
    openSection: done,
    refresh: done,
    dismissNotice: done,
    dismissFixNotice: done,
    act: () => (script.scenario.failing ? Promise.reject(new ProblemError(refusal)) : done()),
    openLink: done,
    setUpNetwork: done,
    stopSettingUp: done,
    previewFix: ({ ids }) => show(script, preview(ids)),
    closeRest: done,
    closeFix: () => show(script, null),
    changeFix: done,
    applyFix: () => Promise.resolve(false),
    continueFix: () => Promise.resolve(false),
    stopFix: done,
    undoFix: done,
    putFixIntoCode: () => show(script, null),
    takeFixOutOfCode: done,
    copyForNetworkTeam: done,
    create: done,
    stopWaiting: done,
    deleteBegun: done,
    closeCreation: done,
    copyFailure: done,
    saveFailure: done,
    openInStudio: done,
    showInCompute: done,
    write: () => Promise.resolve(false),
    copyPlan: done,
  };
}
