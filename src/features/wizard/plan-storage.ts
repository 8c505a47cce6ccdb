import { decodeStoredPlan, noPlan } from '../../contract/wizard/stored-choices';
import type { Log } from '../../platform/log';
import type { WindowFiles } from '../../platform/window-files';
import type { WizardPorts } from './ports';

/** Stores each window's plan in a separate file. */
export function keepPlans(files: WindowFiles, log: Log): Pick<WizardPorts, 'keptPlan' | 'keep'> {
  let id: string | undefined;
  return {
    keptPlan(window) {
      id = window?.id ?? id;
      const windowIds = window ? [window.id, ...(window.before === null ? [] : [window.before])] : [];
      return files.read(windowIds, decodeStoredPlan) ?? noPlan;
    },
    keep({ choices, opened }) {
      if (id === undefined) return;
      try {
        files.write(id, { choices, opened });
      } catch (error) {
        // If the disk is full, the plan is lost for the next window, but not for this one.
        log.error('plan not kept', error);
      }
    },
  };
}
