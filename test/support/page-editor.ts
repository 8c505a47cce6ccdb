import type { EditorRequest } from './page-port';
import type { EditorPorts } from './sample-wizard';

/** Returns the editor around a wizard that a user opened in a plain browser: the page itself asks, copies, and saves. */
export function pageEditor(ask: EditorRequest): Partial<EditorPorts> {
  const save = (name: string, text: string): Promise<unknown> => ask({ is: 'save', name, text });
  return {
    confirm: async ({ title, detail, button }) =>
      (await ask({ is: 'confirm', text: `${title}\n\n${detail}\n\n${button}?` })) === true,
    askSecret: ({ title, prompt }) =>
      ask({ is: 'prompt', text: `${title}\n\n${prompt}` }).then(textOrNothing),
    askText: ({ title, prompt }) => ask({ is: 'prompt', text: `${title}\n\n${prompt}` }).then(textOrNothing),
    askOne: async ({ title, prompt }, lines) => {
      const all = lines.map(({ label }) => label).join(', ');
      const typed = textOrNothing(await ask({ is: 'prompt', text: `${title}\n\n${prompt}\n\n${all}` }));
      return lines.find(({ label }) => label === typed)?.value;
    },
    readChosenFile: ({ title }) => ask({ is: 'prompt', text: title }).then(textOrNothing),
    copy: async (text) => void (await ask({ is: 'copy', text })),
    open: async (url) => void (await ask({ is: 'open', url })),
    async write(files) {
      for (const { name, text } of files) await save(name, text);
      return { folder: 'Downloads', files: [] };
    },
    saveText: async (name, text) => void (await save(name, text)),
    notify: (message, button, onPress) =>
      void ask({ is: 'confirm', text: `${message}\n\n${button}?` }).then((yes) => {
        if (yes === true) onPress();
      }),
  };
}

function textOrNothing(answer: unknown): string | undefined {
  return typeof answer === 'string' ? answer : undefined;
}
