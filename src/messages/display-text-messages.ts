/** Names as lines of ours show them, for the page, which speaks by messages alone. */
export { displayText } from '../core/text/display-text';
