import { deadlines } from '../../../azure/deadline';
import { AzureFailure, mayBeDone } from '../../../azure/failure';
import type { ComputeVerb } from '../../../azure/ports';
import { askForAccount } from '../../../azure-store/ask-for-account';
import { nameOf } from '../../../core/network/find';
import { formatCompute } from '../../../wording/compute-text';
import { formatTime } from '../../../wording/dates';
import { failureText, inOneLine } from '../../../wording/failure-text';
import type { ComputeTarget } from '../model/node';
import type { TreesSession } from '../session';

/**
 * Starts, stops, restarts, deletes, or detaches a compute resource after a confirmation. Its node shows the progress.
 */
export async function operate(
  session: TreesSession,
  target: ComputeTarget,
  verb: ComputeVerb,
): Promise<void> {
  const { ports } = session;
  if (!(await askForAccount(ports.store, () => confirmOperation(session, target, verb)))) return;
  const work = begin(session, target, verb);
  const until = new Date(ports.now().getTime() + deadlines.remove * 1000).toISOString();
  const time = formatTime(ports.say, until);
  ports.withProgress(ports.say(`power.${verb}`, { name: target.name, time }), work);
  await work;
}

function confirmOperation({ ports }: TreesSession, target: ComputeTarget, verb: ComputeVerb) {
  const { say } = ports;
  const { name } = target;
  if (verb === 'delete' || verb === 'detach') return isTyped(ports, target, verb);
  if (verb === 'start') return Promise.resolve(true);
  return ports.confirm({
    title: say(`power.${verb}.title`, { name, resource: formatCompute(say, target) }),
    detail: say(`power.${verb}.detail`),
    button: say(`power.${verb}.button`),
  });
}

/** Asks the user to type the name. Deleting is permanent, and a detached resource needs its secrets again. */
async function isTyped(
  { say, askText }: TreesSession['ports'],
  target: ComputeTarget,
  verb: 'delete' | 'detach',
): Promise<boolean> {
  const { name } = target;
  const workspace = nameOf(target.workspaceId);
  const typed = await askText({
    title: say(`${verb}.title`, { resource: formatCompute(say, target), workspace }),
    prompt: say(`${verb}.prompt`, { name, workspace }),
    value: '',
    fault: (text) => (text === name ? null : say('delete.another', { name })),
  });
  return typed === name;
}

async function begin(session: TreesSession, target: ComputeTarget, verb: ComputeVerb): Promise<void> {
  const { ports } = session;
  const { workspaceId, name } = target;
  const reads = session.reads();
  const renew = (): void => ports.store.changed({ is: 'computes', workspaceId });
  try {
    const { computes } = await reads.azure();
    await computes.operate({ workspaceId, name, verb }, renew, new AbortController().signal);
  } catch (error) {
    const failure = error instanceof AzureFailure ? error : new AzureFailure('bug', {}, error);
    if (failure.code === 'bug') ports.log.error(`trees: ${verb}`, error);
    const key = mayBeDone(failure) ? (`power.unsure.${verb}` as const) : (`power.failed.${verb}` as const);
    ports.showFailure(ports.say(key, { name, why: whyText(session, target, failure) }));
  } finally {
    renew();
  }
}

function whyText({ ports }: TreesSession, { workspaceId }: ComputeTarget, failure: AzureFailure): string {
  const { say } = ports;
  switch (failure.code) {
    case 'forbidden':
      return say('power.forbidden', { workspace: nameOf(workspaceId) });
    case 'conflict':
      return inOneLine(failure.details.serviceMessage ?? say('power.conflict'));
    case 'timeout':
      return say('power.timeout');
    default:
      return failureText(say, failure);
  }
}
