import { connect } from '@contract/connect';
import { wizardChannel } from '@contract/wizard/channel';
import { mountWizard } from './frame/mount-wizard';
import './page.css';
import { vscodeWebviewGlobals } from './rpc/vscode-port';

const { port, memory, window: own } = vscodeWebviewGlobals();
mountWizard(connect(wizardChannel, port, own), memory);
