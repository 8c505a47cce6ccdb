/** Names as lines of ours show them, for the page, which speaks by messages alone. */
export { shownText } from '../core/text/shown-text';
