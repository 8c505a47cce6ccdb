import { statSync } from 'node:fs';
import { activationSize } from '../../scripts/package.mjs';
import { vsix } from '../../scripts/places.mjs';
import type { Bench } from '../support/bench';

export const benches: readonly Bench[] = [
  { what: 'Loaded by activation', budget: 300, unit: 'kB', measure: () => activationSize() / 1000 },
  { what: 'Package (.vsix)', budget: 3000, unit: 'kB', measure: () => statSync(vsix).size / 1000 },
];
