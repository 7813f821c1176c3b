/** Every icon of the console by what it means here; imported one by one so that only these are bundled. */
export { AddRegular as AddIcon } from '@fluentui/react-icons/svg/add';
export { AlertSnoozeRegular as SnoozeIcon } from '@fluentui/react-icons/svg/alert-snooze';
export { CalendarRegular as CalendarIcon } from '@fluentui/react-icons/svg/calendar';
export {
  CalendarClockRegular as ExpiryIcon,
  CalendarClockFilled as ExpiryFilledIcon,
} from '@fluentui/react-icons/svg/calendar-clock';
export { AlertRegular as AlertIcon } from '@fluentui/react-icons/svg/alert';
export {
  AppsRegular as ApplicationsIcon,
  AppsFilled as ApplicationsFilledIcon,
} from '@fluentui/react-icons/svg/apps';
export { ArrowDownRegular as SortDownIcon } from '@fluentui/react-icons/svg/arrow-down';
export { ArrowDownloadRegular as ExportIcon } from '@fluentui/react-icons/svg/arrow-download';
export { ArrowLeftRegular as BackIcon } from '@fluentui/react-icons/svg/arrow-left';
export { ArrowRightRegular as ForwardIcon } from '@fluentui/react-icons/svg/arrow-right';
export { ArrowSyncRegular as RefreshIcon } from '@fluentui/react-icons/svg/arrow-sync';
export { ArrowUndoRegular as UndoIcon } from '@fluentui/react-icons/svg/arrow-undo';
export { ArrowUpRegular as SortUpIcon } from '@fluentui/react-icons/svg/arrow-up';
export {
  BeakerRegular as QueryIcon,
  BeakerFilled as QueryFilledIcon,
} from '@fluentui/react-icons/svg/beaker';
export { BoxRegular as EmptyIcon } from '@fluentui/react-icons/svg/box';
export { BuildingRegular as BusinessUnitIcon } from '@fluentui/react-icons/svg/building';
export { CertificateRegular as CertificateIcon } from '@fluentui/react-icons/svg/certificate';
export { CheckmarkRegular as CheckIcon } from '@fluentui/react-icons/svg/checkmark';
export { CheckmarkCircleFilled as HealthyIcon } from '@fluentui/react-icons/svg/checkmark-circle';
export { CheckboxCheckedFilled as CheckedIcon } from '@fluentui/react-icons/svg/checkbox-checked';
export { CheckboxUncheckedRegular as UncheckedIcon } from '@fluentui/react-icons/svg/checkbox-unchecked';
export { CheckboxIndeterminateRegular as PartlyCheckedIcon } from '@fluentui/react-icons/svg/checkbox-indeterminate';
export { BookCompassRegular as GuideIcon } from '@fluentui/react-icons/svg/book-compass';
export { ChevronDownRegular as ChevronDownIcon } from '@fluentui/react-icons/svg/chevron-down';
export { ChevronRightRegular as ChevronRightIcon } from '@fluentui/react-icons/svg/chevron-right';
export { CircleRegular as PendingIcon } from '@fluentui/react-icons/svg/circle';
export { CloudRegular as CloudIcon } from '@fluentui/react-icons/svg/cloud';
export { ColumnTripleRegular as ColumnsIcon } from '@fluentui/react-icons/svg/column-triple';
export { CopyRegular as CopyIcon } from '@fluentui/react-icons/svg/copy';
export { DatabaseRegular as DatabaseIcon } from '@fluentui/react-icons/svg/database';
export { DeleteRegular as DeleteIcon } from '@fluentui/react-icons/svg/delete';
export { DismissRegular as CloseIcon } from '@fluentui/react-icons/svg/dismiss';
export { DismissCircleFilled as FailedIcon } from '@fluentui/react-icons/svg/dismiss-circle';
export { EditRegular as EditIcon } from '@fluentui/react-icons/svg/edit';
export { FilterRegular as FilterIcon } from '@fluentui/react-icons/svg/filter';
export {
  GlobeRegular as EnvironmentsIcon,
  GlobeFilled as EnvironmentsFilledIcon,
} from '@fluentui/react-icons/svg/globe';
export {
  HistoryRegular as ActivityIcon,
  HistoryFilled as ActivityFilledIcon,
} from '@fluentui/react-icons/svg/history';
export { HomeRegular as HomeIcon, HomeFilled as HomeFilledIcon } from '@fluentui/react-icons/svg/home';
export { InfoRegular as InfoIcon } from '@fluentui/react-icons/svg/info';
export { KeyRegular as SecretIcon } from '@fluentui/react-icons/svg/key';
export { LinkRegular as LinkIcon } from '@fluentui/react-icons/svg/link';
export { LockClosedRegular as LockedIcon } from '@fluentui/react-icons/svg/lock-closed';
export { MailRegular as MailIcon } from '@fluentui/react-icons/svg/mail';
export { MoreHorizontalRegular as MoreIcon } from '@fluentui/react-icons/svg/more-horizontal';
export { NavigationRegular as NavigationIcon } from '@fluentui/react-icons/svg/navigation';
export { OpenRegular as OpenIcon } from '@fluentui/react-icons/svg/open';
export { PersonRegular as PersonIcon } from '@fluentui/react-icons/svg/person';
export { PersonAddRegular as PersonAddIcon } from '@fluentui/react-icons/svg/person-add';
export {
  PersonKeyRegular as ApplicationUsersIcon,
  PersonKeyFilled as ApplicationUsersFilledIcon,
} from '@fluentui/react-icons/svg/person-key';
export { PlayRegular as RunIcon } from '@fluentui/react-icons/svg/play';
export { PlugDisconnectedRegular as UnreachableIcon } from '@fluentui/react-icons/svg/plug-disconnected';
export { ProhibitedRegular as DeniedIcon } from '@fluentui/react-icons/svg/prohibited';
export { QrCodeRegular as QrIcon } from '@fluentui/react-icons/svg/qr-code';
export { QuestionCircleRegular as UnknownIcon } from '@fluentui/react-icons/svg/question-circle';
export { BookmarkRegular as SavedIcon } from '@fluentui/react-icons/svg/bookmark';
export { SaveRegular as SaveIcon } from '@fluentui/react-icons/svg/save';
export { SearchRegular as SearchIcon } from '@fluentui/react-icons/svg/search';
export {
  SettingsRegular as SettingsIcon,
  SettingsFilled as SettingsFilledIcon,
} from '@fluentui/react-icons/svg/settings';
export {
  ShieldKeyholeRegular as SecurityRolesIcon,
  ShieldKeyholeFilled as SecurityRolesFilledIcon,
} from '@fluentui/react-icons/svg/shield-keyhole';
export { SignOutRegular as SignOutIcon } from '@fluentui/react-icons/svg/sign-out';
export {
  StethoscopeRegular as DoctorIcon,
  StethoscopeFilled as DoctorFilledIcon,
} from '@fluentui/react-icons/svg/stethoscope';
export { StopRegular as StopIcon } from '@fluentui/react-icons/svg/stop';
export { SubtractCircleRegular as SkippedIcon } from '@fluentui/react-icons/svg/subtract-circle';
export { TaskListLtrRegular as OperationsIcon } from '@fluentui/react-icons/svg/task-list-ltr';
export { WarningFilled as AttentionIcon } from '@fluentui/react-icons/svg/warning';
export { ArrowClockwiseRegular as WorkingIcon } from '@fluentui/react-icons/svg/arrow-clockwise';
export { BuildingMultipleRegular as WorkspacesIcon } from '@fluentui/react-icons/svg/building-multiple';
export {
  DocumentCheckmarkRegular as BaselineIcon,
  DocumentCheckmarkFilled as BaselineFilledIcon,
} from '@fluentui/react-icons/svg/document-checkmark';
export { ErrorCircleRegular as ErrorIcon } from '@fluentui/react-icons/svg/error-circle';
export { SparkleRegular as DemoIcon } from '@fluentui/react-icons/svg/sparkle';
export {
  GridDotsRegular as AccessMapIcon,
  GridDotsFilled as AccessMapFilledIcon,
} from '@fluentui/react-icons/svg/grid-dots';
export { PersonSupportRegular as PackIcon } from '@fluentui/react-icons/svg/person-support';
