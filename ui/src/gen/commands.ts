// Written by `cargo xtask codegen`; do not edit.
import type { AddOwnItem } from './types/AddOwnItem';
import type { AddReference } from './types/AddReference';
import type { AddReminders } from './types/AddReminders';
import type { AddUser } from './types/AddUser';
import type { Advance } from './types/Advance';
import type { AnswerHorizontal } from './types/AnswerHorizontal';
import type { AnswerReturned } from './types/AnswerReturned';
import type { AnswersChanged } from './types/AnswersChanged';
import type { AnswersQuery } from './types/AnswersQuery';
import type { AppState } from './types/AppState';
import type { ApplyScope } from './types/ApplyScope';
import type { ArrangeImport } from './types/ArrangeImport';
import type { ArrangeQuestionTable } from './types/ArrangeQuestionTable';
import type { AskHorizontal } from './types/AskHorizontal';
import type { AssignImport } from './types/AssignImport';
import type { AssignItems } from './types/AssignItems';
import type { Assignments } from './types/Assignments';
import type { AttachEvidence } from './types/AttachEvidence';
import type { AttachToInterview } from './types/AttachToInterview';
import type { AuditPlanDetail } from './types/AuditPlanDetail';
import type { AuditPlanRow } from './types/AuditPlanRow';
import type { Backup } from './types/Backup';
import type { BackupDone } from './types/BackupDone';
import type { ById } from './types/ById';
import type { CampaignAnswer } from './types/CampaignAnswer';
import type { CampaignDetail } from './types/CampaignDetail';
import type { CampaignQuery } from './types/CampaignQuery';
import type { CampaignRow } from './types/CampaignRow';
import type { CampaignTotals } from './types/CampaignTotals';
import type { CarryOutException } from './types/CarryOutException';
import type { ChangeDue } from './types/ChangeDue';
import type { ChangePassphrase } from './types/ChangePassphrase';
import type { CommitEntry } from './types/CommitEntry';
import type { CommitImport } from './types/CommitImport';
import type { CommitOfficeImport } from './types/CommitOfficeImport';
import type { CommitPast } from './types/CommitPast';
import type { CommitPaste } from './types/CommitPaste';
import type { CommitReturned } from './types/CommitReturned';
import type { Committed } from './types/Committed';
import type { CompareImports } from './types/CompareImports';
import type { ConfirmFinding } from './types/ConfirmFinding';
import type { Confirmation } from './types/Confirmation';
import type { CopyWorkspace } from './types/CopyWorkspace';
import type { CreateDemo } from './types/CreateDemo';
import type { CreateWorkspace } from './types/CreateWorkspace';
import type { CreatedWorkspace } from './types/CreatedWorkspace';
import type { DecideException } from './types/DecideException';
import type { DecideOfficeImport } from './types/DecideOfficeImport';
import type { DecidePlan } from './types/DecidePlan';
import type { DecideProposal } from './types/DecideProposal';
import type { DemoCreated } from './types/DemoCreated';
import type { DepartmentHistory } from './types/DepartmentHistory';
import type { DepartmentRow } from './types/DepartmentRow';
import type { DetachEvidence } from './types/DetachEvidence';
import type { DraftKept } from './types/DraftKept';
import type { DueDepartment } from './types/DueDepartment';
import type { DueRow } from './types/DueRow';
import type { EditEvidence } from './types/EditEvidence';
import type { EditOwnPack } from './types/EditOwnPack';
import type { Empty } from './types/Empty';
import type { EndException } from './types/EndException';
import type { EngagementDetail } from './types/EngagementDetail';
import type { EngagementQuery } from './types/EngagementQuery';
import type { EngagementRow } from './types/EngagementRow';
import type { EngagementSteps } from './types/EngagementSteps';
import type { EntryLine } from './types/EntryLine';
import type { EvidenceInUse } from './types/EvidenceInUse';
import type { EvidenceOfItem } from './types/EvidenceOfItem';
import type { EvidenceRow } from './types/EvidenceRow';
import type { EvidenceSheets } from './types/EvidenceSheets';
import type { ExceptFinding } from './types/ExceptFinding';
import type { ExceptionDetail } from './types/ExceptionDetail';
import type { ExceptionPaper } from './types/ExceptionPaper';
import type { ExceptionRow } from './types/ExceptionRow';
import type { ExplainIndependence } from './types/ExplainIndependence';
import type { ExportAuditPlan } from './types/ExportAuditPlan';
import type { ExportBlank } from './types/ExportBlank';
import type { ExportDue } from './types/ExportDue';
import type { ExportException } from './types/ExportException';
import type { ExportFindingPaper } from './types/ExportFindingPaper';
import type { ExportForm } from './types/ExportForm';
import type { ExportForms } from './types/ExportForms';
import type { ExportHandover } from './types/ExportHandover';
import type { ExportOfficeList } from './types/ExportOfficeList';
import type { ExportPack } from './types/ExportPack';
import type { ExportPlanPaper } from './types/ExportPlanPaper';
import type { ExportProposal } from './types/ExportProposal';
import type { ExportReminders } from './types/ExportReminders';
import type { ExportReport } from './types/ExportReport';
import type { ExportSitePaper } from './types/ExportSitePaper';
import type { ExportTable } from './types/ExportTable';
import type { ExportTotals } from './types/ExportTotals';
import type { ExportWorkpapers } from './types/ExportWorkpapers';
import type { Exported } from './types/Exported';
import type { ExtendException } from './types/ExtendException';
import type { FindFiles } from './types/FindFiles';
import type { FindingDetail } from './types/FindingDetail';
import type { FindingPaper } from './types/FindingPaper';
import type { FindingPaperRow } from './types/FindingPaperRow';
import type { FindingQuery } from './types/FindingQuery';
import type { FindingRow } from './types/FindingRow';
import type { FlashRow } from './types/FlashRow';
import type { FollowUpAudit } from './types/FollowUpAudit';
import type { FollowUpRow } from './types/FollowUpRow';
import type { Forget } from './types/Forget';
import type { FoundFiles } from './types/FoundFiles';
import type { Grid } from './types/Grid';
import type { GridQuery } from './types/GridQuery';
import type { Handover } from './types/Handover';
import type { HandoverPost } from './types/HandoverPost';
import type { Home } from './types/Home';
import type { HorizontalCandidate } from './types/HorizontalCandidate';
import type { HorizontalRow } from './types/HorizontalRow';
import type { ImportDone } from './types/ImportDone';
import type { ImportEngagement } from './types/ImportEngagement';
import type { ImportPack } from './types/ImportPack';
import type { ImportPreview } from './types/ImportPreview';
import type { ImportSheetQuery } from './types/ImportSheetQuery';
import type { ImportVersions } from './types/ImportVersions';
import type { IndependenceTable } from './types/IndependenceTable';
import type { InterviewDetail } from './types/InterviewDetail';
import type { InterviewRow } from './types/InterviewRow';
import type { IssueOrder } from './types/IssueOrder';
import type { ItemNote } from './types/ItemNote';
import type { ItemRef } from './types/ItemRef';
import type { JournalPage } from './types/JournalPage';
import type { JournalQuery } from './types/JournalQuery';
import type { JudgeException } from './types/JudgeException';
import type { JudgeNote } from './types/JudgeNote';
import type { Judged } from './types/Judged';
import type { KeepEntry } from './types/KeepEntry';
import type { KeepLayout } from './types/KeepLayout';
import type { KeepPastLayout } from './types/KeepPastLayout';
import type { KeepRow } from './types/KeepRow';
import type { KeepScan } from './types/KeepScan';
import type { KeepTemplate } from './types/KeepTemplate';
import type { KeptEntry } from './types/KeptEntry';
import type { KeptLayout } from './types/KeptLayout';
import type { Licence } from './types/Licence';
import type { LinkNote } from './types/LinkNote';
import type { LoanRow } from './types/LoanRow';
import type { MakeFinding } from './types/MakeFinding';
import type { MarkAuditPlan } from './types/MarkAuditPlan';
import type { Memo } from './types/Memo';
import type { MoveMemoLine } from './types/MoveMemoLine';
import type { MovePerson } from './types/MovePerson';
import type { MoveSheets } from './types/MoveSheets';
import type { NameAuditPlan } from './types/NameAuditPlan';
import type { NameHandover } from './types/NameHandover';
import type { NameTable } from './types/NameTable';
import type { NameTotals } from './types/NameTotals';
import type { NewCampaign } from './types/NewCampaign';
import type { NoteSaved } from './types/NoteSaved';
import type { OfEngagement } from './types/OfEngagement';
import type { OfTarget } from './types/OfTarget';
import type { OfficeImportDone } from './types/OfficeImportDone';
import type { OfficeImportPreview } from './types/OfficeImportPreview';
import type { OfficeInfo } from './types/OfficeInfo';
import type { OfficeTemplate } from './types/OfficeTemplate';
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
import type { PapersOfFindings } from './types/PapersOfFindings';
import type { PapersOfKind } from './types/PapersOfKind';
import type { PastDone } from './types/PastDone';
import type { PastPlan } from './types/PastPlan';
import type { PersonRow } from './types/PersonRow';
import type { PlanDetail } from './types/PlanDetail';
import type { PlanFields } from './types/PlanFields';
import type { PlanPaper } from './types/PlanPaper';
import type { PlanPast } from './types/PlanPast';
import type { PostQuery } from './types/PostQuery';
import type { PostRow } from './types/PostRow';
import type { PostingRow } from './types/PostingRow';
import type { Prefs } from './types/Prefs';
import type { ProposalDetail } from './types/ProposalDetail';
import type { ProposalPaper } from './types/ProposalPaper';
import type { ProposalRow } from './types/ProposalRow';
import type { PutDraft } from './types/PutDraft';
import type { QuestionPreview } from './types/QuestionPreview';
import type { QuestionsTaken } from './types/QuestionsTaken';
import type { QuoteSection } from './types/QuoteSection';
import type { Quoted } from './types/Quoted';
import type { ReadEntry } from './types/ReadEntry';
import type { ReadImport } from './types/ReadImport';
import type { ReadOfficeImport } from './types/ReadOfficeImport';
import type { ReadPackFolder } from './types/ReadPackFolder';
import type { ReadPaste } from './types/ReadPaste';
import type { ReadQuestionTable } from './types/ReadQuestionTable';
import type { RecordReview } from './types/RecordReview';
import type { RecordVerification } from './types/RecordVerification';
import type { RecordView } from './types/RecordView';
import type { RecoverWorkspace } from './types/RecoverWorkspace';
import type { RecoveryCode } from './types/RecoveryCode';
import type { ReleaseRow } from './types/ReleaseRow';
import type { ReminderRequest } from './types/ReminderRequest';
import type { ReminderTexts } from './types/ReminderTexts';
import type { RenameDepartment } from './types/RenameDepartment';
import type { RenameLayout } from './types/RenameLayout';
import type { ReportCompletion } from './types/ReportCompletion';
import type { ReportDetail } from './types/ReportDetail';
import type { ReportException } from './types/ReportException';
import type { ReportModel } from './types/ReportModel';
import type { ReportPages } from './types/ReportPages';
import type { ReportProgress } from './types/ReportProgress';
import type { ReportQuery } from './types/ReportQuery';
import type { ReportRow } from './types/ReportRow';
import type { ReportTemplateRow } from './types/ReportTemplateRow';
import type { ReportsOf } from './types/ReportsOf';
import type { Restore } from './types/Restore';
import type { ReturnedDone } from './types/ReturnedDone';
import type { ReturnedPreview } from './types/ReturnedPreview';
import type { ReviewDone } from './types/ReviewDone';
import type { ReviewException } from './types/ReviewException';
import type { RoleHolderRow } from './types/RoleHolderRow';
import type { SaveAuditPlan } from './types/SaveAuditPlan';
import type { SaveCampaign } from './types/SaveCampaign';
import type { SaveDepartment } from './types/SaveDepartment';
import type { SaveDocument } from './types/SaveDocument';
import type { SaveEngagement } from './types/SaveEngagement';
import type { SaveException } from './types/SaveException';
import type { SaveFinding } from './types/SaveFinding';
import type { SaveFlash } from './types/SaveFlash';
import type { SaveFormerName } from './types/SaveFormerName';
import type { SaveInterview } from './types/SaveInterview';
import type { SaveLoan } from './types/SaveLoan';
import type { SaveMemoLine } from './types/SaveMemoLine';
import type { SaveNote } from './types/SaveNote';
import type { SaveOffice } from './types/SaveOffice';
import type { SaveOwnItem } from './types/SaveOwnItem';
import type { SavePerson } from './types/SavePerson';
import type { SavePosting } from './types/SavePosting';
import type { SaveProposal } from './types/SaveProposal';
import type { SaveReportDecisions } from './types/SaveReportDecisions';
import type { SaveReportFrame } from './types/SaveReportFrame';
import type { SaveReportStyle } from './types/SaveReportStyle';
import type { SaveRiskLevels } from './types/SaveRiskLevels';
import type { SaveRoleHolder } from './types/SaveRoleHolder';
import type { SaveRouteStep } from './types/SaveRouteStep';
import type { SaveSampling } from './types/SaveSampling';
import type { SaveSchedule } from './types/SaveSchedule';
import type { SaveSheet } from './types/SaveSheet';
import type { SaveSubject } from './types/SaveSubject';
import type { SaveView } from './types/SaveView';
import type { ScopeProposal } from './types/ScopeProposal';
import type { ScopeQuery } from './types/ScopeQuery';
import type { SearchHit } from './types/SearchHit';
import type { SearchQuery } from './types/SearchQuery';
import type { SendBack } from './types/SendBack';
import type { SendCheck } from './types/SendCheck';
import type { SetBackupFolder } from './types/SetBackupFolder';
import type { SetFindingItem } from './types/SetFindingItem';
import type { SetHorizontalNeed } from './types/SetHorizontalNeed';
import type { SetOwnReason } from './types/SetOwnReason';
import type { SetRecusal } from './types/SetRecusal';
import type { SetScope } from './types/SetScope';
import type { SetSelfAnswers } from './types/SetSelfAnswers';
import type { SetStaffCount } from './types/SetStaffCount';
import type { SetUnaudited } from './types/SetUnaudited';
import type { SetVerdicts } from './types/SetVerdicts';
import type { SettleDraft } from './types/SettleDraft';
import type { SheetView } from './types/SheetView';
import type { SitePaperOf } from './types/SitePaperOf';
import type { SplitOwnItem } from './types/SplitOwnItem';
import type { StaffCounting } from './types/StaffCounting';
import type { StaffQuery } from './types/StaffQuery';
import type { StartEngagement } from './types/StartEngagement';
import type { StartException } from './types/StartException';
import type { StartOwnPack } from './types/StartOwnPack';
import type { StartProposal } from './types/StartProposal';
import type { StartReport } from './types/StartReport';
import type { StartedReports } from './types/StartedReports';
import type { StepAuditPlan } from './types/StepAuditPlan';
import type { SubjectRow } from './types/SubjectRow';
import type { SubmitException } from './types/SubmitException';
import type { SubmitPlan } from './types/SubmitPlan';
import type { SubmitProposal } from './types/SubmitProposal';
import type { SuggestName } from './types/SuggestName';
import type { SuggestPaperName } from './types/SuggestPaperName';
import type { SuggestedName } from './types/SuggestedName';
import type { TakeQuestionTable } from './types/TakeQuestionTable';
import type { TakeTemplate } from './types/TakeTemplate';
import type { TellFlash } from './types/TellFlash';
import type { Turned } from './types/Turned';
import type { UndoState } from './types/UndoState';
import type { UnlinkNote } from './types/UnlinkNote';
import type { Unlock } from './types/Unlock';
import type { UnlockWorkspace } from './types/UnlockWorkspace';
import type { UserRow } from './types/UserRow';
import type { Verify } from './types/Verify';
import type { VerifyResult } from './types/VerifyResult';
import type { ViewQuery } from './types/ViewQuery';
import type { ViewRow } from './types/ViewRow';
import type { WithReason } from './types/WithReason';
import type { WithdrawException } from './types/WithdrawException';
import type { WorkpaperItem } from './types/WorkpaperItem';
import type { WorkpaperProgress } from './types/WorkpaperProgress';
import type { WorkpaperQuery } from './types/WorkpaperQuery';
import type { WriteAnswer } from './types/WriteAnswer';
import type { WriteBack } from './types/WriteBack';
import type { WriteBackName } from './types/WriteBackName';
import type { WriteReport } from './types/WriteReport';

export interface Commands {
  'answer.set': { request: SetVerdicts; response: Committed<AnswersChanged> };
  'answer.write': { request: WriteAnswer; response: Committed<AnswersChanged> };
  'app.state': { request: Empty; response: AppState };
  'assignment.list': { request: OfEngagement; response: Assignments };
  'assignment.set': { request: AssignItems; response: Committed<Judged> };
  'audit_plan.export': { request: ExportAuditPlan; response: Committed<Exported> };
  'audit_plan.get': { request: ById; response: AuditPlanDetail };
  'audit_plan.list': { request: Empty; response: Array<AuditPlanRow> };
  'audit_plan.mark': { request: MarkAuditPlan; response: Committed<Empty> };
  'audit_plan.name': { request: NameAuditPlan; response: SuggestedName };
  'audit_plan.save': { request: SaveAuditPlan; response: Committed<ById> };
  'audit_plan.step': { request: StepAuditPlan; response: Committed<ById> };
  'backup.set_folder': { request: SetBackupFolder; response: AppState };
  'campaign.answers': { request: AnswersQuery; response: Array<CampaignAnswer> };
  'campaign.close': { request: ById; response: Committed<Empty> };
  'campaign.confirm': { request: MoveSheets; response: Committed<Empty> };
  'campaign.create': { request: NewCampaign; response: Committed<ById> };
  'campaign.export_totals': { request: ExportTotals; response: Committed<Exported> };
  'campaign.get': { request: ById; response: CampaignDetail };
  'campaign.hand_out': { request: MoveSheets; response: Committed<Empty> };
  'campaign.head_confirm': { request: MoveSheets; response: Committed<Empty> };
  'campaign.list': { request: CampaignQuery; response: Array<CampaignRow> };
  'campaign.save': { request: SaveCampaign; response: Committed<ById> };
  'campaign.save_sheet': { request: SaveSheet; response: Committed<ById> };
  'campaign.send_back': { request: SendBack; response: Committed<Empty> };
  'campaign.submit': { request: MoveSheets; response: Committed<Empty> };
  'campaign.totals': { request: ById; response: CampaignTotals };
  'campaign.totals_name': { request: NameTotals; response: SuggestedName };
  'completion.report': { request: ReportCompletion; response: Committed<ById> };
  'demo.create': { request: CreateDemo; response: DemoCreated };
  'department.history': { request: ById; response: DepartmentHistory };
  'department.list': { request: Empty; response: Array<DepartmentRow> };
  'department.rename': { request: RenameDepartment; response: Committed<ById> };
  'department.save': { request: SaveDepartment; response: Committed<ById> };
  'document.remove': { request: ById; response: Committed<Empty> };
  'document.save': { request: SaveDocument; response: Committed<ById> };
  'draft.put': { request: PutDraft; response: Committed<DraftKept> };
  'draft.row': { request: KeepRow; response: Committed<DraftKept> };
  'draft.settle': { request: SettleDraft; response: Committed<AnswersChanged> };
  'due.departments': { request: Empty; response: Array<DueDepartment> };
  'due.export': { request: ExportDue; response: Committed<Exported> };
  'due.list': { request: Empty; response: Array<DueRow> };
  'engagement.advance': { request: Advance; response: Committed<Empty> };
  'engagement.close': { request: ById; response: Committed<Empty> };
  'engagement.get': { request: ById; response: EngagementDetail };
  'engagement.list': { request: EngagementQuery; response: Array<EngagementRow> };
  'engagement.save': { request: SaveEngagement; response: Committed<ById> };
  'engagement.start': { request: StartEngagement; response: Committed<Empty> };
  'engagement.steps': { request: ById; response: EngagementSteps };
  'engagement.unlock': { request: Unlock; response: Committed<Empty> };
  'engagement_plan.get': { request: ById; response: PlanDetail };
  'engagement_plan.save': { request: PlanFields; response: Committed<Empty> };
  'entry.commit': { request: CommitEntry; response: Committed<Judged> };
  'entry.keep': { request: KeepEntry; response: Committed<DraftKept> };
  'entry.kept': { request: GridQuery; response: Array<KeptEntry> };
  'entry.read': { request: ReadEntry; response: Array<EntryLine> };
  'evidence.all': { request: Empty; response: Array<EvidenceInUse> };
  'evidence.attach': { request: AttachEvidence; response: Committed<Array<ById>> };
  'evidence.detach': { request: DetachEvidence; response: Committed<Empty> };
  'evidence.edit': { request: EditEvidence; response: Committed<Empty> };
  'evidence.list': { request: EvidenceOfItem; response: Array<EvidenceRow> };
  'evidence.sheets': { request: ById; response: EvidenceSheets };
  'exception.carry_out': { request: CarryOutException; response: Committed<Empty> };
  'exception.decide': { request: DecideException; response: Committed<Empty> };
  'exception.discard': { request: ById; response: Committed<Empty> };
  'exception.end': { request: EndException; response: Committed<Empty> };
  'exception.export': { request: ExportException; response: Committed<Exported> };
  'exception.extend': { request: ExtendException; response: Committed<Empty> };
  'exception.get': { request: ById; response: ExceptionDetail };
  'exception.judge': { request: JudgeException; response: Committed<Empty> };
  'exception.list': { request: Empty; response: Array<ExceptionRow> };
  'exception.name': { request: ExceptionPaper; response: SuggestedName };
  'exception.report': { request: ReportException; response: Committed<Empty> };
  'exception.review': { request: ReviewException; response: Committed<Empty> };
  'exception.save': { request: SaveException; response: Committed<Empty> };
  'exception.start': { request: StartException; response: Committed<ById> };
  'exception.submit': { request: SubmitException; response: Committed<Empty> };
  'exception.withdraw': { request: WithdrawException; response: Committed<Empty> };
  'file.forget': { request: Forget; response: Empty };
  'file.suggest_name': { request: SuggestName; response: SuggestedName };
  'finding.confirm': { request: ConfirmFinding; response: Committed<Empty> };
  'finding.discard': { request: ById; response: Committed<Empty> };
  'finding.except': { request: ExceptFinding; response: Committed<Empty> };
  'finding.get': { request: ById; response: FindingDetail };
  'finding.list': { request: FindingQuery; response: Array<FindingRow> };
  'finding.make': { request: MakeFinding; response: Committed<ById> };
  'finding.record_view': { request: RecordView; response: Committed<Empty> };
  'finding.reopen': { request: WithReason; response: Committed<Empty> };
  'finding.resume': { request: WithReason; response: Committed<Empty> };
  'finding.save': { request: SaveFinding; response: Committed<Empty> };
  'finding.send_check': { request: SendCheck; response: Committed<Empty> };
  'finding.set_item': { request: SetFindingItem; response: Committed<Empty> };
  'finding.set_levels': { request: SaveRiskLevels; response: Committed<Empty> };
  'finding.withdraw_check': { request: WithReason; response: Committed<Empty> };
  'finding_paper.export': { request: ExportFindingPaper; response: Committed<Exported> };
  'finding_paper.list': { request: ById; response: Array<FindingPaperRow> };
  'finding_paper.name': { request: FindingPaper; response: SuggestedName };
  'finding_paper.several': { request: PapersOfFindings; response: Array<PapersOfKind> };
  'flash.list': { request: OfEngagement; response: Array<FlashRow> };
  'flash.save': { request: SaveFlash; response: Committed<ById> };
  'flash.tell': { request: TellFlash; response: Committed<Empty> };
  'follow_up.audits': { request: ById; response: Array<FollowUpAudit> };
  'follow_up.list': { request: ById; response: Array<FollowUpRow> };
  'form.export': { request: ExportForm; response: Committed<Exported> };
  'former_name.delete': { request: ById; response: Committed<Empty> };
  'former_name.save': { request: SaveFormerName; response: Committed<ById> };
  'forms.export': { request: ExportForms; response: Committed<Exported> };
  'grid.get': { request: GridQuery; response: Grid };
  'handover.export': { request: ExportHandover; response: Committed<Exported> };
  'handover.get': { request: PostQuery; response: Handover };
  'handover.list': { request: Empty; response: Array<HandoverPost> };
  'handover.name': { request: NameHandover; response: SuggestedName };
  'home.get': { request: Empty; response: Home };
  'horizontal.answer': { request: AnswerHorizontal; response: Committed<Empty> };
  'horizontal.ask': { request: AskHorizontal; response: Committed<Empty> };
  'horizontal.ask_again': { request: WithReason; response: Committed<Empty> };
  'horizontal.candidates': { request: ById; response: Array<HorizontalCandidate> };
  'horizontal.list': { request: Empty; response: Array<HorizontalRow> };
  'horizontal.make_finding': { request: ById; response: Committed<ById> };
  'horizontal.set_need': { request: SetHorizontalNeed; response: Committed<Empty> };
  'horizontal.settle': { request: ById; response: Committed<Empty> };
  'import.arrange': { request: ArrangeImport; response: Committed<ImportPreview> };
  'import.assign': { request: AssignImport; response: Committed<ImportPreview> };
  'import.back_name': { request: WriteBackName; response: SuggestedName };
  'import.commit': { request: CommitImport; response: Committed<ImportDone> };
  'import.compare': { request: CompareImports; response: Array<ImportVersions> };
  'import.engagements': { request: Empty; response: Array<ImportEngagement> };
  'import.find': { request: FindFiles; response: FoundFiles };
  'import.forget_layout': { request: ById; response: Committed<Empty> };
  'import.keep_layout': { request: KeepLayout; response: Committed<Empty> };
  'import.keep_scan': { request: KeepScan; response: Committed<ById> };
  'import.kept': { request: Empty; response: Array<KeptLayout> };
  'import.originals': { request: StaffQuery; response: Array<EvidenceRow> };
  'import.read': { request: ReadImport; response: ImportPreview };
  'import.rename_layout': { request: RenameLayout; response: Committed<Empty> };
  'import.stop': { request: Empty; response: Empty };
  'import.view': { request: ImportSheetQuery; response: SheetView };
  'import.write_back': { request: WriteBack; response: Committed<Exported> };
  'independence.explain': { request: ExplainIndependence; response: Committed<Empty> };
  'independence.get': { request: ById; response: IndependenceTable };
  'interview.attach': { request: AttachToInterview; response: Committed<Array<ById>> };
  'interview.delete': { request: ById; response: Committed<Empty> };
  'interview.get': { request: ById; response: InterviewDetail };
  'interview.list': { request: OfEngagement; response: Array<InterviewRow> };
  'interview.save': { request: SaveInterview; response: Committed<ById> };
  'journal.list': { request: JournalQuery; response: JournalPage };
  'journal.redo': { request: Empty; response: Committed<Turned> };
  'journal.undo': { request: Empty; response: Committed<Turned> };
  'licence.list': { request: Empty; response: Array<Licence> };
  'loan.list': { request: ById; response: Array<LoanRow> };
  'loan.remove': { request: ById; response: Committed<Empty> };
  'loan.save': { request: SaveLoan; response: Committed<ById> };
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
  'office_import.commit': { request: CommitOfficeImport; response: Committed<OfficeImportDone> };
  'office_import.decide': { request: DecideOfficeImport; response: Committed<OfficeImportPreview> };
  'office_import.read': { request: ReadOfficeImport; response: Committed<OfficeImportPreview> };
  'office_import.template': { request: OfficeTemplate; response: Committed<Exported> };
  'office_list.export': { request: ExportOfficeList; response: Committed<Exported> };
  'order.issue': { request: IssueOrder; response: Committed<Empty> };
  'own_pack.add_item': { request: AddOwnItem; response: Committed<OwnItems> };
  'own_pack.arrange_table': { request: ArrangeQuestionTable; response: Committed<QuestionPreview> };
  'own_pack.discard': { request: ById; response: Committed<Empty> };
  'own_pack.edit': { request: EditOwnPack; response: Committed<Empty> };
  'own_pack.finish': { request: ById; response: Committed<OwnPackFinished> };
  'own_pack.get': { request: ById; response: OwnPackDetail };
  'own_pack.list': { request: Empty; response: Array<OwnPackRow> };
  'own_pack.read_table': { request: ReadQuestionTable; response: QuestionPreview };
  'own_pack.restore_item': { request: OwnItemRef; response: Committed<Empty> };
  'own_pack.retire_item': { request: OwnItemRef; response: Committed<Empty> };
  'own_pack.save_item': { request: SaveOwnItem; response: Committed<Empty> };
  'own_pack.set_reason': { request: SetOwnReason; response: Committed<Empty> };
  'own_pack.split_item': { request: SplitOwnItem; response: Committed<OwnItems> };
  'own_pack.start': { request: StartOwnPack; response: Committed<ById> };
  'own_pack.take_table': { request: TakeQuestionTable; response: Committed<QuestionsTaken> };
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
  'past.commit': { request: CommitPast; response: Committed<PastDone> };
  'past.keep_layout': { request: KeepPastLayout; response: Committed<Empty> };
  'past.plan': { request: PlanPast; response: PastPlan };
  'paste.commit': { request: CommitPaste; response: Committed<Judged> };
  'paste.read': { request: ReadPaste; response: Array<EntryLine> };
  'person.list': { request: Empty; response: Array<PersonRow> };
  'person.move': { request: MovePerson; response: Committed<ById> };
  'person.save': { request: SavePerson; response: Committed<ById> };
  'plan.change_due': { request: ChangeDue; response: Committed<Empty> };
  'plan.decide': { request: DecidePlan; response: Committed<Empty> };
  'plan.submit': { request: SubmitPlan; response: Committed<Empty> };
  'plan_paper.export': { request: ExportPlanPaper; response: Committed<Exported> };
  'plan_paper.name': { request: PlanPaper; response: SuggestedName };
  'post.list': { request: Empty; response: Array<PostRow> };
  'posting.delete': { request: ById; response: Committed<Empty> };
  'posting.list': { request: ById; response: Array<PostingRow> };
  'posting.save': { request: SavePosting; response: Committed<ById> };
  'prefs.set': { request: Prefs; response: Prefs };
  'progress.report': { request: ReportProgress; response: Committed<Empty> };
  'proposal.decide': { request: DecideProposal; response: Committed<Empty> };
  'proposal.discard': { request: ById; response: Committed<Empty> };
  'proposal.export': { request: ExportProposal; response: Committed<Exported> };
  'proposal.get': { request: ById; response: ProposalDetail };
  'proposal.list': { request: Empty; response: Array<ProposalRow> };
  'proposal.name': { request: ProposalPaper; response: SuggestedName };
  'proposal.save': { request: SaveProposal; response: Committed<Empty> };
  'proposal.start': { request: StartProposal; response: Committed<ById> };
  'proposal.submit': { request: SubmitProposal; response: Committed<Empty> };
  'proposal.take_back': { request: ById; response: Committed<Empty> };
  'recovery.renew': { request: Confirmation; response: RecoveryCode };
  'recusal.set': { request: SetRecusal; response: Committed<Empty> };
  'reference.add': { request: AddReference; response: Committed<ById> };
  'reference.remove': { request: ById; response: Committed<Empty> };
  'release.list': { request: Empty; response: Array<ReleaseRow> };
  'reminder.add': { request: AddReminders; response: Committed<Empty> };
  'reminder.export': { request: ExportReminders; response: Committed<Exported> };
  'reminder.letters': { request: ReminderRequest; response: ReminderTexts };
  'report.confirm': { request: ById; response: Committed<Empty> };
  'report.decisions': { request: SaveReportDecisions; response: Committed<Empty> };
  'report.discard': { request: ById; response: Committed<Empty> };
  'report.export': { request: ExportReport; response: Committed<Exported> };
  'report.forget_template': { request: ById; response: Committed<Empty> };
  'report.frame': { request: SaveReportFrame; response: Committed<Empty> };
  'report.get': { request: ById; response: ReportDetail };
  'report.issue': { request: ById; response: Committed<Empty> };
  'report.keep_template': { request: KeepTemplate; response: Committed<ById> };
  'report.list': { request: ReportsOf; response: Array<ReportRow> };
  'report.look': { request: ReportQuery; response: ReportPages };
  'report.preview': { request: ReportQuery; response: ReportModel };
  'report.revise': { request: ById; response: Committed<ById> };
  'report.start': { request: StartReport; response: Committed<StartedReports> };
  'report.style': { request: SaveReportStyle; response: Committed<Empty> };
  'report.submit': { request: ById; response: Committed<Empty> };
  'report.take_back': { request: ById; response: Committed<Empty> };
  'report.take_template': { request: TakeTemplate; response: Committed<Empty> };
  'report.templates': { request: Empty; response: Array<ReportTemplateRow> };
  'report.write': { request: WriteReport; response: Committed<ById> };
  'returned.answer': { request: AnswerReturned; response: Committed<ReturnedPreview> };
  'returned.commit': { request: CommitReturned; response: Committed<ReturnedDone> };
  'returned.read': { request: ReadImport; response: Committed<ReturnedPreview> };
  'review.record': { request: RecordReview; response: Committed<ReviewDone> };
  'role.delete': { request: ById; response: Committed<Empty> };
  'role.list': { request: Empty; response: Array<RoleHolderRow> };
  'role.save': { request: SaveRoleHolder; response: Committed<ById> };
  'route_step.remove': { request: ById; response: Committed<Empty> };
  'route_step.save': { request: SaveRouteStep; response: Committed<ById> };
  'sampling.remove': { request: ItemRef; response: Committed<Empty> };
  'sampling.save': { request: SaveSampling; response: Committed<Empty> };
  'schedule.remove': { request: ById; response: Committed<Empty> };
  'schedule.save': { request: SaveSchedule; response: Committed<ById> };
  'scope.apply': { request: ApplyScope; response: Committed<Empty> };
  'scope.propose': { request: ScopeQuery; response: ScopeProposal };
  'scope.set': { request: SetScope; response: Committed<Empty> };
  'search.find': { request: SearchQuery; response: Array<SearchHit> };
  'self_answer.set': { request: SetSelfAnswers; response: Committed<AnswersChanged> };
  'site_paper.export': { request: ExportSitePaper; response: Committed<Exported> };
  'site_paper.name': { request: SitePaperOf; response: SuggestedName };
  'staff_count.get': { request: StaffQuery; response: StaffCounting };
  'staff_count.set': { request: SetStaffCount; response: Committed<Empty> };
  'subject.list': { request: Empty; response: Array<SubjectRow> };
  'subject.save': { request: SaveSubject; response: Committed<ById> };
  'table.export': { request: ExportTable; response: Committed<Exported> };
  'table.name': { request: NameTable; response: SuggestedName };
  'unaudited.set': { request: SetUnaudited; response: Committed<Empty> };
  'undo.state': { request: Empty; response: UndoState };
  'user.add': { request: AddUser; response: Committed<ById> };
  'user.list': { request: Empty; response: Array<UserRow> };
  'user.remove': { request: ById; response: Committed<Empty> };
  'verification.record': { request: RecordVerification; response: Committed<Empty> };
  'view.delete': { request: ById; response: Committed<Empty> };
  'view.list': { request: ViewQuery; response: Array<ViewRow> };
  'view.save': { request: SaveView; response: Committed<ById> };
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
  'assignment.list': ['assignment', 'answer', 'scope_exclusion', 'engagement', 'engagement_target', 'engagement_member', 'person'],
  'audit_plan.get': ['audit_plan', 'audit_plan_entry', 'department', 'subject', 'engagement', 'engagement_target', 'pack_edition', 'office'],
  'audit_plan.list': ['audit_plan', 'audit_plan_entry', 'department', 'subject', 'engagement', 'engagement_target', 'pack_edition', 'office'],
  'audit_plan.name': ['audit_plan', 'audit_plan_entry', 'department', 'subject', 'engagement', 'engagement_target', 'pack_edition', 'office'],
  'campaign.answers': ['campaign', 'route_step', 'submission', 'staff_count', 'reminder', 'engagement', 'engagement_target', 'scope_exclusion', 'self_answer', 'department', 'subject', 'person', 'role_holder'],
  'campaign.get': ['campaign', 'route_step', 'submission', 'staff_count', 'reminder', 'engagement', 'engagement_target', 'scope_exclusion', 'self_answer', 'department', 'subject', 'person', 'role_holder'],
  'campaign.list': ['campaign', 'route_step', 'submission', 'staff_count', 'reminder', 'engagement', 'engagement_target', 'scope_exclusion', 'self_answer', 'department', 'subject', 'person', 'role_holder'],
  'campaign.totals': ['campaign', 'route_step', 'submission', 'staff_count', 'reminder', 'engagement', 'engagement_target', 'scope_exclusion', 'self_answer', 'department', 'subject', 'person', 'role_holder'],
  'campaign.totals_name': ['campaign', 'office'],
  'department.history': ['department', 'person', 'role_holder', 'former_name', 'posting'],
  'department.list': ['office', 'department', 'person', 'role_holder', 'user', 'former_name'],
  'due.departments': ['finding', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'progress', 'horizontal_check', 'loan', 'engagement', 'engagement_target', 'person', 'posting', 'role_holder', 'department', 'due_reminder', 'exception_measure', 'exception_period', 'exception_decision', 'exception_review'],
  'due.list': ['finding', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'progress', 'horizontal_check', 'loan', 'engagement', 'engagement_target', 'person', 'posting', 'role_holder', 'department', 'due_reminder', 'exception_measure', 'exception_period', 'exception_decision', 'exception_review'],
  'engagement.get': ['engagement', 'engagement_target', 'engagement_member', 'scope_exclusion', 'answer', 'self_answer', 'staff_count', 'finding', 'department', 'subject', 'person', 'posting', 'role_holder', 'engagement_plan', 'recusal', 'unaudited_target'],
  'engagement.list': ['engagement', 'engagement_target', 'engagement_member', 'scope_exclusion', 'answer', 'self_answer', 'staff_count', 'finding', 'department', 'subject', 'person', 'posting', 'role_holder', 'engagement_plan', 'recusal', 'unaudited_target'],
  'engagement.steps': ['engagement', 'engagement_step', 'person'],
  'engagement_plan.get': ['engagement_plan', 'schedule_entry', 'document_request', 'engagement', 'engagement_target', 'department', 'subject'],
  'entry.kept': [],
  'entry.read': ['answer', 'scope_exclusion'],
  'evidence.all': ['evidence', 'evidence_link', 'engagement', 'engagement_target', 'finding', 'completion', 'person', 'department'],
  'evidence.list': ['evidence', 'evidence_link'],
  'evidence.sheets': ['evidence'],
  'exception.get': ['exception_measure', 'exception_point', 'exception_period', 'exception_judgement', 'exception_decision', 'exception_review', 'proposal', 'finding', 'department', 'subject', 'person', 'role_holder'],
  'exception.list': ['exception_measure', 'exception_point', 'exception_period', 'exception_judgement', 'exception_decision', 'exception_review', 'proposal', 'finding', 'department', 'subject', 'person', 'role_holder'],
  'exception.name': ['exception_measure', 'exception_point', 'exception_period', 'exception_judgement', 'exception_decision', 'exception_review', 'proposal', 'finding', 'department', 'subject', 'person', 'role_holder'],
  'file.suggest_name': ['office'],
  'finding.get': ['finding', 'engagement', 'finding_item', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'due_change', 'progress', 'completion', 'verification', 'finding_turn', 'horizontal_check', 'evidence_link', 'person', 'posting', 'department', 'office', 'exception_measure', 'exception_period', 'exception_decision', 'exception_point'],
  'finding.list': ['finding', 'engagement', 'finding_item', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'due_change', 'progress', 'completion', 'verification', 'finding_turn', 'horizontal_check', 'evidence_link', 'person', 'posting', 'department', 'office', 'exception_measure', 'exception_period', 'exception_decision', 'exception_point'],
  'finding_paper.list': ['finding', 'improvement_plan', 'progress', 'completion', 'horizontal_check', 'department'],
  'finding_paper.name': ['finding', 'improvement_plan', 'progress', 'completion', 'horizontal_check', 'department'],
  'finding_paper.several': ['finding', 'improvement_plan', 'progress', 'completion', 'horizontal_check', 'department'],
  'flash.list': ['flash_report', 'flash_notice', 'role_holder', 'person', 'engagement'],
  'follow_up.audits': ['finding', 'engagement', 'engagement_target', 'fact_check', 'improvement_order', 'improvement_plan', 'progress', 'completion', 'verification', 'person', 'posting', 'department'],
  'follow_up.list': ['finding', 'engagement', 'engagement_target', 'fact_check', 'improvement_order', 'improvement_plan', 'progress', 'completion', 'verification', 'person', 'posting', 'department'],
  'grid.get': ['engagement', 'engagement_target', 'scope_exclusion', 'answer', 'self_answer', 'evidence_link', 'finding', 'finding_item', 'sampling', 'cross_reference', 'review', 'assignment', 'note_link', 'exception_measure', 'exception_period', 'exception_decision', 'subject'],
  'handover.get': ['finding', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'progress', 'horizontal_check', 'loan', 'engagement', 'engagement_target', 'person', 'posting', 'role_holder', 'department', 'due_reminder', 'exception_measure', 'exception_period', 'exception_decision', 'exception_review'],
  'handover.list': ['finding', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'progress', 'horizontal_check', 'loan', 'engagement', 'engagement_target', 'person', 'posting', 'role_holder', 'department', 'due_reminder', 'exception_measure', 'exception_period', 'exception_decision', 'exception_review'],
  'handover.name': ['finding', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'progress', 'horizontal_check', 'loan', 'engagement', 'engagement_target', 'person', 'posting', 'role_holder', 'department', 'due_reminder', 'exception_measure', 'exception_period', 'exception_decision', 'exception_review'],
  'home.get': ['op'],
  'horizontal.candidates': ['finding', 'engagement', 'finding_item', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'due_change', 'progress', 'completion', 'verification', 'finding_turn', 'horizontal_check', 'evidence_link', 'person', 'posting', 'department', 'office', 'exception_measure', 'exception_period', 'exception_decision', 'exception_point'],
  'horizontal.list': ['finding', 'engagement', 'finding_item', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'due_change', 'progress', 'completion', 'verification', 'finding_turn', 'horizontal_check', 'evidence_link', 'person', 'posting', 'department', 'office', 'exception_measure', 'exception_period', 'exception_decision', 'exception_point'],
  'import.back_name': ['office'],
  'import.compare': [],
  'import.engagements': ['engagement', 'engagement_target', 'department'],
  'import.kept': ['import_layout'],
  'import.originals': ['evidence', 'evidence_link'],
  'import.view': [],
  'independence.get': ['engagement', 'engagement_plan', 'engagement_target', 'engagement_member', 'recusal', 'unaudited_target', 'person', 'posting', 'role_holder', 'department', 'subject'],
  'interview.get': ['interview', 'interview_auditor', 'note', 'note_link', 'answer', 'scope_exclusion', 'evidence', 'evidence_link', 'engagement'],
  'interview.list': ['interview', 'interview_auditor', 'note', 'note_link', 'answer', 'scope_exclusion', 'evidence', 'evidence_link', 'engagement'],
  'journal.list': ['op'],
  'loan.list': ['loan', 'engagement', 'engagement_target', 'department', 'subject'],
  'memo.get': ['memo_line', 'interview', 'note', 'note_link', 'answer', 'scope_exclusion', 'engagement'],
  'note.of_item': ['interview', 'interview_auditor', 'note', 'note_link', 'answer', 'scope_exclusion', 'evidence', 'evidence_link', 'engagement'],
  'office.get': ['office', 'engagement', 'audit_plan'],
  'own_pack.get': ['own_edition', 'own_item', 'own_clause'],
  'own_pack.list': ['own_edition', 'own_item', 'own_clause'],
  'pack.crosswalk': ['pack_edition'],
  'pack.diff': ['pack_edition'],
  'pack.forms': ['pack_edition', 'office'],
  'pack.get': ['pack_edition'],
  'pack.list': ['pack_edition', 'engagement', 'audit_plan'],
  'pack.search': ['pack_edition'],
  'past.plan': ['finding', 'department', 'former_name', 'person', 'import_layout', 'engagement', 'import', 'pack_edition'],
  'paste.read': ['answer', 'scope_exclusion'],
  'person.list': ['office', 'department', 'person', 'role_holder', 'user', 'former_name'],
  'plan_paper.name': ['engagement', 'office'],
  'post.list': ['person', 'posting', 'department'],
  'posting.list': ['department', 'person', 'role_holder', 'former_name', 'posting'],
  'proposal.get': ['proposal', 'proposal_decision', 'finding', 'exception_measure', 'person', 'pack_edition', 'office'],
  'proposal.list': ['proposal', 'proposal_decision', 'finding', 'exception_measure', 'person', 'pack_edition', 'office'],
  'proposal.name': ['proposal', 'proposal_decision', 'finding', 'exception_measure', 'person', 'pack_edition', 'office'],
  'release.list': ['release'],
  'reminder.letters': ['campaign', 'route_step', 'submission', 'staff_count', 'reminder', 'engagement', 'engagement_target', 'scope_exclusion', 'self_answer', 'department', 'subject', 'person', 'role_holder'],
  'report.get': ['report', 'report_text', 'report_decision', 'finding', 'answer', 'self_answer', 'office'],
  'report.list': ['report', 'report_text', 'report_decision', 'finding', 'answer', 'self_answer', 'office'],
  'report.look': ['report', 'report_text', 'report_decision', 'finding', 'answer', 'self_answer', 'office'],
  'report.preview': ['report', 'report_text', 'report_decision', 'finding', 'answer', 'self_answer', 'office'],
  'report.templates': ['report_template'],
  'role.list': ['department', 'person', 'role_holder', 'former_name', 'posting'],
  'scope.propose': ['engagement', 'engagement_target', 'scope_exclusion', 'unaudited_target', 'answer', 'finding', 'subject'],
  'search.find': ['op'],
  'site_paper.name': ['memo_line', 'interview', 'note', 'note_link', 'answer', 'scope_exclusion', 'engagement'],
  'staff_count.get': ['campaign', 'route_step', 'submission', 'staff_count', 'reminder', 'engagement', 'engagement_target', 'scope_exclusion', 'self_answer', 'department', 'subject', 'person', 'role_holder'],
  'subject.list': ['subject', 'department', 'person'],
  'table.name': ['office'],
  'undo.state': ['op'],
  'user.list': ['office', 'department', 'person', 'role_holder', 'user', 'former_name'],
  'view.list': ['saved_view'],
  'workpaper.item': ['answer', 'self_answer', 'sampling', 'cross_reference', 'review', 'evidence', 'evidence_link', 'engagement', 'engagement_target', 'scope_exclusion', 'person'],
  'workpaper.progress': ['answer', 'self_answer', 'sampling', 'cross_reference', 'review', 'evidence', 'evidence_link', 'engagement', 'engagement_target', 'scope_exclusion', 'person'],
  'workpaper.suggest_name': ['office', 'evidence'],
};
