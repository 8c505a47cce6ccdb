import type { PlanView, PlanSection, SectionId } from '@contract/wizard/plan';

const noSsh: PlanView['size']['ssh'] = {
  on: false,
  publicPort: false,
  noPort: null,
  user: 'azureuser',
  userFault: null,
  key: '',
  keyState: { is: 'missing', text: '' },
};

/** Returns a plan without choices, except for the sections of a case. */
export function testPlanView(sections: Partial<Record<SectionId, Partial<PlanSection>>> = {}): PlanView {
  const section = (id: SectionId): PlanSection => ({
    summary: '',
    complete: false,
    locked: null,
    missing: null,
    ...sections[id],
  });
  return {
    start: null,
    language: 'en',
    sample: false,
    account: null,
    signIn: null,
    opened: null,
    access: null,
    led: 0,
    planFile: null,
    preselected: false,
    sections: {
      workspace: section('workspace'),
      compute: section('compute'),
      network: section('network'),
      size: section('size'),
      review: section('review'),
    },
    workspace: {
      subscriptions: { state: { is: 'ready' }, rows: [], note: null },
      subscription: null,
      workspaces: { state: { is: 'ready' }, rows: [] },
      workspace: null,
      recommended: null,
      note: null,
    },
    compute: { kinds: [], kind: 'cluster', publicIps: [], publicIp: null },
    network: {
      managed: null,
      proposed: null,
      network: null,
      subnet: null,
      recommended: null,
      ready: null,
      regions: null,
    },
    size: {
      name: '',
      nameState: { is: 'unchecked', text: '' },
      vmSizes: { state: { is: 'ready' }, rows: [] },
      vmSize: null,
      price: null,
      quota: null,
      nodes: null,
      capacity: null,
      ssh: noSsh,
      identity: { state: { is: 'ready' }, rows: [], chosen: 'none', fault: null },
      tags: [],
      assigned: null,
      shutdown: null,
      schedule: null,
      setupScript: null,
    },
  };
}
