/* Entry point of `npm run fuzz`. Arguments: INPUTS FIRST [FOLDER]. The last line is `N passed, N failed`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBicep } from '../../src/documents/bicep/read-bicep';
import { bicepFixtures } from '../support/bicep-fixtures';
import { lossesOf } from '../support/bicep-syntax';
import { mutated } from '../support/mutations';
import { tryInputs, wrongWithReading } from './try-inputs';

const folder = process.argv[4];
const others =
  folder === undefined
    ? []
    : globSync('**/*.bicep', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'));
const texts = [...bicepFixtures().map((one) => one.text), ...others];

tryInputs(`${texts.length} files damaged`, (number) => {
  const text = mutated(number, texts);
  return wrongWithReading(() => {
    readBicep(text, 'main.bicep');
    return lossesOf(text, 'main.bicep');
  });
});
