const CONTINUED = 'Continuation of ';
const UNDONE = 'Undo of ';

/** How an operation is called that goes on with another one or takes it back; one that goes on with a continuation is one more. */
export const titleAgain = (what: 'continue' | 'undo', title: string): string => {
  if (what === 'undo') return `${UNDONE}${title}`;
  return title.startsWith(CONTINUED) ? title : `${CONTINUED}${title}`;
};
