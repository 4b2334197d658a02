# The command line `kansa`.
cli-help =
    Kansa Techo, without a window

    kansa init DIR --office NAME --person NAME --login NAME [--post POST]
                                        make a new workspace
    kansa demo DIR                      make the demo workspace
    kansa packs                         list the checklist editions
    kansa packs check FOLDER            check the folder of a checklist (needs no workspace)
    kansa packs import FOLDER           take the folder of a checklist into the workspace
    kansa report [--year 2026] [--format pdf|xlsx] [--out DIR] [--to RECIPIENT] [--basis GROUND]
                                        write the audit report of a fiscal year
    kansa export [--target ID] [--year 2026] [--format pdf|xlsx] [--out DIR] --to RECIPIENT --basis GROUND
                                        write checklists
    kansa export --pack STANDARD [--form audit|self:head|self:system|self:staff] [--clause CLAUSE] ...
                                        write a blank checklist
    kansa import FILE [--target ID] [--commit]
                                        read a filled-in workbook (--commit takes it over; --target says whose a blank one is)
    kansa verify [--anchor HASH]        check the journal's chain
    kansa backup FILE                   back up into one file
    kansa restore FILE DIR              bring a backup back into a new folder
    kansa bench-data DIR [--departments 20] [--years 1]
                                        make a workspace to measure on
    kansa call COMMAND [JSON]           run any command

    Those that open a workspace: --workspace DIR --login NAME
      The passphrase is asked for at the terminal, or taken from KANSA_PASSPHRASE.
    All: --json --lang ja|en --fonts DIR --config-dir DIR
cli-usage-missing = { $what } is missing. See kansa help.
cli-usage-unknown = { $what } is not understood. See kansa help.
cli-ask-passphrase = Passphrase:
cli-ask-new-passphrase = New passphrase:
cli-ask-new-passphrase-again = New passphrase, again:
cli-init-done =
    The workspace is made. The recovery code is shown only now: print it and lock it away.
    { $code }
cli-demo-done = The demo workspace is made. Login { $login }, passphrase { $passphrase }
cli-packs-sound = { $pack } { $edition }: no mistakes. { $files } files, { $clauses } clauses, { $items } items
cli-packs-mistakes = Mistakes: { $count } (files: { $files })
cli-packs-imported = Taken in.
cli-report-recipient = Chief Information Security Officer
cli-report-basis = Report of the security audit
cli-exported = Written: { $file }
cli-import-preview = Nothing was taken over yet. Add --commit to do so.
cli-import-done =
    { $count ->
        [one] { $count } answer was taken over.
       *[other] { $count } answers were taken over.
    }
cli-verify-sound = The journal is sound. Operations { $ops }, evidence files { $blobs }, head { $head }
cli-verify-problems = Something is wrong. Operations { $ops }, evidence files { $blobs }, head { $head }
cli-backup-done = Backed up: { $file }, head { $head }
cli-restore-done = Brought back into the new folder.
cli-bench-done = The workspace to measure on is made. Login { $login }, answers { $count }
