/** Looks: light, dark, high contrast from Fluent tokens, and the workspace colours. */
export { StyleNonce, ThemeProvider } from './theme-provider.tsx';
export type { Look, SystemLook } from './themes.ts';
export { LOOK_TOKENS, lookOf } from './themes.ts';
export { useMedia } from './use-media.ts';
export { WORKSPACE_TOKENS } from './workspace-colours.ts';
