import { connect } from '@contract/connect';
import { wizardChannel } from '@contract/wizard/channel';
import { mountWizard } from '../src/frame/mount-wizard';
import '../src/page.css';
import { findWindow } from '../src/rpc/page-window';
import { noView } from '../src/wizard/view-state';
import { hostPort } from './host-port';
import { wear } from './themes';

// ?theme=light&lang=fr: how the page looks is in its address. A test's page is a wizard's that waits for it: ?page=test-1
const asked = new URLSearchParams(location.search);

wear(asked.get('theme'));
let kept: unknown = noView;
const memory = {
  read: () => kept,
  write: (state: unknown) => {
    kept = structuredClone(state);
  },
};
const port = hostPort(asked.get('page') ?? crypto.randomUUID(), document.documentElement.lang);
mountWizard(connect(wizardChannel, port, findWindow(window, null)), memory);
