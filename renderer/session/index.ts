/** Who is signed in to the page's workspace (`useAccount`) and the person's settings (`useSettings`). */
export type { AccountState } from './use-account.tsx';
export { AccountProvider, useAccount } from './use-account.tsx';
export { useSettings } from './use-settings.ts';
