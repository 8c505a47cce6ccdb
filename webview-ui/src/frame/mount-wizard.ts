import type { ChannelConnection } from '@contract/connect';
import type { WizardChannel } from '@contract/wizard/channel';
import type { Memory } from '../rpc/vscode-port';
import './sc-wizard';

/** Adds the wizard to the page, with its connection to the host and its own memory. */
export function mountWizard(connection: ChannelConnection<WizardChannel>, memory: Memory): void {
  const wizard = document.createElement('sc-wizard');
  wizard.connection = connection;
  wizard.memory = memory;
  document.body.append(wizard);
}
