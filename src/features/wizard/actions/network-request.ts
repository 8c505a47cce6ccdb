import { AzureFailure } from '../../../azure/failure';
import { ProblemError } from '../../../contract/call-error';
import { statusOf, type CheckResult } from '../../../core/check-result';
import { confirmationOf } from '../../../core/confirmation';
import { sameId } from '../../../core/network/find';
import { pathFingerprint } from '../../../core/path-fingerprint';
import { neededRole } from '../../../checks/causes';
import { narrowRequest, type NetworkRequest } from '../../../core/network-request';
import type { Plan } from '../../../plans/compute-plan';
import { mailOf } from '../../../wording/request-mail';
import type { WizardContext } from '../context';
import {
  confirmedOf,
  requestOf,
  requestText,
  roleRequestText,
  showsAllowed,
  shownRequest,
} from '../network-request';
import { connectedFlows, type NetworkTest } from '../network-test-state';
import { chosenSubnet } from '../selection';
import { loadedValue } from '../state';
import type { WizardState } from '../state';
import { closeFix } from './preview-fix';

/** Opens the network request in place of the plan. Default: everything that has to be done. */
export async function openNetworkRequest(context: WizardContext, ids?: readonly string[]): Promise<void> {
  const { store, ports } = context;
  await closeFix(context);
  store.set({
    report: null,
    confirmations: ports.keptConfirmations(),
    request: { ids: ids ?? null, part: ids ? 'cause' : 'action' },
  });
}

export function closeNetworkRequest({ store }: WizardContext): void {
  store.set({ request: null });
}

/** Shows another part of the open request. */
export function showInRequest({ store }: WizardContext, part: string): void {
  const { request } = store.get();
  if (request) store.set({ request: { ...request, part } });
}

/** Copies the network request. Default: all requirements. */
export async function copyNetworkRequest(
  { store, ports }: WizardContext,
  ids?: readonly string[],
): Promise<void> {
  const state = store.get();
  const request = requestOf(state);
  if (!request) return;
  await ports.copy(requestText(ports.say, state, { request: narrowRequest(request, ids ? { ids } : {}) }));
}

/** Copies the request for the role that a cause needs to be read. */
export async function copyReadRoleRequest({ store, ports }: WizardContext, key: string): Promise<void> {
  const state = store.get();
  const cause = state.evaluation?.causes.find((one) => one.key === key);
  const role = cause && neededRole(cause);
  if (!role) throw new AzureFailure('notFound');
  await ports.copy(roleRequestText(ports.say, state, role));
}

/** Copies the shown part of the request. */
export async function copyShownRequest(context: WizardContext): Promise<void> {
  await context.ports.copy(shownText(context).text);
}

/** Saves the shown part as a file named after the subnet (*Save…*). VS Code asks before it replaces a file. */
export async function saveRequest(context: WizardContext): Promise<void> {
  const { ports } = context;
  const { request, text } = shownText(context);
  if (!ports.isTrusted()) {
    throw new ProblemError({ code: 'refused', message: ports.say('request.untrusted'), retryable: false });
  }
  await ports.saveText(requestFileName(request.subnet), text);
}

/** Returns a file name, which never contains a path, whatever the subnet's name. */
function requestFileName(subnet: string): string {
  return `request-${subnet.replace(/[^\p{L}\p{N}._-]/gu, '-').slice(0, 80)}.md`;
}

/** Copies the complete request, and opens an email that begins with it. */
export async function mailRequest(context: WizardContext): Promise<void> {
  const { ports } = context;
  const { request, text } = shownText(context);
  await ports.copy(text);
  await ports.open(mailOf(ports.say, request.subnet, text));
}

function shownText({ store, ports }: WizardContext): {
  readonly request: NetworkRequest;
  readonly text: string;
} {
  const state = store.get();
  const fullRequest = requestOf(state);
  if (!fullRequest) throw new AzureFailure('notFound');
  const request = shownRequest(state, fullRequest);
  return { request, text: requestText(ports.say, state, { request, withAllowed: showsAllowed(state) }) };
}

/** Maximum length of the confirming person's name. */
const longestName = 100;

/**
 * Asks who confirmed the unknown results, and when (*Mark as confirmed…*).
 * @param ids requirements of a cause's flows; default: those of the open request
 */
export async function confirmRequest(
  { store, ports }: WizardContext,
  ids?: readonly string[],
): Promise<boolean> {
  const { say } = ports;
  const state = store.get();
  const [found, fullRequest] = [chosenSubnet(state), requestOf(state)];
  const path = found && pathFingerprint(found.model, found.subnet.id);
  if (!found || !fullRequest || path === undefined) throw new AzureFailure('notFound');
  const requirements = unconfirmed(
    requestFor(state, fullRequest, ids),
    (id) => confirmationOf(confirmedOf(state, ports.now()), id) !== undefined,
  );
  if (requirements.length === 0) throw new AzureFailure('notFound');
  const today = ports.now().toISOString().slice(0, 10);
  const by = await ports.askText({
    title: say('request.confirm.title', { n: requirements.length }),
    prompt: say('request.confirm.who'),
    value: '',
    fault: (text) => (isName(text) ? null : say('request.confirm.whoFault', { n: longestName })),
  });
  if (by === undefined || !isName(by)) return false;
  const on = await ports.askText({
    title: say('request.confirm.title', { n: requirements.length }),
    prompt: say('request.confirm.when'),
    value: today,
    fault: (text) => (isPastDay(text, today) ? null : say('request.confirm.whenFault')),
  });
  if (on === undefined || !isPastDay(on, today)) return false;
  const kept = ports.keptConfirmations();
  const id = `${on}-${String(ports.now().getTime())}`;
  const one = { id, subnetId: found.subnet.id, requirements, by: by.trim(), on: on.trim(), path };
  keep({ store, ports }, [...kept, one]);
  return true;
}

/** Returns the request for a cause's flows; otherwise the shown part. */
function requestFor(
  state: WizardState,
  fullRequest: NetworkRequest,
  ids?: readonly string[],
): NetworkRequest {
  return ids ? narrowRequest(fullRequest, { ids }) : shownRequest(state, fullRequest);
}

function unconfirmed(request: NetworkRequest, isConfirmed: (id: string) => boolean): readonly string[] {
  const flows = request.flows.filter(({ layers }) =>
    Object.values(layers).some(({ is }) => is === 'unknown'),
  );
  const settings = request.settings.filter(({ state, isOptional }) => state === 'unknown' && !isOptional);
  return [...flows, ...settings].map(({ requirement }) => requirement).filter((id) => !isConfirmed(id));
}

function isName(text: string): boolean {
  const name = text.trim();
  return name !== '' && name.length <= longestName;
}

/** Checks for an ISO date that isn't in the future. */
function isPastDay(text: string, today: string): boolean {
  const day = text.trim();
  const date = new Date(`${day}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(day) &&
    day <= today
  );
}

export function undoConfirmation(context: Pick<WizardContext, 'store' | 'ports'>, id: string): void {
  keep(
    context,
    context.ports.keptConfirmations().filter((one) => one.id !== id),
  );
}

/**
 * Stores which unknown and passed results a node's test confirms. It's valid until a component on the path changes.
 * A newer test of the same subnet replaces it.
 */
export function confirmByTest(
  { store, ports }: ConfirmationContext,
  { plan: { subnetId, name, workspaceId }, test, evidence }: TestedFlows,
): void {
  const model = loadedValue(store.get().networks);
  const path = model && subnetId !== null ? pathFingerprint(model, subnetId) : undefined;
  // If the path changed meanwhile, the test says nothing about it.
  if (path === undefined || subnetId === null || path !== test.path) return;
  const canConfirm = (id: string): boolean =>
    evidence.some(
      ({ requirement, outcome }) => requirement === id && ['unknown', 'fine'].includes(statusOf(outcome)),
    );
  const requirements = connectedFlows(test).filter(canConfirm);
  const others = ports
    .keptConfirmations()
    .filter((one) => one.how !== 'test' || !sameId(one.subnetId, subnetId));
  const at = ports.now();
  const on = at.toISOString().slice(0, 10);
  const one = {
    id: `test-${String(at.getTime())}`,
    subnetId,
    requirements,
    by: name,
    how: 'test',
    workspaceId,
    on,
    path,
  } as const;
  keep({ store, ports }, requirements.length === 0 ? others : [...others, one]);
}

interface ConfirmationContext {
  readonly store: WizardContext['store'];
  readonly ports: Pick<WizardContext['ports'], 'keptConfirmations' | 'keepConfirmations' | 'now'>;
}

interface TestedFlows {
  readonly plan: Plan;
  readonly test: NetworkTest;
  /** Results of the subnet, by the plan of the compute resource that contains the node. */
  readonly evidence: readonly CheckResult[];
}

interface KeepingContext {
  readonly store: WizardContext['store'];
  readonly ports: Pick<WizardContext['ports'], 'keepConfirmations'>;
}

function keep(
  { store, ports }: KeepingContext,
  confirmations: ReturnType<WizardContext['ports']['keptConfirmations']>,
): void {
  ports.keepConfirmations(confirmations);
  store.set({ confirmations });
}
