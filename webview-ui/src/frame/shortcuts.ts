/**
 * Keyboard shortcuts for the whole page. Esc isn't included: filter, preview, and Readiness each handle it themselves.
 */
export type Shortcut = 'primary' | 'filter' | 'nextToFix' | 'previousToFix';

interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): Shortcut | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return withControl(key, shiftKey);
  if (key !== 'F8') return null;
  return shiftKey ? 'previousToFix' : 'nextToFix';
}

function withControl(key: string, shiftKey: boolean): Shortcut | null {
  if (shiftKey) return null;
  if (key === 'Enter') return 'primary';
  return key.toLowerCase() === 'f' ? 'filter' : null;
}
