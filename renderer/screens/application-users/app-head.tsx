import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Badge, TextWithMark } from '../../ui/index.ts';
import type { MapApp } from './access-map.ts';

/** An app at the head of its column. */
export const AppHead = (props: { readonly app: MapApp }): ReactElement => (
  <TextWithMark
    text={props.app.name}
    mark={
      props.app.platform ? (
        <Badge appearance="outline" size="small" shape="rounded" title={APPLICATION_USERS_TEXTS.platformHint}>
          {APPLICATION_USERS_TEXTS.platform}
        </Badge>
      ) : null
    }
  />
);
