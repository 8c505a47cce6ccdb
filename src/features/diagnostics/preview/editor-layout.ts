import * as vscode from 'vscode';

/** VS Code's layout of editor groups. Sizes are in pixels when it's read. */
interface EditorLayout {
  /** 0: next to each other; 1: below each other. */
  readonly orientation: 0 | 1;
  readonly groups: readonly { readonly size?: number }[];
}

/** The diff needs more space than the panel. */
const sideBySide: EditorLayout = { orientation: 0, groups: [{ size: 0.62 }, { size: 0.38 }] };
const stacked: EditorLayout = { orientation: 1, groups: [{}, {}] };

/** Width in pixels below which the diff and the panel can't be read next to each other. */
const narrow = 800;

/** Shows the diff and the panel next to each other. */
export async function setSideBySideLayout(): Promise<void> {
  await vscode.commands.executeCommand('vscode.setEditorLayout', sideBySide);
}

/** Moves the panel below the diff if the window is narrow. VS Code only knows both widths when the panel is open. */
export async function setStackedLayoutIfNarrow(): Promise<void> {
  const { orientation, groups } =
    await vscode.commands.executeCommand<EditorLayout>('vscode.getEditorLayout');
  const width = groups.reduce((sum, { size = 0 }) => sum + size, 0);
  if (orientation === 0 && width < narrow) {
    await vscode.commands.executeCommand('vscode.setEditorLayout', stacked);
  }
}
