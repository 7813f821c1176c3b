import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';

/** Opens a link in the person's browser; `link-not-allowed` when it is none that the console may open. */
export const openAllowedLink =
  (allowLink: (url: string) => Result<string>, open: (url: string) => Promise<void>) =>
  async (url: string): Promise<Result<null>> => {
    const allowed = allowLink(url);
    if (!allowed.ok) return allowed;
    await open(allowed.value);
    return ok(null);
  };
