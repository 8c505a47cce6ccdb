import type { WizardClock } from './clock';
import type { Loads } from './running-loads';
import type { WizardPorts } from './ports';
import type { WizardStore } from './store';

/** Context of all wizard actions. */
export interface WizardContext {
  readonly store: WizardStore;
  readonly ports: WizardPorts;
  readonly loads: Loads;
  readonly clock: WizardClock;
}
