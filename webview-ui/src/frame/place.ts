import { deepElements, deepFocus } from './deep-focus';

/** Focus and scroll positions of the page, to which the user returns from another page. */
export interface Place {
  /** Restores the scroll positions of elements that still exist. */
  scrollBack(): void;
  /** Moves the focus to the control that had it; false if it's gone or disabled. */
  focusAgain(): boolean;
}

/** Records focus and scroll positions below `root`, across shadow roots. */
export function placeOf(root: ParentNode): Place {
  const focused = deepFocus();
  const positions = deepElements(root)
    .map((element) => ({ element, top: element.scrollTop }))
    .filter(({ top }) => top > 0);
  return {
    scrollBack() {
      for (const { element, top } of positions) element.scrollTop = top;
    },
    focusAgain() {
      if (focused?.isConnected !== true || focused === document.body) return false;
      focused.focus({ preventScroll: true });
      return deepFocus() === focused;
    },
  };
}
