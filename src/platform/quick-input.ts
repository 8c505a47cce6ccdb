import { notify, showProgress } from './window';

export interface Question {
  readonly title: string;
  readonly detail: string;
  readonly button: string;
}

/** Asks once in VS Code's own modal dialog. Closing it means no. */
export async function confirm(question: Question): Promise<boolean> {
  const { title, detail, button } = question;
  return (await notify('warning', { text: title, detail, buttons: [button] })) === button;
}

/** A button of a message with its action. */
export interface Offer {
  readonly label: string;
  readonly run: () => void;
}

/** Shows a message with buttons, for events while the page isn't visible. */
export function offer(message: string, offers: readonly Offer[]): void {
  const buttons = offers.map((one) => one.label);
  void notify('info', { text: message, buttons }).then((pressed) =>
    offers.find((one) => one.label === pressed)?.run(),
  );
}

/** Shows a progress item in the window while `task` runs. */
export function withProgress(title: string, task: Promise<void>): void {
  void showProgress('window', title, () => task);
}
