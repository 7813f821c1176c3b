/**
 * The console's kit. Screens import everything visible from here; only this folder imports Fluent UI.
 *
 * Layout   Page (title, purpose, as-of, refresh, actions, banners, details), SidePanel, Card, Stack, Inline, Facts
 * Tables   DataTable (rows in the renderer, up to 10,000: sort, filter, columns, selection, export, keyboard),
 *          WindowTable (rows in main through a RowSource), MatrixTable (two lists against each other); both take `Column<Row>[]`, keep those stable
 * Later    later(): a part that is loaded when it is first shown
 * Status   StatusBadge, StepStateBadge, DepthGlyph, ProgressList, PartialBanner, ErrorPanel, EmptyState, NoticeBar
 * Input    EnvironmentPicker, ConfirmDialog (typed confirmation; the only modal), Stepper (one-page wizards)
 * Values   QrCode, Identifier (shortened id, click copies), Moment (local time, UTC on hover), formatMoment, formatNumber
 * Doing    useToasts(), useUiPorts() (copyText, saveText, openLink)
 * Fluent   controls that are used as they are, with makeStyles, mergeClasses and tokens, re-exported from fluent.ts
 * Icons    icons.ts, named by what they mean here; add the one you need there
 *
 * Errors: give an AppError to ErrorPanel, with `handlers` for the remedies that the screen can do itself.
 * Sizes and colours come from `tokens`; text comes from a texts.ts beside the screen.
 */
export { Card } from './card.tsx';
export { ConfirmDialog } from './confirm-dialog.tsx';
export { DayInput } from './day-input.tsx';
export { DepthGlyph } from './depth-glyph.tsx';
export { EmptyState } from './empty-state.tsx';
export { EnvironmentPicker, ProductionBadge } from './environment-picker.tsx';
export { ErrorPanel } from './error-panel.tsx';
export type { Fact } from './facts.tsx';
export { Facts } from './facts.tsx';
export * from './fluent.ts';
export * from './icons.ts';
export type { HighlightColours } from './highlight.ts';
export { highlight } from './highlight.ts';
export { cardRowButton, cardRows, rowButton } from './row-button.ts';
export { later } from './later.tsx';
export { Identifier } from './identifier.tsx';
export { formatMoment, formatUtc, Moment } from './moment.tsx';
export { NoticeBar } from './notice-bar.tsx';
export type { PageAction } from './action-bar.tsx';
export { Page } from './page.tsx';
export type { PartialFailure } from './partial-banner.tsx';
export { PartialBanner } from './partial-banner.tsx';
export type { UiPorts } from './ports.tsx';
export { UiPortsProvider, useUiPorts } from './ports.tsx';
export type { ProgressItem } from './progress-list.tsx';
export { ProgressList } from './progress-list.tsx';
export { QrCode } from './qr-code.tsx';
export { shorten } from './shorten.ts';
export { SidePanel } from './side-panel.tsx';
export type { Gap } from './stack.tsx';
export { Inline, Stack } from './stack.tsx';
export { StatusBadge, StepStateBadge } from './status-badge.tsx';
export type { Step } from './stepper.tsx';
export { Stepper } from './stepper.tsx';
export type { CellValue, Column, Sort } from './table/column.ts';
export type { DataTableProps } from './table/data-table.tsx';
export { DataTable } from './table/data-table.tsx';
export type { MatrixGroup } from './table/matrix.tsx';
export { MatrixTable } from './table/matrix-table.tsx';
export type { RowSource } from './table/row-windows.ts';
export type { WindowTableProps } from './table/window-table.tsx';
export { WindowTable } from './table/window-table.tsx';
export { formatNumber } from '../../preload/contract/words/texts/format-number.ts';
export { yesNo } from './texts.ts';
export type { Toasts } from './toasts.tsx';
export { ToastsProvider, useToasts } from './toasts.tsx';
export type { RemedyHandlers } from './use-remedies.ts';
export { Chips } from './chips.tsx';
export { EnvironmentMenu } from './environment-menu.tsx';
export { WorkspaceMenu } from './workspace-menu.tsx';
export type { ChosenFile, FilesHandle } from './files-field.tsx';
export { FilesField } from './files-field.tsx';
export { OpenTextButton } from './open-text-button.tsx';
export { PanelSection } from './panel-section.tsx';
export type { SecretHandle } from './secret-field.tsx';
export { SecretField } from './secret-field.tsx';
export { toBase64 } from './to-base64.ts';
export type { Grouping } from './table/group-lines.ts';
export { GroupedTable } from './table/grouped-table.tsx';
export { TextWithMark } from './text-with-mark.tsx';
export { StreamBar } from './stream-bar.tsx';
export type { PaletteItem } from './palette.tsx';
export { matchItems, Palette } from './palette.tsx';
export { Swatch } from './swatch.tsx';
export { SwatchName } from './swatch-name.tsx';
export { FoldedBanners } from './folded-banners.tsx';
export { FoldsBesidePanel } from './folds-beside-panel.tsx';
export { InOneLine } from './in-one-line.ts';
export type { FoldItem } from './fold-list.tsx';
export { FoldList } from './fold-list.tsx';
export { useReturnFocus } from './use-return-focus.ts';
export { WizardFrame } from './wizard-frame.tsx';
export { EnvironmentSelect } from './environment-select.tsx';
export { useSourceExport } from './table/use-source-export.ts';
export { MoreActions } from './more-actions.tsx';
export { viewChoice, ViewMenu } from './view-menu.tsx';
export { CodeEditor } from './code-editor/code-editor.tsx';
export type {
  CodeCompletion,
  CodeHint,
  CodeKnowledge,
  CodeMark,
  CodeOption,
} from './code-editor/code-marks.ts';
