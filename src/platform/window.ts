import * as vscode from 'vscode';
import { displayText } from '../core/text/display-text';
import { labelText, messageText } from './editor-text';

/** A message with buttons; with `detail`, a modal dialog. */
interface Notice {
  readonly text: string;
  readonly detail?: string;
  readonly isModal?: boolean;
  readonly buttons?: readonly string[];
}

const notices = {
  info: 'showInformationMessage',
  warning: 'showWarningMessage',
  error: 'showErrorMessage',
} as const;

/** Shows a message. Resolves to the pressed button when the message is closed. */
export async function notify(
  kind: keyof typeof notices,
  { text, detail, isModal = detail !== undefined, buttons = [] }: Notice,
): Promise<string | undefined> {
  const shown = buttons.map(labelText);
  const options = { modal: isModal, ...(detail === undefined ? {} : { detail: messageText(detail) }) };
  const pressed = await vscode.window[notices[kind]](messageText(text), options, ...shown);
  return pressed === undefined ? undefined : buttons[shown.indexOf(pressed)];
}

/** Shows a message without waiting for it. */
export function showMessage(kind: keyof typeof notices, text: string): void {
  void notify(kind, { text });
}

/** Shows a short text in the status bar for a moment. */
export function showBriefly(text: string): void {
  void vscode.window.setStatusBarMessage(labelText(text), 4000);
}

/** A line of a list. `icon` is the name of a codicon before its label. */
export interface ListLine {
  readonly icon?: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Icon before the detail. */
  readonly detailIcon?: string;
  readonly picked?: boolean;
}

/** Returns a line for VS Code, in which only the product's own icons are rendered as icons. */
export function listItem<T extends ListLine>(line: T): vscode.QuickPickItem & { readonly line: T } {
  const { icon, label, description, detail, detailIcon, picked } = line;
  return {
    line,
    label: withIcon(icon, label),
    ...(description === undefined ? {} : { description: labelText(description) }),
    ...(detail === undefined ? {} : { detail: withIcon(detail === '' ? undefined : detailIcon, detail) }),
    ...(picked === undefined ? {} : { picked }),
  };
}

function withIcon(icon: string | undefined, text: string): string {
  return icon === undefined ? labelText(text) : `$(${icon}) ${labelText(text)}`;
}

/** Shows a list in which the user picks a line; undefined if the user cancels. */
export async function pickOne<T extends ListLine>(
  lines: readonly T[] | Promise<readonly T[]>,
  options: vscode.QuickPickOptions,
): Promise<T | undefined> {
  const items = 'then' in lines ? lines.then((all) => all.map(listItem)) : lines.map(listItem);
  return (await vscode.window.showQuickPick(items, { ...options, ...questionTexts(options) }))?.line;
}

/** Shows a list in which the user picks any number of lines; undefined if the user cancels. */
export async function pickSome<T extends ListLine>(
  lines: readonly T[],
  options: vscode.QuickPickOptions,
): Promise<readonly T[] | undefined> {
  const given = { ...options, ...questionTexts(options), canPickMany: true as const };
  return (await vscode.window.showQuickPick(lines.map(listItem), given))?.map(({ line }) => line);
}

/** Prompts for a line of text; undefined if the user cancels. */
export function showTextInput({ validateInput, prompt, ...options }: TextBox): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    ...options,
    ...questionTexts(options),
    ...(prompt === undefined ? {} : { prompt: messageText(prompt) }),
    ...(validateInput ? { validateInput: (text) => inputErrorText(validateInput(text)) } : {}),
  });
}

interface TextBox extends Omit<vscode.InputBoxOptions, 'validateInput'> {
  readonly validateInput?: (text: string) => string | null | undefined;
}

/** Returns the validation message for typed text. */
export function inputErrorText(fault: string | null | undefined): string | undefined {
  return typeof fault === 'string' ? messageText(fault) : undefined;
}

function questionTexts({ title, placeHolder }: Pick<vscode.QuickPickOptions, 'title' | 'placeHolder'>) {
  return {
    ...(title === undefined ? {} : { title: labelText(title) }),
    ...(placeHolder === undefined ? {} : { placeHolder: displayText(placeHolder) }),
  };
}

/** Shows progress while `task` runs: in the status bar, or as a cancelable notification. */
export function showProgress<T>(
  where: 'window' | 'notification',
  title: string,
  task: (stop: AbortSignal, report: vscode.Progress<{ message?: string; increment?: number }>) => Promise<T>,
): Promise<T> {
  const isNotification = where === 'notification';
  const location = isNotification ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window;
  return Promise.resolve(
    vscode.window.withProgress(
      { location, title: messageText(title), cancellable: isNotification },
      (progress, cancelled) => {
        const stop = new AbortController();
        cancelled.onCancellationRequested(() => stop.abort());
        return task(stop.signal, progress);
      },
    ),
  );
}
