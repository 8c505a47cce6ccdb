import type * as vscode from 'vscode';
import { openCheckPage } from '../../platform/check-page';
import { offer } from '../../platform/ask';
import { createTextViewer } from '../../platform/documents';
import { askForText } from '../../platform/window';
import { explainedError } from '../../wording/explained-error';
import { requirementShortName } from '../../wording/requirement-words';
import type { ExplainErrorDeps } from './deps';

export interface ErrorExplainer extends vscode.Disposable {
  /** Asks for the message and shows its page; nothing where the person gives up. */
  ask(): Promise<void>;
}

/** Buttons that fit on a message. */
const mostButtons = 3;

export function createErrorExplainer({ say }: ExplainErrorDeps): ErrorExplainer {
  const viewer = createTextViewer('aml-secure-compute-errors');
  const openCheck = (id: string): void => void openCheckPage(id);
  return {
    async ask() {
      const text = await askForText({
        title: say('explain.title'),
        prompt: say('explain.prompt'),
        ignoreFocusOut: true,
        validateInput: (value) => (value.trim() === '' ? say('explain.empty') : null),
      });
      if (text === undefined) return;
      const { markdown, checks } = explainedError(say, text.trim());
      await viewer.show(say('explain.file'), markdown);
      if (checks.length === 0) return;
      const pages = checks.slice(0, mostButtons);
      offer(
        say('explain.pages'),
        pages.map((id) => ({ label: requirementShortName(say, id), take: () => openCheck(id) })),
      );
    },
    dispose: () => viewer.dispose(),
  };
}
