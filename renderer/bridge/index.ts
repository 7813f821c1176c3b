/**
 * How screens talk to main.
 * - `useCall(name, input)` reads and keeps fresh: `{ data, error, loading, refreshing, asOf, refresh }`.
 * - `useCalls(name, inputs)` does so for several inputs beside each other.
 * - `useAction(name, { invalidates })` changes: `{ run(input), busy, error, cancel, reset }`; run resolves to a Result.
 * - `useStream(name, { scope, title, initial, reduce, begin?, count? })` streams: `{ start, cancel, data, state, output, … }`.
 *   Its data lives per method and scope, so another screen (or a second visit) with the same scope sees the same run.
 * - `useStreams()` lists all streams; `useBridge()` is the bare bridge; `useWorkspace()` the page's workspace.
 */
export { askFailedAgain } from './ask-failed-again.ts';
export type { Bridge } from './bridge.ts';
export { createBridge } from './bridge.ts';
export { BridgeProvider, useBridge } from './bridge-context.tsx';
export { findDoor } from './door.ts';
export type { StreamCount, StreamEntry } from './stream-runner.ts';
export { createQueryClient } from './query-client.ts';
export { createStreamRunner } from './stream-runner.ts';
export type { Action } from './use-action.ts';
export { useAction } from './use-action.ts';
export type { CallState } from './use-call.ts';
export { appErrorOf, CallFailed } from './call-failed.ts';
export { callKey, callQuery } from './call-query.ts';
export { readAgain } from './read-again.ts';
export { useCall, useCalls } from './use-call.ts';
export { useKept } from './use-kept.ts';
export type { Stream, StreamOptions } from './use-stream.ts';
export { useStream, useStreams } from './use-stream.ts';
export { useWorkspace, useWorkspaceOrNone, WorkspaceProvider } from './workspace-context.tsx';
