# Before a workspace is open: making, opening, unlocking, recovering, restoring. 手帳 is what a workspace is called.
start-offline = This program does not use the internet
start-welcome = Kansa Techo
start-welcome-text = Information security audits and self-inspections in one notebook, from the checklist to the verified correction.
start-recent = Opened before
start-recent-none = No workspace has been opened on this computer yet.
start-begin = Begin
start-open = Choose a folder to open
start-copy = Copy it to this computer and open it
start-create = Make a new workspace
start-create-text = An encrypted notebook for your office
start-create-about = Everything inside is encrypted. If you forget the passphrase, the recovery code is the only other way to open it.
start-create-do = Create
start-restore = Restore from a backup
start-restore-text = Brings a backup file back into a new folder
start-restore-about = The backup is brought back into a new folder. No existing workspace is overwritten.
start-restore-file = Backup file
start-restore-do = Restore
start-demo = Try a practice workspace
start-demo-text = Practise with records of an invented office, Aoba Union
start-demo-folder = Folder for the practice workspace
start-demo-made = The practice workspace is ready. Next time, open it with the login “{ $login }” and the passphrase “{ $passphrase }”.
start-folder = Folder to keep it in
start-folder-hint = Choose an empty folder on this computer. Shared and synchronised folders cannot be used.
start-folder-missing = Please choose a folder.
start-file-missing = Please choose a file.
start-choose-folder = Choose a folder
start-choose-file = Choose a file
start-chosen = Chosen
start-not-chosen = Not chosen
start-missing = Please fill this in.
start-office = Name of the office
start-office-hint = It is printed on reports and forms.
start-person = Your name
start-post = Post
start-login = Login
start-login-hint = A short name to type when opening, such as yamada
start-passphrase = Passphrase
start-passphrase-new = New passphrase
start-passphrase-hint = At least 8 characters. A few words in a row are easy to remember; longer is safer.
start-passphrase-length =
    { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }
start-passphrase-again = Passphrase, once more
start-passphrase-again-missing = Please type it once more.
start-passphrase-differs = The two passphrases differ.
start-passphrase-show = Show the passphrase
start-code = Recovery code
start-code-title = Keep the recovery code
start-code-text = It is the only way in when the passphrase is forgotten. It is shown this once.
start-code-how =
    When the passphrase is forgotten, choose “Open with the recovery code” and type this code.
    Who knows the code can open the workspace. Seal it and lock it away, apart from the computer.
start-code-print = Print
start-code-noted = I have printed or written it down and put it in a safe place
start-code-go = Open the workspace
start-code-hint = Hyphens, spaces and capitals do not matter.
start-unlock = Open the workspace
start-unlock-do = Open
start-recover = Open with the recovery code
start-recover-text = Type the recovery code you have kept and choose a new passphrase.
start-recover-do = Open and set
start-recovered = The new passphrase is set
start-other = Another workspace
start-wait =
    { $count ->
        [one] After several wrong entries, please wait { $count } second.
       *[other] After several wrong entries, please wait { $count } seconds.
    }
