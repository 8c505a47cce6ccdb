/** Returns whether a character is allowed in names: ASCII letters, digits, and the underscore. */
export function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code);
}

export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/**
 * Returns whether a character is white space within a line. The byte order mark that some editors write counts as white space.
 */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xfeff;
}
