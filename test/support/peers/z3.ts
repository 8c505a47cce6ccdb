import { init, Z3_lbool } from 'z3-solver';
import type { Prefix } from '../../../src/core/addresses/prefix';
import type { PeerWork } from './work';

export interface Z3Peer {
  /** Whether anything is blocked: one query, which is all that a result needs. */
  isAnyStopped(work: PeerWork): Promise<boolean>;
  end(): void;
}

/** Returns the solver with bit vectors. Its threads would keep the process alive. */
export async function openZ3(): Promise<Z3Peer> {
  const { Z3, em } = await init();
  return {
    async isAnyStopped(work) {
      const config = Z3.mk_config();
      const context = Z3.mk_context(config);
      const solver = Z3.mk_solver(context);
      Z3.solver_inc_ref(context, solver);
      const parsed = Z3.parse_smtlib2_string(context, smtOf(work), [], [], [], []);
      for (let n = 0; n < Z3.ast_vector_size(context, parsed); n++) {
        Z3.solver_assert(context, solver, Z3.ast_vector_get(context, parsed, n));
      }
      const answer = await Z3.solver_check(context, solver);
      Z3.solver_dec_ref(context, solver);
      Z3.del_context(context);
      Z3.del_config(config);
      return answer === Z3_lbool.Z3_L_TRUE;
    },
    end: () => em.PThread.terminateAllThreads(),
  };
}

function smtOf({ rules, required }: PeerWork): string {
  const passed = rules.reduceRight(
    (rest, { allow, prefixes }) => `(ite ${anyOf(prefixes)} ${String(allow)} ${rest})`,
    'false',
  );
  return `(declare-const x (_ BitVec 32)) (assert ${anyOf(required)}) (assert (not ${passed}))`;
}

function anyOf(prefixes: readonly Prefix[]): string {
  return `(or ${prefixes.map(holds).join(' ')} false)`;
}

function holds({ first, last }: Prefix): string {
  return `(and (bvuge x (_ bv${first} 32)) (bvule x (_ bv${last} 32)))`;
}
