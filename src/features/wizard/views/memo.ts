/** Remembers the last result while the inputs are the very same values. */
export function memo<A extends readonly unknown[], R>(make: (...inputs: A) => R): (...inputs: A) => R {
  let last: { readonly inputs: A; readonly result: R } | undefined;
  return (...inputs) => {
    const same = last?.inputs.every((one, index) => Object.is(one, inputs[index]));
    if (last && same === true) return last.result;
    const result = make(...inputs);
    last = { inputs, result };
    return result;
  };
}
