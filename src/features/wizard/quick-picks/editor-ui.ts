import { askLine, askOne, type Answered } from '../../../platform/quick-ui';
import { outcomeIcons } from '../../../contract/wizard/outcome-icons';
import { showMessage } from '../../../platform/window';
import { back, type QuickAnswer, type QuickItem, type QuickUi } from './question';

/** Asks questions in VS Code's quick picks and input boxes. */
export const editorUi: QuickUi = {
  pick: async (place, items) =>
    answerOf(
      await askOne(
        place,
        items.then((all) => all.map(lineOf)),
      ),
    ),
  type: async (place, box) => answerOf(await askLine(place, box)),
  notify: (message) => showMessage('warning', message),
};

function answerOf(answered: Answered): QuickAnswer {
  if (answered.is === 'answer') return answered.value;
  return answered.is === 'back' ? back : undefined;
}

function lineOf({ icon, ...rest }: QuickItem) {
  return icon === null ? rest : { ...rest, detailIcon: outcomeIcons[icon].codicon };
}
