import type { CorpusPart } from './corpus-part';
import { editsOf } from './edits-of';
import { onTwoCores } from './on-two-cores';

/** An edited list has the same items apart from the edit, and nothing else in the file is lost. */
export const edits: CorpusPart = {
  title: 'Edits',
  async run(files, { folder, isWhole }) {
    const declaring = files.filter(({ name }) => name.endsWith('.bicep'));
    const all = isWhole
      ? await onTwoCores('edits', declaring, { folder, isWhole })
      : declaring.map((file) => editsOf(file, false));
    const edited = all.reduce((total, { lists }) => total + lists, 0);
    const failures = all.flatMap(({ name, losses }) =>
      losses.map(({ edit, wrong }) => `${name}, ${edit}: ${wrong}`),
    );
    return { lines: [`${edited} lists edited`], passed: edited, failures };
  },
};
