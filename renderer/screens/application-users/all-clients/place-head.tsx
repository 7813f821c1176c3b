import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { formatMoment, makeStyles, ProductionBadge, TextWithMark, tokens } from '../../../ui/index.ts';
import type { ClientPlace } from './clients-map.ts';

const TEXTS = APPLICATION_USERS_TEXTS.map;

const useStyles = makeStyles({
  age: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minWidth: 0,
  },
});

/** An environment of a client, and when it was read. */
export const PlaceHead = (props: { readonly place: ClientPlace }): ReactElement => {
  const styles = useStyles();
  const { asOf, name, production } = props.place;
  return (
    <>
      <TextWithMark text={name} mark={production ? <ProductionBadge /> : null} />
      <span className={styles.age}>{asOf === null ? TEXTS.notRead : TEXTS.from(formatMoment(asOf))}</span>
    </>
  );
};
