/** Who is signed in to the page's workspace (`useAccount`), what lets a refusal be asked again (`AskRemedy`), the person's settings (`useSettings`), and what clouds are called (`useCloudName`). */
export type { AccountState } from './use-account.tsx';
export { AccountProvider, useAccount } from './use-account.tsx';
export { AskRemedy } from './ask-remedy.tsx';
export { partialRemedies } from './partial-remedies.tsx';
export { useSettings } from './use-settings.ts';
export { cloudNameIn, useCloudName } from './use-cloud-name.ts';
