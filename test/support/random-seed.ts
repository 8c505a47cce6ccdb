import fc from 'fast-check';

/** Variable that sets another seed for all generated cases. */
const variable = 'AML_SECURE_COMPUTE_SEED';

// The same cases each time, so that no change fails for something that it didn't change. The nightly run tests others.
const seed = Number(process.env[variable] ?? 1);
if (!Number.isInteger(seed)) {
  throw new Error(`${variable} is '${process.env[variable]}'. Set it to a whole number.`);
}
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
