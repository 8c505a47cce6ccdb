import type { ParamsOf } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import { ask } from '../board/ask';
import { TypedFields } from './typed-fields';

export { valueOf } from './typed-fields';

export type SizeChange = ParamsOf<WizardChannel['calls']['changeSize']>;

/** Fields of the size section. */
export abstract class SizeFields extends TypedFields {
  protected change(fields: SizeChange): void {
    void ask(this, this.client.changeSize(fields));
  }
}
