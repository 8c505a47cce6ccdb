import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '@contract/channel';
import type { WizardChannel } from '@contract/wizard/channel';
import type { PlanView, SectionId } from '@contract/wizard/plan';
import type { PageSay } from '@messages/page-say';
import '../review/sc-review';
import '../sections/sc-access';
import '../sections/sc-network';
import '../sections/sc-size';
import '../sections/sc-targets';
import '../sections/sc-compute';
import '../sections/sc-workspace';
import type { PageLayout, ListLayout } from '../wizard/layout';
import type { PageState } from '../wizard/state';

export interface SectionLook {
  readonly state: PageState;
  readonly plan: PlanView;
  readonly client: Client<WizardChannel>;
  readonly say: PageSay;
  readonly layout: PageLayout;
  readonly listLayout: ListLayout;
  /** Maximum number of rows that each list shows. */
  readonly visible: number;
}

/** Renders the body of an open section. */
export function sectionBody(id: SectionId, look: SectionLook): TemplateResult | typeof nothing {
  const { state, plan, client, say, listLayout } = look;
  const missing = state.incompleteSection === id ? plan.sections[id].missing : null;
  switch (id) {
    case 'workspace':
      return html`<sc-workspace
        .plan=${plan}
        .client=${client}
        .say=${say}
        .layout=${listLayout}
        .missing=${missing}
      ></sc-workspace>`;
    case 'compute':
      return html`<sc-compute .plan=${plan} .client=${client} .say=${say} .missing=${missing}></sc-compute>`;
    case 'network':
      return networkSection(look, missing);
    case 'size':
      return sizeSection(look, missing);
    case 'review':
      return state.review === null
        ? nothing
        : html`<sc-review
            .view=${state.review}
            .client=${client}
            .say=${say}
            .flowsAs=${state.view.flowsAs}
          ></sc-review>`;
  }
}

function networkSection(look: SectionLook, missing: string | null): TemplateResult {
  const { state, plan, client, say, listLayout, visible } = look;
  if (plan.access !== null) return targetsSection(look, missing);
  return html`<sc-network
    .plan=${plan}
    .networks=${state.networks}
    .subnets=${state.subnets}
    .outcomes=${state.outcomes}
    .filter=${state.view.filter}
    .group=${state.view.group}
    .client=${client}
    .say=${say}
    .layout=${listLayout}
    .visible=${visible}
    .missing=${missing}
  ></sc-network>`;
}

/** Renders the targets. An attached resource has its own network. */
function targetsSection(look: SectionLook, missing: string | null): TemplateResult {
  const { state, client, say, listLayout, visible } = look;
  return html`<sc-targets
    .targets=${state.targets}
    .outcomes=${state.outcomes}
    .filter=${state.view.filter}
    .client=${client}
    .say=${say}
    .layout=${listLayout}
    .visible=${visible}
    .missing=${missing}
  ></sc-targets>`;
}

/** Renders machine size and number, or how Azure ML accesses the attached resource. */
function sizeSection({ plan, client, say, layout }: SectionLook, missing: string | null): TemplateResult {
  return plan.access === null
    ? html`<sc-size
        .plan=${plan}
        .client=${client}
        .say=${say}
        .layout=${layout}
        .missing=${missing}
      ></sc-size>`
    : html`<sc-access
        .plan=${plan}
        .access=${plan.access}
        .client=${client}
        .say=${say}
        .layout=${layout}
        .missing=${missing}
      ></sc-access>`;
}
