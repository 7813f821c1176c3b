/** Tables whose privileges are not called after their logical name (Microsoft Learn: "Security role privileges by table"). */
const OTHERWISE: Readonly<Record<string, string>> = {
  note: 'annotation',
  query: 'savedquery',
  user: 'systemuser',
};

/** The logical name of the table that a privilege is of, as far as its name tells: `Account` is `account`. */
export const tableOfPrivilege = (name: string): string => {
  const lower = name.toLowerCase();
  return OTHERWISE[lower] ?? lower;
};
