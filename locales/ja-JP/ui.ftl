# Words of the frame and of the shared components: buttons, lists, fields, notes.
ui-product = 監査手帳
ui-required = 必須
ui-cancel = キャンセル
ui-close = 閉じる
ui-retry = もう一度
ui-back = 戻る
ui-undo = 元に戻す
# $what is the name of the operation, e.g. 判定の記入.
ui-undo-what = 元に戻す: { $what }
ui-redo-what = やり直す: { $what }
ui-undo-nothing = 元に戻す操作はありません
ui-redo-nothing = やり直す操作はありません
ui-undone = 「{ $what }」を元に戻しました
ui-redone = 「{ $what }」をやり直しました
ui-toasts = お知らせ
ui-error-unknown = 処理できませんでした。もう一度お試しください。(コード: { $code }){ $detail }
ui-fault-title = 起動できませんでした
ui-loading = 読み込んでいます
# The extensions are joined by commas.
ui-file-refused = 「{ $name }」は受け取れません。使えるのは { $extensions } です。
ui-file-hint = ここにドロップするか、貼り付けるか、選んでください
ui-file-choose = ファイルを選ぶ
ui-folder-choose = フォルダーを選ぶ
ui-date-hint = 例: R8.11.21、令和8年11月21日、2026-11-21
ui-date-unreadable = 日付として読めません。R8.11.21 や 2026-11-21 のように入力してください。
ui-days-left = あと{ $count }日
ui-days-today = 今日まで
ui-days-over = { $count }日超過
ui-divider = 一覧と詳細の境目
ui-breadcrumb = 現在の場所
ui-progress = { $done } / { $total }

# Lists.
ui-table-count = { $count } 件
ui-table-copy = 表としてコピー
ui-table-copied = { $count } 件をコピーしました
ui-table-copy-failed = コピーできませんでした。
ui-table-columns = 列を選ぶ
ui-table-selected = 選択
ui-table-select-row = この行を選ぶ
ui-table-chosen = { $count } 件を選択中
ui-table-unselect = 選択を外す
ui-table-bulk = 選んだ行の操作
ui-table-fold = 折りたたむ (←)
ui-table-unfold = 開く (→)

# Command palette.
ui-palette = 検索・移動
ui-palette-label = 画面・操作・記録を探す
ui-palette-none = 見つかりませんでした。別の言葉でお試しください。
ui-palette-record = 記録

# Frame.
ui-skip = 本文へ移動
ui-nav = 主なメニュー
ui-menu = メニュー
ui-office-menu = 事務局
ui-office-close = この手帳を閉じる
ui-year-menu = 年度
ui-user-menu = 利用者
ui-user-login = 利用者名: { $login }
ui-lock = ロックする
ui-keys-here = ここで使えるキー
ui-saved = 保存済み { $time }
ui-saved-nothing = 変更はまだありません
ui-demo = 練習用
ui-last-login = 前回の利用: { $when }
ui-last-login-first = はじめての利用です
ui-working = 処理しています
ui-no-screen = この画面はありません
ui-no-screen-text = リンクが古いか、この記録がほかの手帳にあるかもしれません。
ui-go-home = ホームへ

# Entries of the navigation.
ui-nav-home = ホーム
ui-nav-audits = 監査
ui-nav-selfchecks = 自己点検
ui-nav-findings = 指摘・改善
ui-nav-reports = 報告書
ui-nav-packs = 基準・点検表
ui-nav-organisation = 組織
ui-nav-records = 記録
ui-nav-settings = 設定

# Settings.
ui-settings-look = 表示
ui-settings-language = 言語 (Language)
ui-settings-theme = 配色
ui-settings-theme-system = パソコンの設定に合わせる
ui-settings-theme-light = 明るい
ui-settings-theme-dark = 暗い
ui-settings-theme-contrast = ハイコントラスト
ui-settings-density = 表示の密度
ui-settings-density-standard = 標準
ui-settings-density-standard-hint = ゆったり表示し、指でも操作しやすい
ui-settings-density-dense = 高密度
ui-settings-density-dense-hint = 一画面に多く表示し、現地での記入に向く
ui-settings-lock = 操作がないときのロック
ui-settings-lock-hint = 席を離れたままのときや、パソコンがスリープしたあとは、入力中の内容を残してロックします。
ui-settings-lock-after = { $minutes }分後
ui-settings-keys = パスフレーズと復旧コード
ui-settings-missing = 入力してください。
ui-settings-passphrase = パスフレーズを変更する
ui-settings-passphrase-old = 今のパスフレーズ
ui-settings-passphrase-do = 変更する
ui-settings-passphrase-changed = パスフレーズを変更しました
ui-settings-code = 復旧コードを作り直す
ui-settings-code-text = 新しい復旧コードを表示します。これまでの復旧コードは使えなくなります。
ui-settings-code-do = 作り直す
ui-settings-keeping = 保管と点検
ui-settings-backup = バックアップを作成する
ui-settings-backup-text = 手帳の全体を一つの暗号化されたファイルに保存します。別の場所に保管してください。
ui-settings-backup-done = バックアップ済み
ui-settings-head = 操作記録の末尾
ui-settings-auto = 自動バックアップの保存先
ui-settings-auto-off = 設定していません
ui-settings-auto-text = 手帳をロックしたり閉じたりするたびに、選んだフォルダへ保存します。
ui-settings-auto-choose = 保存先を選ぶ
ui-settings-auto-stop = 自動バックアップをやめる
ui-settings-verify = 手帳を点検する
ui-settings-verify-text = 記録が操作記録と合っているか、証拠ファイルが欠けていないかを調べます。
ui-settings-verify-result = 点検結果
ui-settings-verify-good = 問題は見つかりませんでした
ui-settings-verify-bad = 問題が { $count } 件見つかりました
ui-settings-verify-checked = 調べたもの
# $ops, $blobs and $purged are numbers.
ui-settings-verify-counts = 操作 { $ops } 件、証拠ファイル { $blobs } 件、廃棄済 { $purged } 件
ui-settings-anchor = 印字された照合値
ui-settings-anchor-hint = 報告書や調書の欄外の値を入れると、その時点の記録が残っているかも確かめます。空欄でもかまいません。
ui-settings-about = このソフトウェアについて
ui-settings-about-text = インターネットに接続せず、記録はこのパソコンの中だけに置かれます。
ui-settings-licences = ライセンス
ui-settings-licence = ライセンス
ui-settings-licence-name = 名称
ui-settings-licence-version = 版
ui-settings-licence-search = 名称・ライセンスで絞り込む
ui-settings-licence-choose = 左の一覧から選ぶと、ライセンスの本文を表示します

# Handing files out. $written are there, $left are not.
ui-hand-done = { $count } 件のファイルを「{ $folder }」に保存しました
ui-hand-register = 記録を見る
ui-hand-progress = { $done } / { $total } 件を保存
ui-hand-stop = 中止
ui-hand-partly = { $written } 件は保存し、記録しました。残りの { $left } 件は保存していません（書きかけのファイルはありません）。
ui-hand-written = 保存したファイル
ui-hand-left = 保存していないもの
ui-hand-rest = 残りの { $count } 件の保存先を選ぶ
