/** Keys of the chosen rows, and the row from which a range is drawn. */
export type Selection = { readonly keys: ReadonlySet<string>; readonly anchor: number };

export const NO_SELECTION: Selection = { keys: new Set(), anchor: 0 };

/** Adds or removes one row. */
export const toggleRow = (selection: Selection, index: number, key: string): Selection => {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: index };
};

/** Adds every row between the anchor and `index`, both included. */
export const extendTo = (
  selection: Selection,
  index: number,
  keyAt: (index: number) => string,
): Selection => {
  const keys = new Set(selection.keys);
  const [from, to] = selection.anchor <= index ? [selection.anchor, index] : [index, selection.anchor];
  for (let at = from; at <= to; at += 1) keys.add(keyAt(at));
  return { keys, anchor: selection.anchor };
};
