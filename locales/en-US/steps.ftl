# The way of an audit or a self-inspection from plan to end.
steps-line = Progress
steps-to = On to “{ $state }”
steps-back = Back to “{ $state }”
steps-unlock = Unlock
steps-unlock-title = Unlock the workpapers?
steps-unlock-text = Verdicts, notes and evidence can then be changed again. When, by whom and why is kept on record for ever.
steps-unlocked = Unlocked
steps-reason = Reason
steps-on = Day
steps-done = Now at “{ $state }”
steps-trace = The way so far
