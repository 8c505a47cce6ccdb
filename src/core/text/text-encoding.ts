export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that the first bytes of a text state, such as what `>` writes in Windows PowerShell; else UTF-8. */
export function encodingOf([first, second]: Uint8Array): TextEncoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
