import { reason } from '../../core/reason';
import type { WorkerPool, Job, WorkerOutcome } from '../answers/worker-pool';

/** One thread, as the pool uses it. */
export interface Thread {
  post(job: Job): void;
  end(): Promise<unknown>;
}

/** Events of a thread: a job's outcome, or the thread's end. */
export interface ThreadEvents {
  done(outcome: WorkerOutcome): void;
  exited(why: string): void;
}

interface Task {
  readonly job: Job;
  readonly resolve: (outcome: WorkerOutcome) => void;
  /** Number of threads that ended during it. */
  losses: number;
}

interface WorkerSlot {
  thread: Thread | undefined;
  task: Task | undefined;
}

/** If a second thread ends during a job, that job is the cause, and not the other ones. */
const mostLosses = 2;

/**
 * Runs jobs on `count` threads, each started on first use. If a thread ends, its job is retried on a new one, and given
 * up if that ends too.
 */
export function createPool(count: number, start: (events: ThreadEvents) => Thread): WorkerPool {
  const waiting: Task[] = [];
  const seats: readonly WorkerSlot[] = Array.from({ length: count }, () => ({
    thread: undefined,
    task: undefined,
  }));

  function fill(seat: WorkerSlot): void {
    const task = seat.task ? undefined : waiting.shift();
    if (!task) return;
    seat.task = task;
    seat.thread ??= start({
      done: (outcome) => finish(seat, outcome),
      exited: (why) => lose(seat, why),
    });
    seat.thread.post(task.job);
  }

  function finish(seat: WorkerSlot, outcome: WorkerOutcome): void {
    seat.task?.resolve(outcome);
    seat.task = undefined;
    fill(seat);
  }

  function lose(seat: WorkerSlot, what: string): void {
    const { task } = seat;
    seat.thread = undefined;
    seat.task = undefined;
    if (task) again(task, what);
    fill(seat);
  }

  function again(task: Task, what: string): void {
    task.losses += 1;
    if (task.losses < mostLosses) waiting.unshift(task);
    else {
      task.resolve({
        is: 'failed',
        file: task.job.file,
        code: 3,
        because: reason('terminal.crashed', { file: task.job.file, what }),
      });
    }
  }

  return {
    do: (job) =>
      new Promise((resolve) => {
        waiting.push({ job, resolve, losses: 0 });
        seats.forEach(fill);
      }),
    async end() {
      await Promise.all(seats.flatMap(({ thread }) => (thread ? [thread.end()] : [])));
    },
  };
}
