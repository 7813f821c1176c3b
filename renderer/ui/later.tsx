import type { ComponentType, ReactElement } from 'react';
import { lazy, Suspense } from 'react';

/**
 * A component whose file is loaded when it is first shown, with nothing in its place until then: the first screen does
 * not wait for what it does not show. For what appears on its own or after something was pressed, never for a button.
 */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ((props: Props) => ReactElement) => {
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props) => (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
};
