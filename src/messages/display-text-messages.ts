/** Re-exports `displayText` for the page, which imports only from this folder. */
export { displayText } from '../core/text/display-text';
