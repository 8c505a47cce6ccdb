/** Shows names safely in our lines. For the page, which imports only messages. */
export { displayText } from '../core/text/display-text';
