import type { OutcomeIcon } from './shared-schemas';

/** Each result's own shape, by the name of VS Code's icon; a color only repeats it. */
export const outcomeCodicons: Readonly<Record<OutcomeIcon, string>> = {
  pass: 'pass-filled',
  'pass-default': 'pass',
  error: 'error',
  warning: 'warning',
  info: 'info',
  unknown: 'question',
  appliance: 'arrow-circle-right',
  unfit: 'circle-slash',
  pending: 'circle-large-outline',
};
