# Checklist packs. The mistakes in a pack are shown as 「file:line:column key: message」, so a message says what is
# wrong and what to do. Arguments in Latin letters ($allowed, $expected …) are TOML text and stand as they are.

pack-kind-standard = 対策基準
pack-kind-policy = 基本方針

# Where an edition came from.
pack-origin-bundled = 付属
pack-origin-imported = 取込
pack-origin-own = 自作
# The first part of the name of a file that holds a checklist.
pack-file-name = 点検表

pack-cadence-yearly = 毎年度及び必要に応じて
pack-cadence-periodic = 定期的及び必要に応じて
pack-cadence-as-needed = 必要に応じて

# $role is what the standard calls the role.
pack-plan-report = 監査実施計画を{ $role }に報告
pack-plan-approve = 監査実施計画について{ $role }の承認

pack-independence-strict = 監査を受ける者との兼務は不可（例外なし）
pack-independence-reason = 監査を受ける者との兼務は、やむを得ない場合に限り理由を記録して可

pack-progress-none = 改善計画・進捗報告の定めなし
pack-progress-committee-plan = 委員会が改善計画を作り、実施状況を確認
pack-progress-plan-and-progress = 改善計画の提出と、完了までの定期的な進捗報告

# Where the standard has no clause for a step of the process.
pack-no-basis = 根拠条項なし
# $clause is a clause number.
pack-basis = 根拠 { $clause }

pack-rule-audit = 監査の実施
pack-rule-auditor-independence = 監査人の独立性
pack-rule-auditor-skill = 監査人の専門知識
pack-rule-plan-gate = 監査実施計画
pack-rule-cooperation = 監査への協力
pack-rule-contractor-audit = 委託先の監査
pack-rule-cloud-audit = クラウドサービスの監査
pack-rule-report = 監査結果の報告
pack-rule-workpapers = 監査証拠・調書の保管
pack-rule-order = 改善の指示
pack-rule-horizontal-check = 同種の問題の確認
pack-rule-cross-order = 組織横断の改善の指示
pack-rule-progress = 改善計画・進捗報告
pack-rule-self-check-department = 所属の自己点検
pack-rule-self-check-system = システムの自己点検
pack-rule-self-check-report = 自己点検の報告
pack-rule-self-check-final-report = 自己点検の最高責任者への報告
pack-rule-self-check-use = 自己点検の結果の活用
pack-rule-corrective = 是正措置
pack-rule-preventive = 予防措置
pack-rule-exception = 例外措置の許可
pack-rule-exception-urgent = 緊急時の例外措置
pack-rule-exception-record = 例外措置の記録
pack-rule-exception-review = 例外措置の定期確認
pack-rule-audit-use = 監査結果の活用
pack-rule-policy-review = ポリシー等の見直し
pack-rule-auditor-auditee = 監査する者と受ける者の兼務の禁止
pack-rule-applicant-approver = 申請する者と承認する者の兼務の禁止

# One line of the list of mistakes. $place is the file with line and column; $key may be empty.
pack-error-at = { $place } { $key } { $message }

pack-error-no-pack-file = pack.toml がありません。チェックリストのフォルダには、名称や役割を書いた pack.toml が必要です。
pack-error-not-toml = チェックリストのファイルではありません。名前が .toml で終わるファイルだけを置いてください。
pack-error-not-a-file = フォルダやリンクは読みません。ファイルそのものを、点検表のフォルダに直接置いてください。
pack-error-not-utf8 = 文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。
pack-error-too-many-files = ファイルが { $max } 個を超えています。点検表のファイルだけを置いたフォルダを選んでください。
pack-error-too-large = ファイルが大きすぎます（上限 { $max } バイト）。章ごとのファイルに分けてください。
pack-error-too-many = 誤りが { $max } 件を超えたため、ここまでを示しました。直してからもう一度確かめてください。
pack-error-syntax = TOML として読めません。引用符や括弧の閉じ忘れ、「=」の抜けがないか確かめてください（{ $reason }）。
pack-error-unknown-key = この項目名は使えません。ここで使えるもの：{ $allowed }
pack-error-unknown-key-near = この項目名は使えません。「{ $near }」の書き誤りではありませんか。
pack-error-missing-key = この項目がありません。書き加えてください。
pack-error-wrong-type = 値の書き方が違います。{ $expected } の形で書いてください。
pack-error-empty = 空になっています。内容を書くか、省ける項目なら行ごと消してください。
pack-error-too-long = { $length } 文字あり、上限の { $max } 文字を超えています。短くするか、二つに分けてください。
pack-error-bad-character = 表示できない文字（{ $character }）が入っています。その文字を消してください。
pack-error-unknown-value = 「{ $value }」は使えません。使えるもの：{ $allowed }
pack-error-unknown-value-near = 「{ $value }」は使えません。「{ $near }」の書き誤りではありませんか。
pack-error-not-listed = 「{ $value }」は { $list } にありません。{ $list } にあるものから選んでください。
pack-error-not-listed-near = 「{ $value }」は { $list } にありません。「{ $near }」の書き誤りではありませんか。
pack-error-repeated = 「{ $value }」が二度書かれています。一つを消してください。
pack-error-duplicate-id = 「{ $id }」は { $first } で使われています。別の番号にしてください。
pack-error-bad-id = 「{ $value }」に使えない文字があります。id・edition・キーは半角英小文字・数字・記号（- _ .）で、条項番号は空白と「:」を入れずに書いてください。
pack-error-bad-date = 「{ $value }」は日付として読めません。"2024-05-01" のように西暦で書いてください。
pack-error-unknown-clause = 条項「{ $value }」がありません。[[clause]] に加えるか、番号を直してください。
pack-error-parent-not-before = 親の条項「{ $value }」が、これより前にありません。親を先に書くか、番号を直してください。
pack-error-leaf-without-item = 条項「{ $id }」に項目がありません。[[item]] を加えるか、no_item に理由を書いてください。
pack-error-no-item-but-items = 条項「{ $id }」には項目があるのに、no_item の理由も書かれています。どちらかを消してください。
pack-error-item-id = 項目の id「{ $value }」が決まりに合いません。「{ $expected }」のように、チェックリストの id・条項・番号の順に書いてください。
pack-error-question-end = 設問が「{ $expected }」で終わっていません。○△×で答えられる問いの形にしてください。
pack-error-out-of-range = { $value } は範囲の外です。{ $min } から { $max } までの整数を書いてください。
pack-error-role-without-name = 役割「{ $value }」の名称がありません。pack.toml に [roles.{ $value }] を加えるか、answers から外してください。
pack-error-independence-escape = independence と auditor_auditee_escape が合いません。"reason" のときは根拠の条項を書き、"strict" のときは消してください。
pack-error-empty-pack = 条項又は項目が一つもありません。[[clause]] と [[item]] を書いてください。
