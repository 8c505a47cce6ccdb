import type { WizardState } from './state';

/** Holds the one state of a wizard and tells when it changed; changes of one turn are told once. */
export interface WizardStore {
  get(): WizardState;
  set(patch: Partial<WizardState>): void;
  onChange(listener: () => void): void;
}

export function createWizardStore(first: WizardState): WizardStore {
  let state = first;
  let told = true;
  const listeners: (() => void)[] = [];
  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...patch };
      if (!told) return;
      told = false;
      queueMicrotask(() => {
        told = true;
        for (const listener of listeners) listener();
      });
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
