import type { ReactElement } from 'react';
import { ALL_CLIENTS_TEXTS, APPLICATION_USERS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { viewChoice, ViewMenu } from '../../../ui/index.ts';
import type { ClientsView } from './clients-view.ts';
import { CLIENT_SHOWS } from './clients-view.ts';

const LABELS: Readonly<Record<ClientsView['show'], string>> = ALL_CLIENTS_TEXTS.view;

/** Which application users of all clients are shown. */
export const ClientsViewMenu = (props: {
  readonly view: ClientsView;
  readonly onView: (view: ClientsView) => void;
}): ReactElement => {
  const { onView, view } = props;
  return (
    <ViewMenu
      label={APPLICATION_USERS_TEXTS.view.label}
      text={LABELS[view.show]}
      rows={viewChoice({
        title: APPLICATION_USERS_TEXTS.view.label,
        values: CLIENT_SHOWS,
        labels: LABELS,
        chosen: view.show,
        onChosen: (show) => onView({ ...view, show }),
      })}
      also={{
        label: APPLICATION_USERS_TEXTS.map.view.platform,
        on: view.platform,
        onTurned: (platform) => onView({ ...view, platform }),
      }}
    />
  );
};
