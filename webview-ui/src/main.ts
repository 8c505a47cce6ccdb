import { connect } from '@contract/connect';
import { wizardChannel } from '@contract/wizard/channel';
import { mountWizard } from './frame/mount-wizard';
import './page.css';
import { vscodeSurroundings } from './rpc/vscode-port';

const { port, memory, window: own } = vscodeSurroundings();
mountWizard(connect(wizardChannel, port, own), memory);
