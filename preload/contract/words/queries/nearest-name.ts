const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
};

/** The name that was probably meant: the same but for case, else the nearest within two letters; empty when none is. */
export const nearestName = (name: string, names: Iterable<string>): string => {
  const wanted = name.toLowerCase();
  const most = Math.min(2, Math.floor(wanted.length / 3));
  let best = '';
  let least = most + 1;
  for (const other of names) {
    const apart = distance(wanted, other.toLowerCase().slice(0, 100), most);
    if (apart < least) [best, least] = [other, apart];
  }
  return best;
};
