import { reason } from '../../core/reason';
import type { WorkerPool, Job, WorkerOutcome } from '../source-reports/worker-pool';

/** A job with a number, by which a thread reports its outcome. */
export interface NumberedJob {
  readonly number: number;
  readonly job: Job;
}

/** The outcome of a numbered job. */
export interface NumberedOutcome {
  readonly number: number;
  readonly outcome: WorkerOutcome;
}

/** One thread, as the pool uses it. */
export interface Thread {
  post(job: NumberedJob): void;
  end(): Promise<unknown>;
}

/** Events of a thread: a job's outcome, or the thread's end. */
export interface ThreadEvents {
  done(outcome: NumberedOutcome): void;
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
  /** Its jobs by their number. */
  readonly tasks: Map<number, Task>;
}

/** If a second thread ends during a job, that job is the cause, and not the other ones. */
const mostLosses = 2;

/** While one job waits for a file, the thread works on the other, so that it isn't idle. */
const jobsAtOnce = 2;

/**
 * Runs jobs on `count` threads, each started on first use. If a thread ends, its jobs are retried on a new one, each
 * alone, because only one of them may be the cause. A job is given up if that thread ends too.
 */
export function createPool(count: number, start: (events: ThreadEvents) => Thread): WorkerPool {
  const waiting: Task[] = [];
  const seats: readonly WorkerSlot[] = Array.from({ length: count }, () => ({
    thread: undefined,
    tasks: new Map(),
  }));
  let last = 0;

  function fill(seat: WorkerSlot): void {
    const [task] = waiting;
    if (!task || !hasRoom(seat, task)) return;
    waiting.shift();
    const number = (last += 1);
    seat.tasks.set(number, task);
    seat.thread ??= startFor(seat);
    seat.thread.post({ number, job: task.job });
  }

  function startFor(seat: WorkerSlot): Thread {
    return start({
      done: ({ number, outcome }) => {
        seat.tasks.get(number)?.resolve(outcome);
        seat.tasks.delete(number);
        fillAll();
      },
      exited: (why) => lose(seat, why),
    });
  }

  /** Jobs are spread over all threads before one gets a second. */
  function fillAll(): void {
    for (let size = 0; size < jobsAtOnce; size += 1) {
      seats.filter(({ tasks }) => tasks.size === size).forEach(fill);
    }
  }

  function lose(seat: WorkerSlot, what: string): void {
    const tasks = [...seat.tasks.values()];
    seat.thread = undefined;
    seat.tasks.clear();
    for (const task of tasks.reverse()) again(task, what);
    fillAll();
  }

  function again(task: Task, what: string): void {
    task.losses += 1;
    if (task.losses < mostLosses) waiting.unshift(task);
    else task.resolve(crashed(task.job, what));
  }

  return {
    do: (job) =>
      new Promise((resolve) => {
        waiting.push({ job, resolve, losses: 0 });
        fillAll();
      }),
    async end() {
      await Promise.all(seats.flatMap(({ thread }) => (thread ? [thread.end()] : [])));
    },
  };
}

function crashed({ file }: Job, what: string): WorkerOutcome {
  return { is: 'failed', file, code: 3, because: reason('terminal.crashed', { file, what }) };
}

/** True if a thread can have one more job. A job during which a thread ended runs alone. */
function hasRoom({ tasks }: WorkerSlot, task: Task): boolean {
  const runsAlone = [task, ...tasks.values()].some(({ losses }) => losses > 0);
  return tasks.size < (runsAlone ? 1 : jobsAtOnce);
}
