import { changesChannel } from '@contract/changes-preview';
import { connect } from '@contract/connect';
import '../src/changes-preview/sc-changes-preview';
import '../src/page.css';
import { wear } from './themes';

// ?theme=light: the panel of a preview in a plain browser. It shows the previews that a test dispatches as `preview`.
wear(new URLSearchParams(location.search).get('theme'));
const panel = document.createElement('sc-changes-preview');
panel.connection = connect(changesChannel, {
  post: () => undefined,
  listen: (listener) => {
    const show = (event: Event): void => {
      if (event instanceof CustomEvent) {
        listener({ is: 'signal', name: 'previewChanged', payload: event.detail as unknown });
      }
    };
    window.addEventListener('preview', show);
    return () => {
      window.removeEventListener('preview', show);
    };
  },
});
document.body.append(panel);
