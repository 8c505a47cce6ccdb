import { answerOf } from '../../../azure-store/queries';
import { findDefaultImage } from '../../../documents/python/default-image';
import type { PythonFile } from '../../../platform/python-files';
import type { WizardContext } from '../context';
import type { DefaultImageUse } from '../state';

/**
 * Searches the workspace's Python files for default images with user-managed dependencies.
 * In December 2020, some requirements applied only to these. The files are shown next to that question, but don't
 * answer it.
 */
export async function lookAtPython({ store, ports, loads, clock }: WizardContext): Promise<void> {
  loads.stop('python');
  store.set({ defaultImages: [] });
  if (store.get().choices.profile !== '2020-12' || !ports.isTrusted()) return;
  const defaultImages = await loads.run(
    'python',
    (stop) => answerOf(usesIn(ports.pythonFiles(), stop), () => clock.now()),
    () => undefined,
  );
  if (defaultImages) store.set({ defaultImages });
}

async function usesIn(files: AsyncIterable<PythonFile>, stop: AbortSignal): Promise<DefaultImageUse[]> {
  const uses: DefaultImageUse[] = [];
  for await (const { name, text } of files) {
    if (stop.aborted) break;
    const place = findDefaultImage(name, text);
    if (place) uses.push({ file: name, ...place });
  }
  return uses.sort((a, b) => (a.file < b.file ? -1 : 1));
}
