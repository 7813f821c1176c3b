import { randomUUID } from 'node:crypto';

/** Makes a random id of ours; the parser is the proof that it is one. */
export const newId = <Id extends string>(parse: (text: string) => Id | null): Id => {
  const id = parse(randomUUID());
  if (id === null) throw new Error('a random UUID is a GUID');
  return id;
};
