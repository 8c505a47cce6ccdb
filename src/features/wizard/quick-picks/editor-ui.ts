import * as vscode from 'vscode';
import { askLine, askOne, type Answered } from '../../../platform/quick-ui';
import { verdictCodicons } from '../../../contract/wizard/verdict-codicons';
import { back, type QuickAnswer, type QuickItem, type QuickUi } from './question';

/** The questions in VS Code's own lists and boxes. */
export const editorUi: QuickUi = {
  pick: async (place, items) =>
    answerOf(
      await askOne(
        place,
        items.then((all) => all.map(lineOf)),
      ),
    ),
  type: async (place, box) => answerOf(await askLine(place, box)),
  tell: (message) => void vscode.window.showWarningMessage(message),
};

function answerOf(answered: Answered): QuickAnswer {
  if (answered.is === 'answer') return answered.value;
  return answered.is === 'back' ? back : undefined;
}

/** Azure's names are text: a dollar and a bracket in them would be drawn as an icon. */
function lineOf({ icon, label, description, detail, ...rest }: QuickItem) {
  const plain = (text: string): string => text.replaceAll('$(', '$\u200b(');
  const shown = plain(detail);
  return {
    ...rest,
    label: plain(label),
    description: plain(description),
    detail: icon === null || shown === '' ? shown : `$(${verdictCodicons[icon]}) ${shown}`,
  };
}
