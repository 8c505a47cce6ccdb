export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** The encoding that the first bytes of a text state, such as what `>` writes in Windows PowerShell; else UTF-8. */
export function encodingOf([first, second, third, fourth]: Uint8Array): TextEncoding {
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
