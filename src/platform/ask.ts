import * as vscode from 'vscode';

export interface Question {
  readonly title: string;
  readonly detail: string;
  readonly button: string;
}

/** Asks once in VS Code's own modal; closing it is no. */
export async function confirm(question: Question): Promise<boolean> {
  const { title, detail, button } = question;
  return (await vscode.window.showWarningMessage(title, { modal: true, detail }, button)) === button;
}

/** One message with one button, where nobody looks at the page. */
export function notify(message: string, button: string, onPress: () => void): void {
  void vscode.window.showInformationMessage(message, button).then((pressed) => {
    if (pressed === button) onPress();
  });
}

/** A progress item of the window while `task` runs. */
export function withProgress(title: string, task: Promise<void>): void {
  void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => task);
}
