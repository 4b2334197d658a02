// Written by `cargo xtask codegen`; do not edit.
import type { AddOwnItem } from './types/AddOwnItem';
import type { AddUser } from './types/AddUser';
import type { AnswersChanged } from './types/AnswersChanged';
import type { AppState } from './types/AppState';
import type { AssignImport } from './types/AssignImport';
import type { AssignItems } from './types/AssignItems';
import type { Assignments } from './types/Assignments';
import type { AttachEvidence } from './types/AttachEvidence';
import type { AttachToInterview } from './types/AttachToInterview';
import type { Backup } from './types/Backup';
import type { BackupDone } from './types/BackupDone';
import type { ById } from './types/ById';
import type { ChangePassphrase } from './types/ChangePassphrase';
import type { CommitEntry } from './types/CommitEntry';
import type { CommitImport } from './types/CommitImport';
import type { CommitPaste } from './types/CommitPaste';
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
import type { EntryLine } from './types/EntryLine';
import type { EvidenceInUse } from './types/EvidenceInUse';
import type { EvidenceOfItem } from './types/EvidenceOfItem';
import type { EvidenceRow } from './types/EvidenceRow';
import type { ExportBlank } from './types/ExportBlank';
import type { ExportForm } from './types/ExportForm';
import type { ExportPack } from './types/ExportPack';
import type { ExportReport } from './types/ExportReport';
import type { ExportSitePaper } from './types/ExportSitePaper';
import type { Exported } from './types/Exported';
import type { FindingDetail } from './types/FindingDetail';
import type { FindingQuery } from './types/FindingQuery';
import type { FindingRow } from './types/FindingRow';
import type { FlashRow } from './types/FlashRow';
import type { Grid } from './types/Grid';
import type { GridQuery } from './types/GridQuery';
import type { Home } from './types/Home';
import type { ImportDone } from './types/ImportDone';
import type { ImportPack } from './types/ImportPack';
import type { ImportPreview } from './types/ImportPreview';
import type { InterviewDetail } from './types/InterviewDetail';
import type { InterviewRow } from './types/InterviewRow';
import type { IssueOrder } from './types/IssueOrder';
import type { ItemNote } from './types/ItemNote';
import type { JournalPage } from './types/JournalPage';
import type { JournalQuery } from './types/JournalQuery';
import type { JudgeNote } from './types/JudgeNote';
import type { Judged } from './types/Judged';
import type { Licence } from './types/Licence';
import type { LinkNote } from './types/LinkNote';
import type { MakeFinding } from './types/MakeFinding';
import type { Memo } from './types/Memo';
import type { MoveMemoLine } from './types/MoveMemoLine';
import type { NoteSaved } from './types/NoteSaved';
import type { OfEngagement } from './types/OfEngagement';
import type { OfTarget } from './types/OfTarget';
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
import type { ReadEntry } from './types/ReadEntry';
import type { ReadImport } from './types/ReadImport';
import type { ReadPackFolder } from './types/ReadPackFolder';
import type { ReadPaste } from './types/ReadPaste';
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
import type { SaveDepartment } from './types/SaveDepartment';
import type { SaveEngagement } from './types/SaveEngagement';
import type { SaveFinding } from './types/SaveFinding';
import type { SaveFlash } from './types/SaveFlash';
import type { SaveInterview } from './types/SaveInterview';
import type { SaveMemoLine } from './types/SaveMemoLine';
import type { SaveNote } from './types/SaveNote';
import type { SaveOffice } from './types/SaveOffice';
import type { SaveOwnItem } from './types/SaveOwnItem';
import type { SavePerson } from './types/SavePerson';
import type { SaveSubject } from './types/SaveSubject';
import type { SearchHit } from './types/SearchHit';
import type { SearchQuery } from './types/SearchQuery';
import type { SetBackupFolder } from './types/SetBackupFolder';
import type { SetOwnReason } from './types/SetOwnReason';
import type { SetScope } from './types/SetScope';
import type { SetSelfAnswers } from './types/SetSelfAnswers';
import type { SetVerdicts } from './types/SetVerdicts';
import type { SitePaperOf } from './types/SitePaperOf';
import type { SplitOwnItem } from './types/SplitOwnItem';
import type { StartEngagement } from './types/StartEngagement';
import type { StartOwnPack } from './types/StartOwnPack';
import type { SubjectRow } from './types/SubjectRow';
import type { SubmitPlan } from './types/SubmitPlan';
import type { SuggestName } from './types/SuggestName';
import type { SuggestedName } from './types/SuggestedName';
import type { TellFlash } from './types/TellFlash';
import type { Turned } from './types/Turned';
import type { UndoState } from './types/UndoState';
import type { UnlinkNote } from './types/UnlinkNote';
import type { UnlockWorkspace } from './types/UnlockWorkspace';
import type { UserRow } from './types/UserRow';
import type { Verify } from './types/Verify';
import type { VerifyResult } from './types/VerifyResult';
import type { WriteAnswer } from './types/WriteAnswer';

export interface Commands {
  'answer.set': { request: SetVerdicts; response: Committed<AnswersChanged> };
  'answer.write': { request: WriteAnswer; response: Committed<AnswersChanged> };
  'app.state': { request: Empty; response: AppState };
  'assignment.list': { request: OfEngagement; response: Assignments };
  'assignment.set': { request: AssignItems; response: Committed<Judged> };
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
  'entry.commit': { request: CommitEntry; response: Committed<Judged> };
  'entry.read': { request: ReadEntry; response: Array<EntryLine> };
  'evidence.all': { request: Empty; response: Array<EvidenceInUse> };
  'evidence.attach': { request: AttachEvidence; response: Committed<Array<ById>> };
  'evidence.detach': { request: DetachEvidence; response: Committed<Empty> };
  'evidence.edit': { request: EditEvidence; response: Committed<Empty> };
  'evidence.list': { request: EvidenceOfItem; response: Array<EvidenceRow> };
  'file.suggest_name': { request: SuggestName; response: SuggestedName };
  'finding.confirm': { request: ConfirmFinding; response: Committed<Empty> };
  'finding.get': { request: ById; response: FindingDetail };
  'finding.list': { request: FindingQuery; response: Array<FindingRow> };
  'finding.make': { request: MakeFinding; response: Committed<ById> };
  'finding.reopen': { request: ReopenFinding; response: Committed<Empty> };
  'finding.save': { request: SaveFinding; response: Committed<Empty> };
  'flash.list': { request: OfEngagement; response: Array<FlashRow> };
  'flash.save': { request: SaveFlash; response: Committed<ById> };
  'flash.tell': { request: TellFlash; response: Committed<Empty> };
  'form.export': { request: ExportForm; response: Committed<Exported> };
  'grid.get': { request: GridQuery; response: Grid };
  'home.get': { request: Empty; response: Home };
  'import.assign': { request: AssignImport; response: Committed<ImportPreview> };
  'import.commit': { request: CommitImport; response: Committed<ImportDone> };
  'import.read': { request: ReadImport; response: Committed<ImportPreview> };
  'interview.attach': { request: AttachToInterview; response: Committed<Array<ById>> };
  'interview.delete': { request: ById; response: Committed<Empty> };
  'interview.get': { request: ById; response: InterviewDetail };
  'interview.list': { request: OfEngagement; response: Array<InterviewRow> };
  'interview.save': { request: SaveInterview; response: Committed<ById> };
  'journal.list': { request: JournalQuery; response: JournalPage };
  'journal.redo': { request: Empty; response: Committed<Turned> };
  'journal.undo': { request: Empty; response: Committed<Turned> };
  'licence.list': { request: Empty; response: Array<Licence> };
  'memo.get': { request: OfTarget; response: Memo };
  'memo.make': { request: OfTarget; response: Committed<Judged> };
  'memo.move': { request: MoveMemoLine; response: Committed<Empty> };
  'memo.save': { request: SaveMemoLine; response: Committed<ById> };
  'note.delete': { request: ById; response: Committed<Empty> };
  'note.draft': { request: SaveNote; response: Committed<DraftKept> };
  'note.judge': { request: JudgeNote; response: Committed<Judged> };
  'note.link': { request: LinkNote; response: Committed<Empty> };
  'note.of_item': { request: EvidenceOfItem; response: Array<ItemNote> };
  'note.save': { request: SaveNote; response: Committed<NoteSaved> };
  'note.unlink': { request: UnlinkNote; response: Committed<Empty> };
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
  'paste.commit': { request: CommitPaste; response: Committed<Judged> };
  'paste.read': { request: ReadPaste; response: Array<EntryLine> };
  'person.list': { request: Empty; response: Array<PersonRow> };
  'person.save': { request: SavePerson; response: Committed<ById> };
  'plan.decide': { request: DecidePlan; response: Committed<Empty> };
  'plan.submit': { request: SubmitPlan; response: Committed<Empty> };
  'prefs.set': { request: Prefs; response: Prefs };
  'progress.report': { request: ReportProgress; response: Committed<Empty> };
  'recovery.renew': { request: Confirmation; response: RecoveryCode };
  'release.list': { request: Empty; response: Array<ReleaseRow> };
  'report.export': { request: ExportReport; response: Committed<Exported> };
  'report.preview': { request: ReportQuery; response: ReportModel };
  'scope.set': { request: SetScope; response: Committed<Empty> };
  'search.find': { request: SearchQuery; response: Array<SearchHit> };
  'self_answer.set': { request: SetSelfAnswers; response: Committed<AnswersChanged> };
  'site_paper.export': { request: ExportSitePaper; response: Committed<Exported> };
  'site_paper.name': { request: SitePaperOf; response: SuggestedName };
  'subject.list': { request: Empty; response: Array<SubjectRow> };
  'subject.save': { request: SaveSubject; response: Committed<ById> };
  'undo.state': { request: Empty; response: UndoState };
  'user.add': { request: AddUser; response: Committed<ById> };
  'user.list': { request: Empty; response: Array<UserRow> };
  'user.remove': { request: ById; response: Committed<Empty> };
  'verification.record': { request: RecordVerification; response: Committed<Empty> };
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
  'assignment.list': ['assignment', 'answer', 'scope_exclusion', 'engagement', 'engagement_target', 'engagement_member', 'person'],
  'department.list': ['office', 'department', 'person', 'role_holder', 'user'],
  'engagement.get': ['engagement', 'engagement_target', 'engagement_member', 'scope_exclusion', 'answer', 'self_answer', 'finding', 'department', 'subject', 'person'],
  'engagement.list': ['engagement', 'engagement_target', 'engagement_member', 'scope_exclusion', 'answer', 'self_answer', 'finding', 'department', 'subject', 'person'],
  'entry.read': ['answer', 'scope_exclusion'],
  'evidence.all': ['evidence', 'evidence_link', 'engagement', 'engagement_target', 'finding', 'completion', 'person', 'department'],
  'evidence.list': ['evidence', 'evidence_link'],
  'file.suggest_name': ['office'],
  'finding.get': ['finding', 'improvement_order', 'improvement_plan', 'progress', 'completion', 'verification', 'evidence_link', 'person', 'department'],
  'finding.list': ['finding', 'improvement_order', 'improvement_plan', 'progress', 'completion', 'verification', 'evidence_link', 'person', 'department'],
  'flash.list': ['flash_report', 'flash_notice', 'role_holder', 'person', 'engagement'],
  'grid.get': ['engagement', 'engagement_target', 'scope_exclusion', 'answer', 'self_answer', 'evidence_link', 'finding', 'assignment', 'note_link'],
  'home.get': ['op'],
  'interview.get': ['interview', 'interview_auditor', 'note', 'note_link', 'answer', 'scope_exclusion', 'evidence', 'evidence_link', 'engagement'],
  'interview.list': ['interview', 'interview_auditor', 'note', 'note_link', 'answer', 'scope_exclusion', 'evidence', 'evidence_link', 'engagement'],
  'journal.list': ['op'],
  'memo.get': ['memo_line', 'interview', 'note', 'note_link', 'answer', 'scope_exclusion', 'engagement'],
  'note.of_item': ['interview', 'interview_auditor', 'note', 'note_link', 'answer', 'scope_exclusion', 'evidence', 'evidence_link', 'engagement'],
  'office.get': ['office', 'department', 'person', 'role_holder', 'user'],
  'own_pack.get': ['own_edition', 'own_item', 'own_clause'],
  'own_pack.list': ['own_edition', 'own_item', 'own_clause'],
  'pack.crosswalk': ['pack_edition'],
  'pack.diff': ['pack_edition'],
  'pack.forms': ['pack_edition', 'office'],
  'pack.get': ['pack_edition'],
  'pack.list': ['pack_edition', 'engagement'],
  'pack.search': ['pack_edition'],
  'paste.read': ['answer', 'scope_exclusion'],
  'person.list': ['office', 'department', 'person', 'role_holder', 'user'],
  'release.list': ['release'],
  'report.preview': ['finding', 'answer', 'self_answer'],
  'search.find': ['op'],
  'site_paper.name': ['memo_line', 'interview', 'note', 'note_link', 'answer', 'scope_exclusion', 'engagement'],
  'subject.list': ['subject', 'department', 'person'],
  'undo.state': ['op'],
  'user.list': ['office', 'department', 'person', 'role_holder', 'user'],
};
