# What an audit verifies of what was found before.
followup-section = To verify
followup-why = Why it is listed
followup-why-to-verify = Waits for verification
followup-why-overdue = Overdue
followup-why-verified = Verified in this audit
followup-reported = Completion reported
followup-result = Verification in this audit
followup-own = Found in this audit
followup-none = Nothing to verify
followup-none-text = Findings of the departments of this audit appear here when their completion is reported and waits for verification, and when they are overdue and not completed.
followup-audit = Verified in
followup-audit-none = Not in an audit
followup-task = { $title } ({ $count } to verify)
