/** What VS Code would do for the wizard, asked of a plain browser. */
export type EditorQuestion =
  | { readonly is: 'confirm' | 'prompt' | 'copy'; readonly text: string }
  | { readonly is: 'open'; readonly url: string }
  | { readonly is: 'save'; readonly name: string; readonly text: string };

/** Does it as a browser can, with its own dialogs and downloads. */
export async function answerAsEditor(question: EditorQuestion): Promise<unknown> {
  switch (question.is) {
    case 'confirm':
      return window.confirm(question.text);
    case 'prompt':
      return window.prompt(question.text);
    case 'copy':
      await navigator.clipboard.writeText(question.text);
      return null;
    case 'open':
      window.open(question.url, '_blank', 'noopener');
      return null;
    case 'save':
      download(question.name, question.text);
      return null;
  }
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
