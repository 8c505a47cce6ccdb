import * as vscode from 'vscode';
import { labelText } from './editor-text';
import { inputErrorText, listItem, type ListLine } from './window';

/** A line of a quick pick list. */
export interface QuickLine extends ListLine {
  readonly value: string;
  readonly chosen: boolean;
}

export interface QuickStep {
  readonly title: string;
  readonly step: number;
  readonly steps: number;
}

/** An answer, a request to go back, or nothing if the user canceled. */
export type Answered =
  { readonly is: 'answer'; readonly value: string } | { readonly is: 'back' | 'given-up' };

/** Shows VS Code's quick pick at once, busy until its lines are loaded. Rejects if they can't be loaded. */
export async function askOne(step: QuickStep, lines: Promise<readonly QuickLine[]>): Promise<Answered> {
  const list = vscode.window.createQuickPick<ReturnType<typeof listItem<QuickLine>>>();
  dress(list, step);
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.busy = true;
  list.show();
  const answer = answerOf(list, () => list.selectedItems[0]?.line.value);
  try {
    // Canceling or going back doesn't wait for the lines.
    const first = await Promise.race([lines, answer]);
    if ('is' in first) return first;
    list.items = first.map(listItem);
    const chosen = list.items.filter(({ line }) => line.chosen).slice(0, 1);
    // Otherwise, VS Code's first match stays active. Without one, Enter wouldn't choose anything.
    if (chosen.length > 0) list.activeItems = chosen;
    list.busy = false;
    return await answer;
  } finally {
    list.dispose();
  }
}

/** Shows VS Code's input box for a line of text. */
export async function askLine(
  step: QuickStep,
  { value, fault }: { readonly value: string; readonly fault: string | null },
): Promise<Answered> {
  const box = vscode.window.createInputBox();
  dress(box, step);
  box.value = value;
  box.validationMessage = inputErrorText(fault);
  const typing = box.onDidChangeValue(() => (box.validationMessage = undefined));
  box.show();
  try {
    return await answerOf(box, () => box.value);
  } finally {
    typing.dispose();
    box.dispose();
  }
}

function dress(
  input: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] },
  step: QuickStep,
): void {
  input.title = labelText(step.title);
  input.step = step.step;
  input.totalSteps = step.steps;
  input.ignoreFocusOut = true;
  input.buttons = step.step > 1 ? [vscode.QuickInputButtons.Back] : [];
}

interface Input {
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidHide: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
}

function answerOf(input: Input, value: () => string | undefined): Promise<Answered> {
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      const given = value();
      if (given !== undefined) resolve({ is: 'answer', value: given });
    });
    input.onDidTriggerButton(() => resolve({ is: 'back' }));
    input.onDidHide(() => resolve({ is: 'given-up' }));
  });
}
