import { init, Z3_lbool } from 'z3-solver';
import { engineResult, randomCase } from '../support/random-network';
import { seeded } from '../support/random';
import { disagreement } from './compare';
import { kinds, smtOf, type ProofKind } from './smt';

type Solver = Awaited<ReturnType<typeof init>>['Z3'];

/** Returns the existing kinds of packets. The text is passed in the only call that reads it before it returns. */
async function kindsOf(Z3: Solver, assertions: string): Promise<ProofKind[]> {
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  const solver = Z3.mk_solver(context);
  Z3.solver_inc_ref(context, solver);
  const parsed = Z3.parse_smtlib2_string(context, assertions, [], [], [], []);
  for (let n = 0; n < Z3.ast_vector_size(context, parsed); n++) {
    Z3.solver_assert(context, solver, Z3.ast_vector_get(context, parsed, n));
  }
  const found: ProofKind[] = [];
  for (const kind of kinds) {
    const wanted = Z3.mk_const(context, Z3.mk_string_symbol(context, kind), Z3.mk_bool_sort(context));
    const answer = await Z3.solver_check_assumptions(context, solver, [wanted]);
    if (answer === Z3_lbool.Z3_L_UNDEF) throw new Error('The solver gave up');
    if (answer === Z3_lbool.Z3_L_TRUE) found.push(kind);
  }
  Z3.solver_dec_ref(context, solver);
  Z3.del_context(context);
  Z3.del_config(config);
  return found;
}

/**
 * Compares the engine's results with z3 for cases `first` to `first + count - 1`, and prints each disagreement. The
 * solver's memory never shrinks, so a process runs at most 250 cases.
 */
async function prove(first: number, count: number): Promise<void> {
  const { Z3 } = await init();
  const seen: Record<string, number> = {};
  let wrong = 0;
  for (let number = first; number < first + count; number++) {
    const one = randomCase(seeded(number));
    const answer = engineResult(one);
    seen[answer.outcome.is] = (seen[answer.outcome.is] ?? 0) + 1;
    const found = await kindsOf(Z3, smtOf(one));
    const wrongly = disagreement(answer, found);
    if (wrongly === undefined) continue;
    wrong++;
    console.log(`case ${number}: ${wrongly}`);
  }
  console.log(JSON.stringify({ first, count, wrong, seen }));
  // The solver's threads would keep the process alive.
  process.exit(wrong === 0 ? 0 : 1);
}

const [first = '0', count = '250'] = process.argv.slice(2);
prove(Number(first), Number(count)).catch((error: unknown) => {
  console.error(error);
  process.exit(2);
});
