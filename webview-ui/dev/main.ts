import { connect } from '@contract/connect';
import { wizardChannel } from '@contract/wizard/channel';
import { sectionIds } from '@contract/wizard/plan';
import { mountWizard } from '../src/frame/mount-wizard';
import '../src/page.css';
import { noView } from '../src/wizard/view-state';
import { portPair } from './memory-port';
import { scenarios } from './scenarios';
import { scriptedHost } from './scripted-host';
import { themes, wear, type ThemeName } from './themes';

// ?scenario=deny-all&theme=dark: what the page shows is in its address, so that a test can ask for it.
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme') ?? 'dark';
const make = scenarios[asked.get('scenario') ?? 'deny-all'] ?? scenarios['deny-all'];

wear(theme in themes ? (theme as ThemeName) : 'dark');
if (make) {
  const made = make();
  const opened = sectionIds.find((one) => one === asked.get('open')) ?? made.open;
  const scenario = { ...made, plan: { ...made.plan, opened } };
  const [page, host] = portPair();
  scriptedHost(host, scenario);
  let kept: unknown = noView;
  const memory = {
    read: () => kept,
    write: (state: unknown) => {
      kept = structuredClone(state);
    },
  };
  mountWizard(connect(wizardChannel, page), memory);
}
