import type { Board, BoardGroup, BoardRow } from '@contract/wizard/board';

const run = (text: string, link: string | null = null, mono = false) => ({ text, link, mono });

type Told = readonly [id: string, icon: BoardRow['icon'], name: string, word: string, rest: string];

function row([id, icon, name, word, rest]: Told): BoardRow {
  const counts = { error: 'to-fix', unknown: 'unknown', warning: 'advised', 'pass-default': 'default' } as const;
  const count = icon in counts ? counts[icon as keyof typeof counts] : 'met';
  const open = icon === 'error' || icon === 'warning';
  return {
    id,
    icon,
    name,
    word,
    rest,
    oneLine: count === 'met' || count === 'default',
    counts: count,
    fold: null,
    fix: open ? 'Fix…' : null,
    does: 'fix',
    mark: null,
    was: null,
    details: [
      { label: 'Packet', runs: [run('UDP 10.40.4.4 → 20.86.88.160 port 5831', null, true)] },
      { label: 'Stopped by', runs: [run('4096 Deny-All', 'rule'), run(', outbound, in nsg-training')] },
      { label: 'If left', runs: [run('Creating, updating or deleting the instance fails.')] },
      { label: 'Level', runs: [run('Documented by Microsoft, since 20 Jan 2023')] },
      { label: 'Source', runs: [run('Secure training', 'source'), run(', 12 Jun 2025, and 3 more')] },
      { label: 'Check', runs: [run(id, 'check', true)] },
    ],
    trace: [
      { text: 'No route table: Azure’s own routes', decides: false },
      { text: 'Rule 4096 Deny-All in nsg-training', decides: true },
    ],
    canCopy: open,
    spoken: `${word}. ${name}. ${rest}`,
  };
}

const outbound: readonly Told[] = [
  ['outbound-aml-udp-5831', 'error', 'Create and change computes', 'Blocked', 'by rule 4096 Deny-All · UDP 5831'],
  ['outbound-batch-443', 'error', 'Batch, the service that starts nodes', 'Blocked', 'by rule 4096 Deny-All · TCP 443'],
  ['outbound-storage-445', 'error', 'File share for notebooks and code', 'Blocked', 'by rule 4096 Deny-All · TCP 445'],
  ['outbound-acr-443', 'unknown', 'Your container registry', 'Unknown:', 'you may not read crfraudprod'],
  ['inbound-intra-subnet', 'warning', 'Nodes talk to each other', 'Partly blocked', 'by rule 4096 · all but TCP 443'],
  ['outbound-aml-18881', 'warning', 'Code completion in notebooks', 'Blocked', 'by rule 4096 Deny-All · TCP 18881'],
  ['outbound-frontdoor-frontend-443', 'warning', 'Studio pages and AutoML images', 'Blocked', 'by rule 4096 Deny-All · TCP 443'],
  ['outbound-azuremonitor-443', 'warning', 'Logs and metrics', 'Blocked', 'by rule 4096 Deny-All · TCP 443'],
];

function metGroup(id: string, title: string, n: number): BoardGroup {
  const rows = Array.from({ length: n }, (_, i) =>
    row([`${id}-${String(i)}`, 'pass', `${title} ${String(i + 1)}`, 'Allowed', 'by rule 110']),
  );
  return { id, title, summary: `${String(n)} met`, icon: 'pass', open: false, rows, folds: [] };
}

const empty: Omit<Board, 'title' | 'summary' | 'summaryIcon' | 'counts' | 'groups' | 'spoken'> = {
  revision: 1,
  state: 'judged',
  checking: false,
  hint: null,
  fixAll: null,
  closeRest: null,
  readAt: new Date(Date.now() - 8000).toISOString(),
  dates: 'requirements 19 Mar 2026 · tags 9 Nov 2025',
  stale: null,
  isSignedOut: false,
  notice: null,
  fixNotice: null,
  notes: null,
  notNeeded: [],
  profile: 'current',
};

/** Deny-all outbound without the newer rules. */
export function denyAllBoard(subnet: string, revision: number): Board {
  const folded = Array.from({ length: 7 }, (_, i) => ({
    ...row([`allowed-${String(i)}`, 'pass', `Allowed flow ${String(i + 1)}`, 'Allowed', 'rule 110']),
    fold: 'met',
  }));
  const rows = [...outbound.map(row), ...folded];
  const inbound = metGroup('inbound', 'Inbound', 3);
  return {
    ...empty,
    revision,
    title: `Readiness of ${subnet}`,
    summary: 'Not ready: 3 to fix, 1 unknown',
    summaryIcon: 'error',
    counts: [
      { icon: 'error', text: '3 to fix' },
      { icon: 'unknown', text: '1 unknown' },
      { icon: 'warning', text: '4 advised' },
      { icon: 'pass', text: '22 met' },
    ],
    fixAll: { label: 'Fix all 3…', ids: outbound.slice(0, 3).map(([id]) => id) },
    groups: [
      {
        id: 'outbound',
        title: 'Outbound',
        summary: '3 to fix, 1 unknown, 4 advised',
        icon: null,
        open: true,
        rows,
        folds: [{ id: 'met', icon: 'pass', text: '7 met, all by rules you wrote' }],
      },
      { ...inbound, summary: '3 met, 2 only by default rules', icon: 'pass-default' },
      metGroup('routes', 'Routes and way out', 4),
      metGroup('placement', 'Placement', 6),
      metGroup('addresses', 'Addresses', 2),
    ],
    spoken: `${subnet}: not ready, 3 to fix, 1 unknown.`,
  };
}

export function readyBoard(of: string, revision: number): Board {
  return {
    ...empty,
    revision,
    title: `Readiness of ${of}`,
    summary: 'Ready, 1 advised',
    summaryIcon: 'pass',
    counts: [
      { icon: 'warning', text: '1 advised' },
      { icon: 'pass', text: '28 met' },
    ],
    groups: [
      {
        id: 'outbound',
        title: 'Outbound',
        summary: '1 advised',
        icon: null,
        open: true,
        rows: outbound.slice(-1).map(row),
        folds: [],
      },
      metGroup('inbound', 'Inbound', 2),
      metGroup('routes', 'Routes and way out', 4),
      metGroup('placement', 'Placement', 6),
      metGroup('addresses', 'Addresses', 3),
    ],
    spoken: `${of}: ready, 1 advised.`,
  };
}

export function emptyBoard(): Board {
  return {
    ...empty,
    title: 'Readiness',
    state: 'empty',
    hint: 'Choose a subnet to see what it lets through.',
    summary: 'Nothing to judge yet',
    summaryIcon: 'pending',
    counts: [],
    readAt: null,
    groups: [
      { id: 'outbound', title: 'Outbound', summary: '', icon: null, open: true, rows: outbound.map(row), folds: [] },
    ],
    spoken: '',
  };
}
