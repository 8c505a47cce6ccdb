import { ProblemError } from '../../../contract/call-error';
import { nameOf } from '../../../core/network/find';
import { sayReason } from '../../../messages/say';
import { requiredSecret, type AttachPlan, type AttachSecret } from '../../../plans/compute-plan';
import { longestKeyFile, readPrivateKey } from '../../../plans/private-key';
import type { WizardContext } from '../context';
import type { WizardPorts } from '../ports';

/**
 * Asks for a secret in an input box or file dialog of the editor. It's never on the page, and isn't stored. Undefined
 * if the user cancels.
 */
export async function requestSecret(
  { ports }: WizardContext,
  plan: AttachPlan,
): Promise<AttachSecret | undefined> {
  const target = nameOf(plan.targetId);
  const user = plan.access.is === 'ssh' ? plan.access.user : '';
  switch (requiredSecret(plan)) {
    case 'token': {
      const token = await typed(ports, ports.say('attach.token.title', { target }));
      return token === undefined ? undefined : { is: 'token', token: token.trim() };
    }
    case 'password': {
      const password = await typed(ports, ports.say('attach.password.title', { user, target }));
      return password === undefined ? undefined : { is: 'password', password };
    }
    case 'key': {
      const privateKey = await chosenKey(ports, ports.say('attach.key.title', { user, target }));
      return privateKey === undefined ? undefined : { is: 'key', privateKey };
    }
  }
}

/** Asks for a secret. Empty input counts as canceled. */
async function typed(ports: WizardPorts, title: string): Promise<string | undefined> {
  const text = await ports.askSecret({ title, prompt: ports.say('attach.secret.line') });
  return text === '' ? undefined : text;
}

async function chosenKey(ports: WizardPorts, title: string): Promise<string | undefined> {
  const { say } = ports;
  const text = await ports.readChosenFile({
    title,
    button: say('attach.key.choose'),
    longest: longestKeyFile,
  });
  if (text === undefined) return undefined;
  if (text === null) throw refused(say('attach.key.unreadable'));
  const outcome = readPrivateKey(text);
  if (outcome.is === 'refused') throw refused(sayReason(say, outcome.text));
  return outcome.key;
}

function refused(message: string): ProblemError {
  return new ProblemError({ code: 'refused', message, retryable: true });
}
