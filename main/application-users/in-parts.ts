/** Something and its users: an environment, as far as events are concerned. */
type WithUsers<About, User> = { readonly about: About; readonly users: readonly User[] };

/** Puts them into as few parts of at most `most` users as fit; one with more comes in several. */
export const inParts = <About, User>(
  items: readonly WithUsers<About, User>[],
  most: number,
): readonly (readonly WithUsers<About, User>[])[] => {
  const parts: WithUsers<About, User>[][] = [];
  let room = 0;
  for (const { about, users } of items) {
    for (let from = 0; from === 0 || from < users.length; from += most) {
      const some = { about, users: users.slice(from, from + most) };
      const last = parts.at(-1);
      if (last === undefined || some.users.length > room || last.length === most) {
        parts.push([some]);
        room = most - some.users.length;
      } else {
        last.push(some);
        room -= some.users.length;
      }
    }
  }
  return parts;
};
