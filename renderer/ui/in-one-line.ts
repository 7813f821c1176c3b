import { createContext } from 'react';

/** Whether notices keep to one line, with the rest of what they say on demand: above rows, of which each line costs one. */
export const InOneLine = createContext(false);
