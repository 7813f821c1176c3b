import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';

/** Socket inodes that listen for TCP, by `/proc/net/tcp*` (Linux: proc_net_tcp). */
const listeningInodes = (): ReadonlySet<string> =>
  new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
      readFileSync(table, 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .flatMap(([, , , state, , , , , , inode]) =>
          state === LISTENING && inode !== undefined ? [inode] : [],
        ),
    ),
  );

const orNone = <Value>(read: () => readonly Value[]): readonly Value[] => {
  try {
    return read();
  } catch {
    // The process ended meanwhile.
    return [];
  }
};

const parentOf = (pid: number): number | undefined =>
  orNone(() => [Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])])[0];

/** Processes that were started by this one, directly or not. */
const descendants = (): readonly number[] => {
  const parents = new Map(
    readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0)
      .map((pid) => [pid, parentOf(pid)] as const),
  );
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 0 && (pid === process.pid || isOurs(parents.get(pid)));
  return [...parents.keys()].filter((pid) => pid !== process.pid && isOurs(parents.get(pid)));
};

/** How many processes this one has started, and those of them that listen for TCP connections. */
export const listeningChildren = (): { readonly children: number; readonly listening: readonly number[] } => {
  const inodes = listeningInodes();
  const listens = (pid: number): boolean =>
    orNone(() => readdirSync(`/proc/${pid}/fd`)).some((fd) =>
      orNone(() => [readlinkSync(`/proc/${pid}/fd/${fd}`)]).some((link) =>
        inodes.has(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? ''),
      ),
    );
  const children = descendants();
  return { children: children.length, listening: children.filter(listens) };
};
