/*
 * Another entry point of `npm run fuzz`. Arguments: INPUTS FIRST. Damaged answers of Azure, service tag files, and
 * error messages.
 */
import { wrongWithAnswer } from '../support/damaged-answers';
import { tryInputs } from './try-inputs';

tryInputs('answers damaged', wrongWithAnswer);
