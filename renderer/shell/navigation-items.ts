import type { ComponentType } from 'react';
import type { WorkspacePage } from '../places/index.ts';
import {
  ActivityFilledIcon,
  ActivityIcon,
  ApplicationsFilledIcon,
  ApplicationsIcon,
  ApplicationUsersFilledIcon,
  ApplicationUsersIcon,
  BaselineFilledIcon,
  BaselineIcon,
  DoctorFilledIcon,
  DoctorIcon,
  EnvironmentsFilledIcon,
  EnvironmentsIcon,
  HomeFilledIcon,
  HomeIcon,
  QueryFilledIcon,
  QueryIcon,
  SecurityRolesFilledIcon,
  SecurityRolesIcon,
} from '../ui/index.ts';

/** One entry of the navigation rail. */
export type NavigationItem = {
  readonly page: WorkspacePage;
  readonly icon: ComponentType;
  readonly selectedIcon: ComponentType;
};

/** The pages of a workspace in the order of the journey. */
export const NAVIGATION: readonly NavigationItem[] = [
  { page: 'home', icon: HomeIcon, selectedIcon: HomeFilledIcon },
  { page: 'environments', icon: EnvironmentsIcon, selectedIcon: EnvironmentsFilledIcon },
  { page: 'applications', icon: ApplicationsIcon, selectedIcon: ApplicationsFilledIcon },
  { page: 'application-users', icon: ApplicationUsersIcon, selectedIcon: ApplicationUsersFilledIcon },
  { page: 'baseline', icon: BaselineIcon, selectedIcon: BaselineFilledIcon },
  { page: 'security-roles', icon: SecurityRolesIcon, selectedIcon: SecurityRolesFilledIcon },
  { page: 'query', icon: QueryIcon, selectedIcon: QueryFilledIcon },
  { page: 'doctor', icon: DoctorIcon, selectedIcon: DoctorFilledIcon },
  { page: 'activity', icon: ActivityIcon, selectedIcon: ActivityFilledIcon },
];
