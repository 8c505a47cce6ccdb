import { reason } from '../../core/reason';
import type { WorkerPool, Job, WorkerOutcome } from '../answers/worker-pool';

/** One thread, as the pool needs it. */
export interface Thread {
  post(job: Job): void;
  end(): Promise<unknown>;
}

/** What a thread tells: what became of its job, or that it is no more. */
export interface ThreadEvents {
  done(outcome: WorkerOutcome): void;
  gone(why: string): void;
}

interface Task {
  readonly job: Job;
  readonly resolve: (outcome: WorkerOutcome) => void;
  /** Threads that ended over it. */
  losses: number;
}

interface Seat {
  thread: Thread | undefined;
  task: Task | undefined;
}

/** A job over which a second thread ends is to blame, and not its neighbors. */
const mostLosses = 2;

/**
 * Does jobs on `count` threads, each started when it is first needed. A thread that ends takes nothing with it: its job
 * goes to a new one, and is given up where that ends as well.
 */
export function createPool(count: number, start: (events: ThreadEvents) => Thread): WorkerPool {
  const waiting: Task[] = [];
  const seats: readonly Seat[] = Array.from({ length: count }, () => ({
    thread: undefined,
    task: undefined,
  }));

  function fill(seat: Seat): void {
    const task = seat.task ? undefined : waiting.shift();
    if (!task) return;
    seat.task = task;
    seat.thread ??= start({
      done: (outcome) => finish(seat, outcome),
      gone: (why) => lose(seat, why),
    });
    seat.thread.post(task.job);
  }

  function finish(seat: Seat, outcome: WorkerOutcome): void {
    seat.task?.resolve(outcome);
    seat.task = undefined;
    fill(seat);
  }

  function lose(seat: Seat, what: string): void {
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
