// A separate window: the wizard's host, its plan stored in a folder as in VS Code, and Azure on loopback. It clicks
// *Create* or *Attach*, and runs until it is stopped: `create-in-wizard <origin> <folder> <cluster|attached>`.
import { connectAzure } from '../../../src/azure/connect';
import { editorHttpClient } from '../../../src/azure/http-client';
import { keepPlans } from '../../../src/features/wizard/plan-storage';
import { windowFiles } from '../../../src/platform/window-files';
import { openTarget } from '../../unit/features/wizard/attach-in-wizard';
import { healthy, openWizardAt, type OpenWizardOptions } from '../../unit/features/wizard/open-wizard';

const [endpoint = '', folder = '', what] = process.argv.slice(2);
const log = { debug: console.log, info: console.log, error: console.error };
const plans = keepPlans(windowFiles(folder, 'plans'), log);
plans.keptPlan({ id: 'first', before: null });
const options: OpenWizardOptions = {
  plans,
  secret: process.env['ATTACH_SECRET'] ?? '',
  connect: (own) => {
    const getToken = () => Promise.resolve({ token: 'sandbox', expiresOnTimestamp: Date.now() + 3_600_000 });
    const azure = connectAzure({ credential: { getToken }, endpoint, httpClient: editorHttpClient() });
    return Promise.resolve({ ...own, azure });
  },
};
const wizard =
  what === 'attached'
    ? await openTarget('virtual-machine', 'vm-dsvm-risk', options)
    : await openWizardAt(healthy, options);
await wizard.call.create({ anyway: true });
