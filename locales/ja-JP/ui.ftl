# Words of the frame and of the shared components: buttons, lists, fields, notes.
ui-product = 監査手帳
ui-required = 必須
ui-optional = 任意
ui-cancel = キャンセル
ui-close = 閉じる
ui-retry = もう一度
ui-back = 戻る
ui-next = 次へ
ui-print = 印刷
ui-undo = 元に戻す
ui-redo = やり直す
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

# Command palette.
ui-palette = 検索・移動
ui-palette-label = 画面・操作・記録を探す
ui-palette-none = 見つかりませんでした。別の言葉でお試しください。

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
ui-saving = 保存しています
ui-saved-nothing = 変更はまだありません
ui-demo = 練習用
ui-last-login = 前回の利用: { $when }
ui-last-login-first = はじめての利用です
ui-recovered = 前回保存されていなかった入力 { $count } 件を復旧しました
ui-working = 処理しています
ui-no-screen = この画面はありません
ui-no-screen-text = リンクが古いか、この記録がほかの手帳にあるかもしれません。
ui-go-home = ホームへ

# Entries of the navigation.
ui-nav-home = ホーム
ui-nav-audits = 監査
ui-nav-selfchecks = 自己点検
ui-nav-findings = 指摘・改善
ui-nav-exceptions = 例外・見直し
ui-nav-reports = 報告書
ui-nav-packs = 基準・点検表
ui-nav-organisation = 組織
ui-nav-records = 記録
ui-nav-settings = 設定
