import type { ErrorPanelProps } from './error-panel-body.tsx';
import { later } from './later.tsx';

/**
 * An error as a person can use it: title, cause, code, what to do (with buttons for what can be done here) and the
 * ids for support behind a disclosure. The words of every error are many, and loaded with the first one.
 */
export const ErrorPanel = later<ErrorPanelProps>(
  async () => (await import('./error-panel-body.tsx')).ErrorPanelBody,
);
