import type { Clock } from './clock';
import type { Loads } from './loads';
import type { WizardPorts } from './ports';
import type { Store } from './store';

/** What every action of the wizard works with. */
export interface WizardContext {
  readonly store: Store;
  readonly ports: WizardPorts;
  readonly loads: Loads;
  readonly clock: Clock;
}
