import type { ReactElement } from 'react';
import { usePlaceParams } from '../../places/index.ts';
import { applicationView } from './application-views.tsx';
import { AppsView } from './applications-screen.tsx';
import { ConsentView } from './consent/consent-view.tsx';
import { ManagementView } from './management/management-view.tsx';

/** The apps of a workspace, and what tenants have let them do. */
export const ApplicationsScreen = (): ReactElement => {
  const [params] = usePlaceParams();
  switch (applicationView(params['view'])) {
    case 'apps':
      return <AppsView />;
    case 'consent':
      return <ConsentView />;
    case 'management':
      return <ManagementView />;
  }
};
