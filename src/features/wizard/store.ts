import { batch, signal } from '@preact/signals-core';
import { deriveState } from './derive-state';
import type { DerivedState, StoredState, WizardState } from './state';
import { createComputeTurns, type ComputeTurns } from './compute-turns';

/** Holds the one state of a wizard and tells when it changed; changes of one turn are told once. */
export interface WizardStore {
  /** The state as it is now. What follows from it is computed when it's read, and is that of the newest state. */
  get(): WizardState;
  /** The same, for what is derived: whoever reads a part of it in a computed value is computed again when that part changes. */
  readonly tracked: WizardState;
  set(patch: Partial<StoredState>): void;
  /** What is derived of it isn't left for a later turn. */
  readonly atOnce: ComputeTurns['atOnce'];
  onChange(listener: () => void): void;
}

export function createWizardStore(
  first: StoredState,
  turns: ComputeTurns = createComputeTurns(),
): WizardStore {
  const names = Object.keys(first) as (keyof StoredState)[];
  const parts = new Map(names.map((name) => [name, signal<unknown>(first[name])]));
  const read = (name: keyof StoredState): unknown => parts.get(name)?.value;
  const trackedParts = Object.fromEntries(
    names.map((name) => [name, { enumerable: true, get: () => read(name) }]),
  );
  const follows: DerivedState = deriveState(() => tracked, turns);
  const tracked = Object.create(follows, trackedParts) as WizardState;
  let state: WizardState | undefined;
  let told = true;
  const listeners: (() => void)[] = [];

  function tell(): void {
    if (!told) return;
    told = false;
    queueMicrotask(() => {
      told = true;
      for (const listener of listeners) listener();
    });
  }

  turns.onNext(tell);
  return {
    atOnce: turns.atOnce,
    tracked,
    get: () => (state ??= Object.assign(Object.create(follows) as WizardState, tracked)),
    set(patch) {
      state = undefined;
      batch(() => {
        for (const [name, value] of Object.entries(patch)) {
          const part = parts.get(name as keyof StoredState);
          if (part) part.value = value;
        }
      });
      tell();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
