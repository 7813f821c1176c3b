import { createContext } from 'react';

/** True inside the rows of a grid, where controls must not be tab stops of their own. */
export const InGridContext = createContext(false);
