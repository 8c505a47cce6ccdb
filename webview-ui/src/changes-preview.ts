import { changesChannel } from '@contract/changes-preview';
import { connect } from '@contract/connect';
import './page.css';
import { vscodeWebviewGlobals } from './rpc/vscode-port';
import './changes-preview/sc-changes-preview';

const { port, window: own } = vscodeWebviewGlobals();
const panel = document.createElement('sc-changes-preview');
panel.connection = connect(changesChannel, port, own);
document.body.append(panel);
