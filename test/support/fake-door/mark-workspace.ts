import * as world from './fake-world.ts';

/** Texts by which a person would see whose something is. */
const SHOWN = ['name', 'title', 'summary', 'username', 'appName', 'environmentName'];

/** The name of the workspace that an input is about; null for one that is about none. */
const workspaceIn = (input: unknown): string | null => {
  const id: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'workspaceId') : null;
  return world.workspaces.find((workspace) => workspace.id === id)?.name ?? null;
};

/** An answer or event in which everything with a name says of which workspace it is. */
export const markWorkspace = (input: unknown, answer: unknown): unknown => {
  const workspace = workspaceIn(input);
  if (workspace === null) return answer;
  const mark = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mark);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        typeof inner === 'string' && SHOWN.includes(key) ? `${inner} of ${workspace}` : mark(inner),
      ]),
    );
  };
  return mark(answer);
};
