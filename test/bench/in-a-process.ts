import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { median } from './measure.ts';

/** What one side took, as it says it itself. */
type Taken = {
  readonly milliseconds: number;
  /** Time of the processor, all threads: what else the machine does is not in it. */
  readonly processor: number;
  readonly counted: number;
  /** The most memory that the process had. */
  readonly megabytes: number;
  /** How much of it came with the work: the rest is Node and the modules, the same on every side. */
  readonly grown: number;
};

/** Reads the most memory that this process has had, in MB (Node: process.resourceUsage, KB). */
const peak = (): number => process.resourceUsage().maxRSS / 1024;

/** The side's own part: does the work and tells what it took. */
export const tell = async (work: () => Promise<number>): Promise<void> => {
  const before = peak();
  const used = process.cpuUsage();
  const began = performance.now();
  const counted = await work();
  const milliseconds = performance.now() - began;
  const { system, user } = process.cpuUsage(used);
  const megabytes = peak();
  const taken: Taken = {
    milliseconds,
    processor: (system + user) / 1000,
    counted,
    megabytes,
    grown: megabytes - before,
  };
  process.stdout.write(JSON.stringify(taken));
};

/** Runs a side in a process of its own again and again, and remembers the most memory that each run had. */
export const inAProcess = (script: URL, task: unknown, atLeast: number) => {
  const peaks: number[] = [];
  const growths: number[] = [];
  let last = 0;
  const run = async (): Promise<Taken> => {
    const child = spawn(process.execPath, [script.pathname, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    const taken: Taken = JSON.parse(said);
    if (taken.counted < atLeast) throw new Error(`${taken.counted} rows were read instead of ${atLeast}.`);
    last = taken.counted;
    peaks.push(taken.megabytes);
    growths.push(taken.grown);
    return taken;
  };
  return {
    milliseconds: async (): Promise<number> => (await run()).milliseconds,
    processor: async (): Promise<number> => (await run()).processor,
    /** Rows or bytes of the last run. */
    counted: (): number => last,
    megabytes: async (): Promise<number> => median(peaks),
    /** What the work itself took of it. */
    grown: async (): Promise<number> => median(growths),
  };
};
