import type { WizardContext } from '../context';

/** Shows a notification with a button that reveals the wizard. */
export function showNotification({ ports }: WizardContext, message: string): void {
  ports.notify(message, ports.say('create.toast.show'), () => ports.reveal());
}
