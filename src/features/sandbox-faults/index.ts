import * as vscode from 'vscode';
import type { Say } from '../../messages/say';
import { readBytes } from '../../platform/workspace-files';
import { pickOne, showMessage, type ListLine } from '../../platform/window';
import { injectableFaults, type FaultInjectionPort, type FaultsPreset } from './injectable-faults';

export type { FaultInjectionPort };

export interface SandboxFaultsDeps {
  readonly say: Say;
  /**
   * Returns the control of the sample's faults, and connects the sample if needed. Undefined if another account is
   * selected.
   */
  readonly control: () => Promise<FaultInjectionPort | undefined>;
}

/** Path of a workspace file that can define faults. */
const faultFile = ['.aml-secure-compute', 'faults.json'];
const mostBytes = 1_000_000;

type Pick = ListLine & { readonly run: (control: FaultInjectionPort) => Promise<void> | void };

/** Registers the command that makes the sample's Azure fail, and a status bar item while faults are pending. */
export function activateSandboxFaults({ say, control }: SandboxFaultsDeps): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'amlSecureCompute.faults',
    vscode.StatusBarAlignment.Right,
    99,
  );
  item.name = say('faults.status');
  item.text = `$(warning) ${say('faults.status')}`;
  item.tooltip = say('faults.tooltip');
  item.command = 'amlSecureCompute.sandbox.fail';
  const watched = new WeakSet<FaultInjectionPort>();

  async function choose(): Promise<void> {
    const found = await control();
    if (!found) return showMessage('info', say('faults.onlySample'));
    if (!watched.has(found)) {
      watched.add(found);
      // A sample that was reset doesn't have the faults of the previous one.
      const show = (): void => (found.pending() > 0 ? item.show() : item.hide());
      found.onChange(show);
      show();
    }
    const picked = await pickOne(await picks(say, found), {
      title: say('faults.title'),
      placeHolder: say('faults.placeholder'),
      matchOnDetail: true,
      // The palette returns the focus to its previous place, which would otherwise close this list.
      ignoreFocusOut: true,
    });
    await picked?.run(found);
  }

  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand('amlSecureCompute.sandbox.fail', choose),
  );
}

async function picks(say: Say, control: FaultInjectionPort): Promise<readonly Pick[]> {
  const end: Pick = {
    label: say('faults.end.label'),
    detail: say('faults.end.detail', { n: control.pending() }),
    run: () => control.clear(),
  };
  const other: Pick = {
    label: say('faults.other.label'),
    detail: say('faults.other.detail'),
    run: () => denyAsAnotherUser(say, control),
  };
  const role: Pick = {
    label: say('faults.role.label'),
    detail: say('faults.role.detail'),
    run: () => control.limitRole(),
  };
  const presets = (Object.keys(injectableFaults) as FaultsPreset[]).map((id): Pick => ({
    label: say(injectableFaults[id].label),
    detail: say(injectableFaults[id].detail),
    run: () => control.apply(id),
  }));
  return [...(control.pending() > 0 ? [end] : []), ...presets, role, other, ...(await fromFile(say))];
}

/** Returns the choice of the fault file if the workspace contains it. */
async function fromFile(say: Say): Promise<readonly Pick[]> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) return [];
  const file = vscode.Uri.joinPath(folder.uri, ...faultFile);
  const bytes = await readBytes(file, { most: mostBytes, within: [folder.uri] });
  if (!bytes) return [];
  const text = new TextDecoder().decode(bytes);
  const name = faultFile.join('/');
  const run = (control: FaultInjectionPort): void => {
    const read = control.applyFile(text);
    if (read.is === 'faults') return;
    showMessage('error', say('faults.file.wrong', { file: name, at: read.at, expected: read.expected }));
  };
  return [{ label: say('faults.file.label', { file: name }), detail: say('faults.file.detail'), run }];
}

/** Denies traffic in an NSG, as another window or the portal could. */
async function denyAsAnotherUser(say: Say, control: FaultInjectionPort): Promise<void> {
  const picked = await pickOne(
    control.groups().map((id) => ({ label: id.slice(id.lastIndexOf('/') + 1), id })),
    // The previous list returns the focus to its previous place, which would otherwise close this one.
    {
      title: say('faults.other.label'),
      placeHolder: say('faults.other.placeholder'),
      ignoreFocusOut: true,
    },
  );
  if (!picked || control.denyOutbound(picked.id)) return;
  showMessage('error', say('faults.other.refused', { name: picked.label }));
}
