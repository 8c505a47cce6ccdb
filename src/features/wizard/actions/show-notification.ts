import type { WizardContext } from '../context';

/** A message of VS Code, whose button brings the wizard to the front. */
export function showNotification({ ports }: WizardContext, message: string): void {
  ports.notify(message, ports.say('create.toast.show'), () => ports.reveal());
}
