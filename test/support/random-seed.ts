import fc from 'fast-check';

/** Where another seed is set for all generated cases. */
const variable = 'AML_SECURE_COMPUTE_SEED';

// The same cases each time, so that no change is held up by what it didn't change. The nightly run tries others.
const seed = Number(process.env[variable] ?? 1);
if (!Number.isInteger(seed)) {
  throw new Error(`${variable} is '${process.env[variable]}'. Set it to a whole number.`);
}
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
