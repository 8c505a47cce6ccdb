/**
 * Code that commands load to sign in. It's one bundle, because more bundles would need more of the limited size of the
 * npm package.
 */
export { createFromPlan } from '../create/create';
export { connectSignedIn } from './connect-signed-in';
