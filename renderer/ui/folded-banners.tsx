import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Children, useId, useState } from 'react';
import { InOneLine } from './in-one-line.ts';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // In a narrow column the button goes below the banner before the banner is cut.
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  first: { flex: '1 1 340px', minWidth: 0 },
});

/** Banners of which only the first, the most urgent, takes room; the rest come on demand, so that rows stay in sight. */
export const FoldedBanners = (props: { readonly children: ReactNode }): ReactElement | null => {
  const styles = useStyles();
  const restId = useId();
  const [open, setOpen] = useState(false);
  const [first, ...rest] = Children.toArray(props.children);
  if (first === undefined) return null;
  if (rest.length === 0) return <InOneLine value>{first}</InOneLine>;
  return (
    <InOneLine value>
      <div className={styles.all}>
        <div className={styles.line}>
          <div className={styles.first}>{first}</div>
          <Button
            appearance="subtle"
            aria-expanded={open}
            aria-controls={restId}
            onClick={() => setOpen(!open)}
          >
            {open ? UI_TEXTS.fewerNotices : UI_TEXTS.moreNotices(rest.length)}
          </Button>
        </div>
        <div id={restId} hidden={!open} className={open ? styles.all : undefined}>
          {open ? rest : null}
        </div>
      </div>
    </InOneLine>
  );
};
