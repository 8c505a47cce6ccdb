import type { DeployedTemplate, Handle } from './evaluator';
import { IdsByType } from './ids-by-type';
import { writtenIn } from './written-in';
import type { Value } from './value';

/**
 * The resources that a deployment and all that it deploys make, by id: a template may ask for what another one makes. They
 * are collected when somebody asks, so that a template that does not costs nothing.
 */
export class WholeIndex {
  private readonly ids: IdsByType;

  constructor(deployment: () => DeployedTemplate) {
    this.ids = new IdsByType(() =>
      deployment()
        .instances()
        .filter(({ isExisting }) => !isExisting),
    );
  }

  find(id: Value): Handle | undefined {
    const written = writtenIn(id);
    return written?.startsWith('/') === true ? this.ids.find(written) : undefined;
  }
}
