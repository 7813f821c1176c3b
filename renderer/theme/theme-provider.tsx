import type { ReactElement, ReactNode } from 'react';
import { useMemo } from 'react';
import type { Theme } from '../../preload/contract/words/status.ts';
import { createDOMRenderer, FluentProvider, RendererProvider } from '../ui/index.ts';
import { useMedia } from './use-media.ts';
import { LOOK_TOKENS, lookOf } from './themes.ts';

const readNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Fluent in the look that the setting and the system ask for, with styles that the page's CSP accepts. */
export const ThemeProvider = (props: {
  readonly setting: Theme;
  readonly children: ReactNode;
}): ReactElement => {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const highContrast = useMedia('(forced-colors: active)');
  const look = lookOf(props.setting, { dark, highContrast });
  return (
    <FluentProvider
      theme={LOOK_TOKENS[look]}
      // Not a class: Fluent copies the class to every portal, and a portal of full height swallows all clicks.
      style={{
        height: '100%',
        backgroundColor: 'transparent',
        colorScheme: look === 'light' ? 'light' : 'dark',
      }}
    >
      {props.children}
    </FluentProvider>
  );
};

/** Gives Griffel the nonce of this page: style elements without it are refused. Must stand above everything styled. */
export const StyleNonce = (props: { readonly children: ReactNode }): ReactElement => {
  const renderer = useMemo(
    () => createDOMRenderer(document, { styleElementAttributes: { nonce: readNonce() } }),
    [],
  );
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      {props.children}
    </RendererProvider>
  );
};
