/** What commands that sign in load, in one part: more parts would take more of the room that the package for npm has. */
export { createFromPlan } from '../create/create';
export { connectSignedIn } from './connect-signed-in';
