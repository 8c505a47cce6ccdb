import type { WorkspaceSummary } from '../../../azure/ports';
import { ProblemError } from '../../../contract/call-error';
import { reservedSubnetNames } from '../../../core/azure-facts/limits';
import { traitsOf } from '../../../core/compute-kinds';
import { valueOr } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { Subnet, VirtualNetwork } from '../../../core/network/model';
import type { Reason } from '../../../core/reason';
import { sayReason } from '../../../messages/say';
import type { CodeFile } from '../../../plans/code/code-context';
import {
  newTargetForms,
  type NewTarget,
  type NewTargetForm,
  type NewTargetType,
} from '../../../plans/code/new-target/new-target';
import {
  isInSubscription,
  newTargetUserFault,
  sizeFault,
  storageAccountFault,
  storageIdentityFault,
} from '../../../plans/code/new-target/new-target-faults';
import { writeNewTarget } from '../../../plans/code/new-target/write-new-target';
import { defaultComputeName, validateComputeName } from '../../../plans/compute-name';
import { formatDate } from '../../../wording/dates';
import type { WizardContext } from '../context';
import type { WizardPorts } from '../ports';
import { chosenWorkspace, knownComputeResources } from '../selection';
import { loadedValue, type WizardState } from '../state';
import { formatRegion } from '../../../wording/region-text';
import { change } from './change';

/**
 * Default sizes in the input boxes. HDInsight has larger nodes (hdinsight-supported-node-configuration, 2024-05-10).
 */
const usualSizes = { machine: 'Standard_DS3_v2', spark: 'Standard_E8_v3' } as const;

/**
 * Writes code for a new resource that can be attached once it exists. Asks the user for values that aren't in the plan.
 */
export async function writeNewTargetCode(context: WizardContext): Promise<void> {
  const { store, ports } = context;
  if (!ports.isTrusted()) throw refused(ports.say('review.untrusted'));
  const { kind } = store.get().choices;
  const is = traitsOf(kind).writesNew;
  const workspace = chosenWorkspace(store.get());
  if (is === null || !workspace) throw refused(ports.say('section.locked.workspace'));
  const form = await askForm(context, is);
  const target = form && (await askTarget(context, is, workspace));
  if (!form || !target) return;
  change(context, { codeForm: form });
  const to = await ports.write(filesOf(form, target, ports));
  if (to === null) return;
  const { folder, files } = to;
  const [file, script] = [files[0], files.at(-1)].map((one) => one?.name ?? '') as [string, string];
  const written = { is, kind, name: target.name, workspaceId: workspace.id };
  store.set({ writtenTarget: { ...written, folder, file, script } });
  ports.count({ event: 'codeWritten', measures: {} });
}

function filesOf(form: NewTargetForm, target: NewTarget, { say, now }: WizardPorts): readonly CodeFile[] {
  const writtenOn = formatDate(say, now().toISOString());
  return writeNewTarget(form, target, {
    context: { writtenOn, subnetPrefixes: [], requirements: [] },
    say: (key, values) => sayReason(say, values === undefined ? { key } : { key, values }),
  });
}

async function askForm(
  { store, ports: { say, askOne } }: WizardContext,
  is: NewTargetType,
): Promise<NewTargetForm | undefined> {
  const last = store.get().choices.codeForm;
  const forms = [...newTargetForms].sort((a, b) => Number(b === last) - Number(a === last));
  return askOne(
    { title: say(`newTarget.ask.${is}`), prompt: say('newTarget.ask.form') },
    forms.map((value) => ({ value, label: say(`review.form.${value}`) })),
  );
}

type Ask = (
  what: string,
  value: string,
  fault: (text: string) => Reason | null,
) => Promise<string | undefined>;

function createPrompt({ ports: { say, askText } }: WizardContext, is: NewTargetType): Ask {
  return (what, value, fault) =>
    askText({
      title: say(`newTarget.ask.${is}`),
      prompt: sayReason(say, { key: `newTarget.ask.${what}` }),
      value,
      fault: (text) => {
        const wrong = fault(text);
        return wrong && sayReason(say, wrong);
      },
    });
}

/** Asks the user for the new resource. Undefined if the user canceled. */
async function askTarget(
  context: WizardContext,
  is: NewTargetType,
  workspace: WorkspaceSummary,
): Promise<NewTarget | undefined> {
  const found = await askSubnet(context, is);
  const ask = createPrompt(context, is);
  const machine = found && (await askMachine(context, ask));
  if (!found || !machine) return undefined;
  const { network, subnet } = found;
  const workspaceLocation = valueOr(workspace.location, '');
  const shared = {
    ...{ ...machine, workspaceId: workspace.id, workspaceLocation, subnetId: subnet.id },
    location: valueOr(network.location, workspaceLocation),
  };
  if (is === 'machine') return { is, ...shared };
  const storageAccountId = await ask('storage', '', (text) => storageAccountFault(text, workspace.id));
  if (storageAccountId === undefined) return undefined;
  const storageIdentityId = await ask('identity', '', storageIdentityFault);
  return storageIdentityId === undefined ? undefined : { is, ...shared, storageAccountId, storageIdentityId };
}

async function askMachine(
  { store }: WizardContext,
  ask: Ask,
): Promise<Pick<NewTarget, 'name' | 'vmSize' | 'adminUser'> | undefined> {
  const state = store.get();
  const { kind } = state.choices;
  const { access, writesNew } = traitsOf(kind);
  const usedNames = knownComputeResources(state).map((one) => one.name);
  const name = await ask('name', freeName(kind, usedNames), (text) => nameFault(kind, text, usedNames));
  if (name === undefined) return undefined;
  const vmSize = await ask('size', usualSizes[writesNew ?? 'machine'], sizeFault);
  if (vmSize === undefined) return undefined;
  const adminUser = await ask('user', access?.is === 'ssh' ? access.user : '', newTargetUserFault);
  return adminUser === undefined ? undefined : { name, vmSize, adminUser };
}

type Kind = WizardState['choices']['kind'];

function freeName(kind: Kind, usedNames: readonly string[]): string {
  return defaultComputeName(kind, 'train', usedNames);
}

function nameFault(kind: Kind, text: string, usedNames: readonly string[]): Reason | null {
  const found = validateComputeName(kind, text);
  if (found.is === 'error') return found.text;
  const isInUse = usedNames.some((one) => one.toLowerCase() === text.toLowerCase());
  return isInUse ? { key: 'newTarget.fault.name', values: { name: text } } : null;
}

interface FoundPlace {
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
}

/**
 * Asks the user for a subnet that a virtual machine can be in: in the workspace's subscription, and not delegated or
 * reserved. Undefined if the user canceled.
 */
async function askSubnet(
  { store, ports: { say, askOne } }: WizardContext,
  is: NewTargetType,
): Promise<FoundPlace | undefined> {
  const state = store.get();
  const workspaceId = chosenWorkspace(state)?.id ?? '';
  const all = (loadedValue(state.networks)?.virtualNetworks ?? [])
    .filter(({ id }) => isInSubscription(id, workspaceId))
    .flatMap((network) => network.subnets.map((subnet) => ({ network, subnet })))
    .filter(({ subnet }) => valueOr(subnet.delegations, []).length === 0)
    .filter(
      ({ subnet }) => !reservedSubnetNames.some((one) => one.toLowerCase() === subnet.name.toLowerCase()),
    );
  if (all.length === 0) throw refused(say('newTarget.noSubnet'));
  const chosen = await askOne(
    { title: say(`newTarget.ask.${is}`), prompt: say('newTarget.ask.subnet') },
    all.map(({ network, subnet }) => ({
      value: subnet.id,
      label: subnet.name,
      description: [
        network.name,
        ...(network.location.known ? [formatRegion(network.location.value)] : []),
        ...valueOr(subnet.addressPrefixes, []),
      ].join(' · '),
    })),
  );
  return chosen === undefined ? undefined : all.find(({ subnet }) => sameId(subnet.id, chosen));
}

function refused(message: string): ProblemError {
  return new ProblemError({ code: 'refused', message, retryable: false });
}
