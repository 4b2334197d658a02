# The journal in words: operations, tables and their columns. Kinds of operations are written with hyphens.

history-title = 履歴
history-count = { $count } 件
history-nobody = (不明)
history-purged = 廃棄済
history-blank = (空欄)
history-yes = はい
history-no = いいえ

# Operations.
history-op-answer-set = 判定の記入
history-op-answer-write = 所見などの記入
history-op-self-answer-set = 回答の記入
history-op-draft-recover = 保存前の入力の復旧
history-op-scope-set = 対象範囲の変更
history-op-evidence-attach = 証拠の追加
history-op-evidence-detach = 証拠の取り外し
history-op-evidence-edit = 証拠の記載の変更
history-op-engagement-save = 計画の入力
history-op-engagement-start = 開始
history-op-engagement-close = 完了
history-op-finding-make = 指摘の作成
history-op-finding-save = 指摘の記入
history-op-finding-confirm = 指摘の確定
history-op-finding-reopen = 指摘の再開
history-op-order-issue = 改善の指示
history-op-plan-submit = 改善計画の提出
history-op-plan-decide = 改善計画の承認・差戻し
history-op-progress-report = 進捗の報告
history-op-completion-report = 完了の報告
history-op-verification-record = 検証
history-op-import-read = 返送された票の読み取り
history-op-import-assign = 返送された票の割り当て
history-op-import-commit = 返送された票の取り込み
history-op-pack-export-form = 白紙の点検表の出力
history-op-pack-import = 点検表の取り込み
history-op-pack-export = 点検表の書き出し
history-op-own-pack-start = 新しい版の作成開始
history-op-own-pack-edit = 新しい版の名称などの変更
history-op-own-pack-add-item = 点検項目の追加
history-op-own-pack-save-item = 点検項目の変更
history-op-own-pack-split-item = 点検項目の分割
history-op-own-pack-retire-item = 点検項目の廃止
history-op-own-pack-restore-item = 点検項目を元の形に戻す
history-op-own-pack-set-reason = 点検項目のない理由の記入
history-op-own-pack-finish = 新しい版の確定
history-op-own-pack-discard = 作成中の版の破棄
history-op-form-export = チェックリストの出力
history-op-report-export = 報告書の出力
history-op-office-save = 組織の情報の変更
history-op-department-save = 課の登録・変更
history-op-subject-save = システム・委託先などの登録・変更
history-op-person-save = 人の登録・変更
history-op-user-add = 利用者の追加
history-op-user-remove = 利用者の削除
history-op-workspace-create = 手帳の作成
history-op-workspace-unlock = ロックの解除
history-op-workspace-lock = ロック
history-op-workspace-backup = バックアップ
history-op-workspace-restore = バックアップからの復元
history-op-passphrase-change = パスフレーズの変更
history-op-recovery-renew = 復旧コードの作り直し
history-op-demo-create = 練習用データの作成
history-op-journal-undo = 元に戻す
history-op-journal-redo = やり直す
history-op-schema-migrate = データ形式の更新
history-op-interview-save = 面談・視察の記録
history-op-interview-delete = 面談・視察の削除
history-op-interview-attach = 面談・視察での資料の受領
history-op-note-save = メモの記入
history-op-note-delete = メモの削除
history-op-note-link = メモと項目の結び付け
history-op-note-unlink = メモと項目の結び付けの解除
history-op-note-judge = メモからの判定の記入
history-op-entry-commit = 番号による判定の記入
history-op-paste-commit = 表の貼り付け
history-op-assignment-set = 担当の割り当て
history-op-memo-make = 講評メモの作成
history-op-memo-save = 講評メモの記入
history-op-memo-move = 講評メモの並べ替え
history-op-flash-save = 速報の記入
history-op-flash-tell = 速報の報告の記録
history-op-site-paper-export = 現地記入用紙などの出力

# What a row is.
history-entity-answer = 判定
history-entity-self-answer = 自己点検の回答
history-entity-evidence = 証拠
history-entity-evidence-link = 証拠の付け先
history-entity-import = 取り込み
history-entity-pack-edition = 基準の版
history-entity-own-edition = 作成中の版
history-entity-own-item = 作成中の点検項目
history-entity-own-clause = 作成中の条項
history-entity-engagement = 監査・自己点検
history-entity-engagement-target = 対象の課
history-entity-engagement-member = 監査チーム
history-entity-scope-exclusion = 今回対象外
history-entity-finding = 指摘
history-entity-improvement-order = 改善指示
history-entity-improvement-plan = 改善計画
history-entity-progress = 進捗報告
history-entity-completion = 完了報告
history-entity-verification = 検証
history-entity-release = 持ち出し・提供
history-entity-office = 組織
history-entity-department = 課
history-entity-person = 人
history-entity-subject = システム・委託先など
history-entity-role-holder = 役割
history-entity-user = 利用者
history-entity-interview = 面談・視察
history-entity-interview-auditor = 面談・視察の監査人
history-entity-note = メモ
history-entity-note-link = メモの項目
history-entity-assignment = 担当
history-entity-memo-line = 講評メモの行
history-entity-flash-report = 速報
history-entity-flash-notice = 速報の報告

# Columns that mean the same in every table.
history-column-any-engagement = 監査・自己点検
history-column-any-target = 対象の課
history-column-any-department = 課
history-column-any-subject = システム・委託先など
history-column-any-person = 人
history-column-any-item = 項目
history-column-any-note = 内容
history-column-any-name = 名称
history-column-any-title = 件名
history-column-any-kind = 種類
history-column-any-state = 状態
history-column-any-reason = 理由
history-column-any-from-on = 開始日
history-column-any-until-on = 終了日
history-column-any-fiscal-year = 年度
history-column-any-finding = 指摘
history-column-any-due-on = 期限
history-column-any-reported-on = 報告日
history-column-any-reporter = 報告者
history-column-any-class-level = 分類
history-column-any-source = 入手元
history-column-any-size = 大きさ
history-column-any-sha256 = 照合値(SHA-256)
history-column-any-blob = ファイル
history-column-any-at = 日時
history-column-any-kana = ふりがな

history-column-answer-verdict = 判定
history-column-answer-note = 所見
history-column-answer-procedure = 手続
history-column-answer-seen-on = 実施日
history-column-answer-answered-by = 判定者
history-column-answer-answered-at = 判定日時

history-column-self-answer-answer = 回答
history-column-self-answer-basis = 根拠・証跡
history-column-self-answer-improvement = 改善策
history-column-self-answer-due = 改善の期限
history-column-self-answer-source = 取込元
history-column-self-answer-answered-at = 記入日時

history-column-evidence-media-type = 形式
history-column-evidence-collected-on = 入手日
history-column-evidence-collector = 入手者
history-column-evidence-place = 保管場所

history-column-evidence-link-evidence = 証拠
history-column-evidence-link-owner-entity = 付け先の種類
history-column-evidence-link-owner = 付け先

history-column-import-file-name = ファイル名
history-column-import-taken = 取り込んだ件数

history-column-pack-edition-pack = 基準
history-column-pack-edition-edition = 版
history-column-pack-edition-hash = 照合値
history-column-pack-edition-files = 内容
history-column-pack-edition-origin = 出どころ

history-column-own-edition-pack = 基準
history-column-own-edition-edition = 版
history-column-own-edition-title-en = 英語の件名
history-column-own-edition-issuer = 制定
history-column-own-edition-issuer-en = 英語の制定
history-column-own-edition-revised = 改正
history-column-own-edition-effective = 施行
history-column-own-edition-base = もとの版

history-column-own-item-own-edition = 作成中の版
history-column-own-item-body = 内容
history-column-own-item-retired = 廃止
history-column-own-item-after = 前の項目
history-column-own-item-split-from = 分割前の項目

history-column-own-clause-own-edition = 作成中の版
history-column-own-clause-clause = 条項
history-column-own-clause-no-item = 点検項目のない理由

history-column-engagement-pack-edition = 基準の版
history-column-engagement-form = 点検票
history-column-engagement-purpose = 目的
history-column-engagement-method = 方法
history-column-engagement-exclusions = 除外範囲
history-column-engagement-lead = 主任・取りまとめ
history-column-engagement-gate-on = 計画の手続をした日
history-column-engagement-gate-reason = 先に開始した理由

history-column-engagement-target-contact = 担当者・内線
history-column-engagement-target-sent-on = 配布日
history-column-engagement-target-returned-on = 返送日

history-column-finding-number = 指摘番号
history-column-finding-grade = 区分
history-column-finding-fact = 事実
history-column-finding-criterion = 基準
history-column-finding-cause = 原因
history-column-finding-risk = 影響・リスク
history-column-finding-recommendation = 改善提言
history-column-finding-found-on = 指摘日
history-column-finding-answer = もとの判定

history-column-improvement-order-ordered-on = 指示日
history-column-improvement-order-ordered-by = 指示者
history-column-improvement-order-addressee = あて先
history-column-improvement-order-body = 指示の内容

history-column-improvement-plan-cause = 原因
history-column-improvement-plan-corrective = 是正措置
history-column-improvement-plan-preventive = 予防措置
history-column-improvement-plan-owner = 責任者
history-column-improvement-plan-start-on = 開始日
history-column-improvement-plan-budget = 予算
history-column-improvement-plan-applicant = 申請者
history-column-improvement-plan-submitted-on = 提出日
history-column-improvement-plan-approver = 承認者
history-column-improvement-plan-approved-on = 承認日
history-column-improvement-plan-escape-reason = やむを得ない理由
history-column-improvement-plan-return-reason = 差戻しの理由

history-column-progress-percent = 進捗率
history-column-progress-state = 状況
history-column-progress-delay-reason = 遅延理由
history-column-progress-next-report-on = 次回報告日

history-column-verification-verified-on = 検証日
history-column-verification-verifier = 検証者
history-column-verification-result = 結果
history-column-verification-comment = 検証の内容

history-column-release-recipient = 相手先
history-column-release-basis = 根拠

history-column-office-handling = 取扱制限
history-column-office-demo = 練習用

history-column-department-closed-on = 廃止日
history-column-department-position = 並び順

history-column-person-post = 職
history-column-person-expertise = 専門知識
history-column-person-left-on = 在籍の最終日

history-column-role-holder-role = 役割

history-column-user-login = 利用者名
history-column-user-removed-at = 削除日時
history-column-user-last-unlock-at = 前回の利用
history-column-user-previous-unlock-at = 前々回の利用
history-column-user-last-lock-at = 前回のロック

history-column-subject-parent = 上位の委託先・システム
history-column-subject-zone = ネットワーク区分
history-column-subject-closed-on = 利用終了日

history-column-answer-seen-time = 実施時刻
history-column-answer-witness = 立会者

history-column-interview-place = 場所
history-column-interview-held-on = 実施日
history-column-interview-from-time = 開始時刻
history-column-interview-until-time = 終了時刻
history-column-interview-attendees = 出席者
history-column-interview-no-photos = 撮影禁止
history-column-interview-witness = 立会者
history-column-interview-auditor-interview = 面談・視察

history-column-note-interview = 面談・視察
history-column-note-noted-at = 時刻
history-column-note-text = メモ
history-column-note-witness = 立会者
history-column-note-author = 記入者
history-column-note-link-note = メモ

history-column-memo-line-position = 並び順
history-column-memo-line-text = 講評の内容
history-column-memo-line-note = もとのメモ
history-column-memo-line-dropped = 載せない

history-column-flash-report-text = 内容
history-column-flash-report-found-on = 判明した日
history-column-flash-report-found-at = 判明した時刻
history-column-flash-report-author = 作成者

history-column-flash-notice-flash-report = 速報
history-column-flash-notice-role = 報告先
history-column-flash-notice-told-on = 報告した日
history-column-flash-notice-told-at = 報告した時刻
history-column-flash-notice-recipient = 報告を受けた人
history-column-flash-notice-means = 手段
