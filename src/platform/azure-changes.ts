import * as vscode from 'vscode';

/** What was changed in Azure from here, so that whoever shows it reads it again. */
export type AzureChange =
  | { readonly is: 'networks'; readonly subscriptionId: string }
  /** A compute of the workspace was started, stopped or deleted. */
  | { readonly is: 'computes'; readonly workspaceId: string }
  /** A compute that is created from here; `isOver` once it is ready, failed or deleted. */
  | {
      readonly is: 'creation';
      readonly workspaceId: string;
      readonly name: string;
      readonly isOver: boolean;
    };

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
