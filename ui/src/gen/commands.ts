// Written by `cargo xtask codegen`; do not edit.
import type { AddOwnItem } from './types/AddOwnItem';
import type { AddReference } from './types/AddReference';
import type { AddUser } from './types/AddUser';
import type { AnswersChanged } from './types/AnswersChanged';
import type { AppState } from './types/AppState';
import type { AssignImport } from './types/AssignImport';
import type { AttachEvidence } from './types/AttachEvidence';
import type { Backup } from './types/Backup';
import type { BackupDone } from './types/BackupDone';
import type { ById } from './types/ById';
import type { ChangePassphrase } from './types/ChangePassphrase';
import type { CommitImport } from './types/CommitImport';
import type { Committed } from './types/Committed';
import type { ConfirmFinding } from './types/ConfirmFinding';
import type { Confirmation } from './types/Confirmation';
import type { CopyWorkspace } from './types/CopyWorkspace';
import type { CreateDemo } from './types/CreateDemo';
import type { CreateWorkspace } from './types/CreateWorkspace';
import type { CreatedWorkspace } from './types/CreatedWorkspace';
import type { DecidePlan } from './types/DecidePlan';
import type { DemoCreated } from './types/DemoCreated';
import type { DepartmentRow } from './types/DepartmentRow';
import type { DetachEvidence } from './types/DetachEvidence';
import type { DraftKept } from './types/DraftKept';
import type { EditEvidence } from './types/EditEvidence';
import type { EditOwnPack } from './types/EditOwnPack';
import type { Empty } from './types/Empty';
import type { EngagementDetail } from './types/EngagementDetail';
import type { EngagementQuery } from './types/EngagementQuery';
import type { EngagementRow } from './types/EngagementRow';
import type { EvidenceInUse } from './types/EvidenceInUse';
import type { EvidenceOfItem } from './types/EvidenceOfItem';
import type { EvidenceRow } from './types/EvidenceRow';
import type { EvidenceSheets } from './types/EvidenceSheets';
import type { ExportBlank } from './types/ExportBlank';
import type { ExportForm } from './types/ExportForm';
import type { ExportPack } from './types/ExportPack';
import type { ExportReport } from './types/ExportReport';
import type { ExportWorkpapers } from './types/ExportWorkpapers';
import type { Exported } from './types/Exported';
import type { FindingDetail } from './types/FindingDetail';
import type { FindingQuery } from './types/FindingQuery';
import type { FindingRow } from './types/FindingRow';
import type { Forget } from './types/Forget';
import type { Grid } from './types/Grid';
import type { GridQuery } from './types/GridQuery';
import type { Home } from './types/Home';
import type { ImportDone } from './types/ImportDone';
import type { ImportPack } from './types/ImportPack';
import type { ImportPreview } from './types/ImportPreview';
import type { IssueOrder } from './types/IssueOrder';
import type { ItemRef } from './types/ItemRef';
import type { JournalPage } from './types/JournalPage';
import type { JournalQuery } from './types/JournalQuery';
import type { Licence } from './types/Licence';
import type { MakeFinding } from './types/MakeFinding';
import type { OfficeInfo } from './types/OfficeInfo';
import type { OpenWorkspace } from './types/OpenWorkspace';
import type { OwnItemRef } from './types/OwnItemRef';
import type { OwnItems } from './types/OwnItems';
import type { OwnPackDetail } from './types/OwnPackDetail';
import type { OwnPackFinished } from './types/OwnPackFinished';
import type { OwnPackRow } from './types/OwnPackRow';
import type { PackByHash } from './types/PackByHash';
import type { PackCrosswalk } from './types/PackCrosswalk';
import type { PackDetail } from './types/PackDetail';
import type { PackDiff } from './types/PackDiff';
import type { PackEditions } from './types/PackEditions';
import type { PackFolder } from './types/PackFolder';
import type { PackForms } from './types/PackForms';
import type { PackFound } from './types/PackFound';
import type { PackPair } from './types/PackPair';
import type { PackRow } from './types/PackRow';
import type { PackSearch } from './types/PackSearch';
import type { PersonRow } from './types/PersonRow';
import type { Prefs } from './types/Prefs';
import type { PutDraft } from './types/PutDraft';
import type { QuoteSection } from './types/QuoteSection';
import type { Quoted } from './types/Quoted';
import type { ReadImport } from './types/ReadImport';
import type { ReadPackFolder } from './types/ReadPackFolder';
import type { RecordReview } from './types/RecordReview';
import type { RecordVerification } from './types/RecordVerification';
import type { RecoverWorkspace } from './types/RecoverWorkspace';
import type { RecoveryCode } from './types/RecoveryCode';
import type { ReleaseRow } from './types/ReleaseRow';
import type { ReopenFinding } from './types/ReopenFinding';
import type { ReportCompletion } from './types/ReportCompletion';
import type { ReportModel } from './types/ReportModel';
import type { ReportProgress } from './types/ReportProgress';
import type { ReportQuery } from './types/ReportQuery';
import type { Restore } from './types/Restore';
import type { ReviewDone } from './types/ReviewDone';
import type { SaveDepartment } from './types/SaveDepartment';
import type { SaveEngagement } from './types/SaveEngagement';
import type { SaveFinding } from './types/SaveFinding';
import type { SaveOffice } from './types/SaveOffice';
import type { SaveOwnItem } from './types/SaveOwnItem';
import type { SavePerson } from './types/SavePerson';
import type { SaveSampling } from './types/SaveSampling';
import type { SaveSubject } from './types/SaveSubject';
import type { SearchHit } from './types/SearchHit';
import type { SearchQuery } from './types/SearchQuery';
import type { SetBackupFolder } from './types/SetBackupFolder';
import type { SetOwnReason } from './types/SetOwnReason';
import type { SetScope } from './types/SetScope';
import type { SetSelfAnswers } from './types/SetSelfAnswers';
import type { SetVerdicts } from './types/SetVerdicts';
import type { SplitOwnItem } from './types/SplitOwnItem';
import type { StartEngagement } from './types/StartEngagement';
import type { StartOwnPack } from './types/StartOwnPack';
import type { SubjectRow } from './types/SubjectRow';
import type { SubmitPlan } from './types/SubmitPlan';
import type { SuggestName } from './types/SuggestName';
import type { SuggestPaperName } from './types/SuggestPaperName';
import type { SuggestedName } from './types/SuggestedName';
import type { Turned } from './types/Turned';
import type { UndoState } from './types/UndoState';
import type { UnlockWorkspace } from './types/UnlockWorkspace';
import type { UserRow } from './types/UserRow';
import type { Verify } from './types/Verify';
import type { VerifyResult } from './types/VerifyResult';
import type { WorkpaperItem } from './types/WorkpaperItem';
import type { WorkpaperProgress } from './types/WorkpaperProgress';
import type { WorkpaperQuery } from './types/WorkpaperQuery';
import type { WriteAnswer } from './types/WriteAnswer';

export interface Commands {
  'answer.set': { request: SetVerdicts; response: Committed<AnswersChanged> };
  'answer.write': { request: WriteAnswer; response: Committed<AnswersChanged> };
  'app.state': { request: Empty; response: AppState };
  'backup.set_folder': { request: SetBackupFolder; response: AppState };
  'completion.report': { request: ReportCompletion; response: Committed<ById> };
  'demo.create': { request: CreateDemo; response: DemoCreated };
  'department.list': { request: Empty; response: Array<DepartmentRow> };
  'department.save': { request: SaveDepartment; response: Committed<ById> };
  'draft.put': { request: PutDraft; response: Committed<DraftKept> };
  'engagement.close': { request: ById; response: Committed<Empty> };
  'engagement.get': { request: ById; response: EngagementDetail };
  'engagement.list': { request: EngagementQuery; response: Array<EngagementRow> };
  'engagement.save': { request: SaveEngagement; response: Committed<ById> };
  'engagement.start': { request: StartEngagement; response: Committed<Empty> };
  'evidence.all': { request: Empty; response: Array<EvidenceInUse> };
  'evidence.attach': { request: AttachEvidence; response: Committed<Array<ById>> };
  'evidence.detach': { request: DetachEvidence; response: Committed<Empty> };
  'evidence.edit': { request: EditEvidence; response: Committed<Empty> };
  'evidence.list': { request: EvidenceOfItem; response: Array<EvidenceRow> };
  'evidence.sheets': { request: ById; response: EvidenceSheets };
  'file.forget': { request: Forget; response: Empty };
  'file.suggest_name': { request: SuggestName; response: SuggestedName };
  'finding.confirm': { request: ConfirmFinding; response: Committed<Empty> };
  'finding.get': { request: ById; response: FindingDetail };
  'finding.list': { request: FindingQuery; response: Array<FindingRow> };
  'finding.make': { request: MakeFinding; response: Committed<ById> };
  'finding.reopen': { request: ReopenFinding; response: Committed<Empty> };
  'finding.save': { request: SaveFinding; response: Committed<Empty> };
  'form.export': { request: ExportForm; response: Committed<Exported> };
  'grid.get': { request: GridQuery; response: Grid };
  'home.get': { request: Empty; response: Home };
  'import.assign': { request: AssignImport; response: Committed<ImportPreview> };
  'import.commit': { request: CommitImport; response: Committed<ImportDone> };
  'import.read': { request: ReadImport; response: Committed<ImportPreview> };
  'journal.list': { request: JournalQuery; response: JournalPage };
  'journal.redo': { request: Empty; response: Committed<Turned> };
  'journal.undo': { request: Empty; response: Committed<Turned> };
  'licence.list': { request: Empty; response: Array<Licence> };
  'office.get': { request: Empty; response: OfficeInfo };
  'office.save': { request: SaveOffice; response: Committed<Empty> };
  'order.issue': { request: IssueOrder; response: Committed<Empty> };
  'own_pack.add_item': { request: AddOwnItem; response: Committed<OwnItems> };
  'own_pack.discard': { request: ById; response: Committed<Empty> };
  'own_pack.edit': { request: EditOwnPack; response: Committed<Empty> };
  'own_pack.finish': { request: ById; response: Committed<OwnPackFinished> };
  'own_pack.get': { request: ById; response: OwnPackDetail };
  'own_pack.list': { request: Empty; response: Array<OwnPackRow> };
  'own_pack.restore_item': { request: OwnItemRef; response: Committed<Empty> };
  'own_pack.retire_item': { request: OwnItemRef; response: Committed<Empty> };
  'own_pack.save_item': { request: SaveOwnItem; response: Committed<Empty> };
  'own_pack.set_reason': { request: SetOwnReason; response: Committed<Empty> };
  'own_pack.split_item': { request: SplitOwnItem; response: Committed<OwnItems> };
  'own_pack.start': { request: StartOwnPack; response: Committed<ById> };
  'pack.crosswalk': { request: PackEditions; response: PackCrosswalk };
  'pack.diff': { request: PackPair; response: PackDiff };
  'pack.export': { request: ExportPack; response: Committed<Exported> };
  'pack.export_form': { request: ExportBlank; response: Committed<Exported> };
  'pack.forms': { request: PackByHash; response: PackForms };
  'pack.get': { request: PackByHash; response: PackDetail };
  'pack.import': { request: ImportPack; response: Committed<PackByHash> };
  'pack.list': { request: Empty; response: Array<PackRow> };
  'pack.read_folder': { request: ReadPackFolder; response: PackFolder };
  'pack.search': { request: PackSearch; response: Array<PackFound> };
  'passphrase.change': { request: ChangePassphrase; response: Empty };
  'person.list': { request: Empty; response: Array<PersonRow> };
  'person.save': { request: SavePerson; response: Committed<ById> };
  'plan.decide': { request: DecidePlan; response: Committed<Empty> };
  'plan.submit': { request: SubmitPlan; response: Committed<Empty> };
  'prefs.set': { request: Prefs; response: Prefs };
  'progress.report': { request: ReportProgress; response: Committed<Empty> };
  'recovery.renew': { request: Confirmation; response: RecoveryCode };
  'reference.add': { request: AddReference; response: Committed<ById> };
  'reference.remove': { request: ById; response: Committed<Empty> };
  'release.list': { request: Empty; response: Array<ReleaseRow> };
  'report.export': { request: ExportReport; response: Committed<Exported> };
  'report.preview': { request: ReportQuery; response: ReportModel };
  'review.record': { request: RecordReview; response: Committed<ReviewDone> };
  'sampling.remove': { request: ItemRef; response: Committed<Empty> };
  'sampling.save': { request: SaveSampling; response: Committed<Empty> };
  'scope.set': { request: SetScope; response: Committed<Empty> };
  'search.find': { request: SearchQuery; response: Array<SearchHit> };
  'self_answer.set': { request: SetSelfAnswers; response: Committed<AnswersChanged> };
  'subject.list': { request: Empty; response: Array<SubjectRow> };
  'subject.save': { request: SaveSubject; response: Committed<ById> };
  'undo.state': { request: Empty; response: UndoState };
  'user.add': { request: AddUser; response: Committed<ById> };
  'user.list': { request: Empty; response: Array<UserRow> };
  'user.remove': { request: ById; response: Committed<Empty> };
  'verification.record': { request: RecordVerification; response: Committed<Empty> };
  'workpaper.export': { request: ExportWorkpapers; response: Committed<Exported> };
  'workpaper.item': { request: ItemRef; response: WorkpaperItem };
  'workpaper.progress': { request: WorkpaperQuery; response: WorkpaperProgress };
  'workpaper.quote': { request: QuoteSection; response: Committed<Quoted> };
  'workpaper.suggest_name': { request: SuggestPaperName; response: SuggestedName };
  'workspace.backup': { request: Backup; response: BackupDone };
  'workspace.close': { request: Empty; response: Empty };
  'workspace.copy': { request: CopyWorkspace; response: AppState };
  'workspace.create': { request: CreateWorkspace; response: CreatedWorkspace };
  'workspace.lock': { request: Empty; response: Empty };
  'workspace.open': { request: OpenWorkspace; response: AppState };
  'workspace.recover': { request: RecoverWorkspace; response: AppState };
  'workspace.restore': { request: Restore; response: AppState };
  'workspace.unlock': { request: UnlockWorkspace; response: AppState };
  'workspace.verify': { request: Verify; response: VerifyResult };
}

/** Which tables each query is made of: it is read again when one of them is touched. */
export const reads: Record<string, readonly string[]> = {
  'department.list': ['office', 'department', 'person', 'role_holder', 'user'],
  'engagement.get': ['engagement', 'engagement_target', 'engagement_member', 'scope_exclusion', 'answer', 'self_answer', 'finding', 'department', 'subject', 'person'],
  'engagement.list': ['engagement', 'engagement_target', 'engagement_member', 'scope_exclusion', 'answer', 'self_answer', 'finding', 'department', 'subject', 'person'],
  'evidence.all': ['evidence', 'evidence_link', 'engagement', 'engagement_target', 'finding', 'completion', 'person', 'department'],
  'evidence.list': ['evidence', 'evidence_link'],
  'evidence.sheets': ['evidence'],
  'file.suggest_name': ['office'],
  'finding.get': ['finding', 'improvement_order', 'improvement_plan', 'progress', 'completion', 'verification', 'evidence_link', 'person', 'department'],
  'finding.list': ['finding', 'improvement_order', 'improvement_plan', 'progress', 'completion', 'verification', 'evidence_link', 'person', 'department'],
  'grid.get': ['engagement', 'engagement_target', 'scope_exclusion', 'answer', 'self_answer', 'evidence_link', 'finding', 'sampling', 'cross_reference', 'review'],
  'home.get': ['op'],
  'journal.list': ['op'],
  'office.get': ['office', 'department', 'person', 'role_holder', 'user'],
  'own_pack.get': ['own_edition', 'own_item', 'own_clause'],
  'own_pack.list': ['own_edition', 'own_item', 'own_clause'],
  'pack.crosswalk': ['pack_edition'],
  'pack.diff': ['pack_edition'],
  'pack.forms': ['pack_edition', 'office'],
  'pack.get': ['pack_edition'],
  'pack.list': ['pack_edition', 'engagement'],
  'pack.search': ['pack_edition'],
  'person.list': ['office', 'department', 'person', 'role_holder', 'user'],
  'release.list': ['release'],
  'report.preview': ['finding', 'answer', 'self_answer'],
  'search.find': ['op'],
  'subject.list': ['subject', 'department', 'person'],
  'undo.state': ['op'],
  'user.list': ['office', 'department', 'person', 'role_holder', 'user'],
  'workpaper.item': ['answer', 'self_answer', 'sampling', 'cross_reference', 'review', 'evidence', 'evidence_link', 'engagement', 'engagement_target', 'scope_exclusion', 'person'],
  'workpaper.progress': ['answer', 'self_answer', 'sampling', 'cross_reference', 'review', 'evidence', 'evidence_link', 'engagement', 'engagement_target', 'scope_exclusion', 'person'],
  'workpaper.suggest_name': ['office', 'evidence'],
};
