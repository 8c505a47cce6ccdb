/* What `npm run fuzz` also runs: INPUTS FIRST. Damaged answers of Azure, files of service tags, and error messages. */
import { wrongWithAnswer } from '../support/damaged-answers';
import { tryInputs } from './try-inputs';

tryInputs('answers damaged', wrongWithAnswer);
