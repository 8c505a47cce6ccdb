import type { MessageKey } from '../../messages/en/catalog';

interface Text {
  readonly label: MessageKey;
  readonly detail: MessageKey;
}

/** All predefined faults, in the order of the list. */
export const injectableFaults = {
  slow: { label: 'faults.slow.label', detail: 'faults.slow.detail' },
  signedOut: { label: 'faults.signedOut.label', detail: 'faults.signedOut.detail' },
  joinForbidden: { label: 'faults.joinForbidden.label', detail: 'faults.joinForbidden.detail' },
  changeForbidden: { label: 'faults.changeForbidden.label', detail: 'faults.changeForbidden.detail' },
  throttled: { label: 'faults.throttled.label', detail: 'faults.throttled.detail' },
  serverError: { label: 'faults.serverError.label', detail: 'faults.serverError.detail' },
  timeout: { label: 'faults.timeout.label', detail: 'faults.timeout.detail' },
  offline: { label: 'faults.offline.label', detail: 'faults.offline.detail' },
  lostAnswer: { label: 'faults.lostAnswer.label', detail: 'faults.lostAnswer.detail' },
  lateChange: { label: 'faults.lateChange.label', detail: 'faults.lateChange.detail' },
  ruleMissing: { label: 'faults.ruleMissing.label', detail: 'faults.ruleMissing.detail' },
  lateCreation: { label: 'faults.lateCreation.label', detail: 'faults.lateCreation.detail' },
  meanwhile: { label: 'faults.meanwhile.label', detail: 'faults.meanwhile.detail' },
} as const satisfies Readonly<Record<string, Text>>;

export type FaultsPreset = keyof typeof injectableFaults;

/** Controls the faults of the sample. Features can't import the sample itself. */
export interface FaultInjectionPort {
  apply(preset: FaultsPreset): void;
  /** Applies all faults of a file. If the file is invalid, applies none and returns the location of the error. */
  applyFile(
    text: string,
  ): { readonly is: 'faults' } | { readonly is: 'wrong'; readonly at: string; readonly expected: string };
  groups(): readonly string[];
  denyOutbound(groupId: string): boolean;
  /** Takes the permission to change networks from the signed-in user. */
  limitRole(): void;
  clear(): void;
  pending(): number;
  onChange(listener: () => void): void;
}
