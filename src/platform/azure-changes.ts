import * as vscode from 'vscode';

/** What was changed in Azure from here, so that whoever shows it reads it again. */
export type AzureChange =
  | { readonly is: 'computes'; readonly workspaceId: string }
  | { readonly is: 'networks'; readonly subscriptionId: string };

export interface AzureChanges extends vscode.Disposable {
  tell(change: AzureChange): void;
  readonly onChange: vscode.Event<AzureChange>;
}

/** Where the doors of the product tell each other what they changed. */
export function createAzureChanges(): AzureChanges {
  const emitter = new vscode.EventEmitter<AzureChange>();
  return {
    tell: (change) => emitter.fire(change),
    onChange: emitter.event,
    dispose: () => emitter.dispose(),
  };
}
