import type { Listen } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { PageEvent } from './state';

/** Turns every signal of the host into the reducer's event. */
export function listenToHost(on: Listen<WizardChannel>, dispatch: (event: PageEvent) => void): void {
  on('planChanged', (plan) => {
    dispatch({ is: 'plan', plan });
  });
  on('networksChanged', (networks) => {
    dispatch({ is: 'snapshot', of: { networks } });
  });
  on('subnetsChanged', (subnets) => {
    dispatch({ is: 'snapshot', of: { subnets } });
  });
  on('targetsChanged', (targets) => {
    dispatch({ is: 'snapshot', of: { targets } });
  });
  on('boardChanged', (board) => {
    dispatch({ is: 'snapshot', of: { board } });
  });
  on('previewChanged', (preview) => {
    dispatch({ is: 'snapshot', of: { preview } });
  });
  on('reviewChanged', (review) => {
    dispatch({ is: 'snapshot', of: { review } });
  });
  on('creationChanged', (creation) => {
    dispatch({ is: 'snapshot', of: { creation } });
  });
  on('reportChanged', (report) => {
    dispatch({ is: 'snapshot', of: { report } });
  });
  on('outdated', () => {
    dispatch({ is: 'snapshot', of: { outdated: true } });
  });
}
