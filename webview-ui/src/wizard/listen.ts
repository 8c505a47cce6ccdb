import type { Listen } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { PageEvent } from './state';

/** Turns every signal of the host into the reducer's event. */
export function listenToHost(on: Listen<WizardChannel>, dispatch: (event: PageEvent) => void): void {
  on('planChanged', (plan) => {
    dispatch({ is: 'plan', plan });
  });
  on('networksChanged', (networks) => {
    dispatch({ is: 'networks', networks });
  });
  on('subnetsChanged', (subnets) => {
    dispatch({ is: 'subnets', subnets });
  });
  on('boardChanged', (board) => {
    dispatch({ is: 'board', board });
  });
  on('previewChanged', (preview) => {
    dispatch({ is: 'preview', preview });
  });
  on('reviewChanged', (review) => {
    dispatch({ is: 'review', review });
  });
  on('creationChanged', (creation) => {
    dispatch({ is: 'creation', creation });
  });
  on('outdated', () => {
    dispatch({ is: 'outdated' });
  });
}
