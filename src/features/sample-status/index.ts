import * as vscode from 'vscode';
import type { Say } from '../../messages/say';

export interface SampleStatusDeps {
  readonly say: Say;
  readonly isSample: () => boolean;
  readonly onChange: vscode.Event<void>;
}

/** Shows a status bar item while the sample subscription is selected, so that it isn't mistaken for Azure. */
export function activateSampleStatus({ say, isSample, onChange }: SampleStatusDeps): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'amlSecureCompute.sample',
    vscode.StatusBarAlignment.Right,
    100,
  );
  item.name = say('sample.name');
  item.text = `$(azure) ${say('sample.name')}`;
  item.tooltip = say('sample.tooltip');
  item.command = 'amlSecureCompute.wizard.open';
  const show = (): void => (isSample() ? item.show() : item.hide());
  show();
  return vscode.Disposable.from(item, onChange(show));
}
