# The command line `kansa`.
cli-help =
    監査手帳 (ウィンドウなし)

    kansa init DIR --office 名称 --person 氏名 --login 名前 [--post 職]
                                        新しい手帳を作る
    kansa demo DIR                      練習用の手帳を作る
    kansa packs                         点検表の版の一覧
    kansa packs check FOLDER            点検表のフォルダを検査する (手帳は不要)
    kansa packs import FOLDER           点検表のフォルダを手帳に取り込む
    kansa report [--year 2026] [--format pdf|xlsx] [--out DIR] [--to 提供先] [--basis 根拠]
                                        年度の監査報告書を書き出す
    kansa export [--target ID] [--year 2026] [--format pdf|xlsx] [--out DIR] --to 提供先 --basis 根拠
                                        点検表を書き出す
    kansa export --pack 基準 [--form audit|self:head|self:system|self:staff] [--clause 条項] …
                                        白紙の点検表を書き出す
    kansa import FILE [--target ID] [--commit]
                                        記入済みの Excel を読む (--commit で取り込む。--target は白紙から作った票の宛先)
    kansa verify [--anchor HASH]        記録の連鎖を検査する
    kansa backup FILE                   1つのファイルにバックアップする
    kansa restore FILE DIR              バックアップを新しいフォルダに戻す
    kansa bench-data DIR [--departments 20] [--years 1]
                                        計測用の手帳を作る
    kansa call COMMAND [JSON]           コマンドを直接呼ぶ

    手帳を開くもの: --workspace DIR --login 名前
      パスフレーズは端末で尋ねます。環境変数 KANSA_PASSPHRASE でも渡せます。
    どれにも: --json --lang ja|en --fonts DIR --config-dir DIR
cli-usage-missing = { $what } を指定してください。kansa help で使い方を表示します。
cli-usage-unknown = { $what } は分かりません。kansa help で使い方を表示します。
cli-ask-passphrase = パスフレーズ:
cli-ask-new-passphrase = 新しいパスフレーズ:
cli-ask-new-passphrase-again = 新しいパスフレーズ(もう一度):
cli-init-done =
    手帳を作りました。復旧コードの表示は今回だけです。印刷して鍵のかかる場所に保管してください。
    { $code }
cli-demo-done = 練習用の手帳を作りました。利用者名 { $login }、パスフレーズ { $passphrase }
cli-packs-sound = { $pack } { $edition }: 誤りはありません。ファイル { $files } 個、条項 { $clauses } 件、項目 { $items } 件
cli-packs-mistakes = 誤り { $count } 件 (ファイル { $files } 個)
cli-packs-imported = 取り込みました。
cli-report-recipient = 最高情報セキュリティ責任者
cli-report-basis = 情報セキュリティ監査の結果報告
cli-exported = 書き出しました: { $file }
cli-import-preview = まだ取り込んでいません。--commit を付けると取り込みます。
cli-import-done = { $count } 件を取り込みました。
cli-verify-sound = 記録の連鎖に異常はありません。操作 { $ops } 件、証拠ファイル { $blobs } 件、末尾 { $head }
cli-verify-problems = 異常が見つかりました。操作 { $ops } 件、証拠ファイル { $blobs } 件、末尾 { $head }
cli-backup-done = バックアップしました: { $file }、末尾 { $head }
cli-restore-done = 新しいフォルダに戻しました。
cli-bench-done = 計測用の手帳を作りました。利用者名 { $login }、回答 { $count } 件
