/** Makes something when it is first wanted, and keeps it. For what is slow to make, as the first `Intl` object of a page is. */
export const once = <Made>(make: () => Made): (() => Made) => {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
