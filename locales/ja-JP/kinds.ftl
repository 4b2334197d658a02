# Names of the members of the closed lists (domain/src/kinds.rs, finding.rs): <list>-<key>, "_" and ":" in keys
# written as "-".

verdict-conforming = 適合
verdict-partial = 一部不適合
verdict-nonconforming = 不適合
verdict-not-applicable = 該当なし
verdict-unverified = 未確認

self-answer-yes = はい
self-answer-partly = 一部
self-answer-no = いいえ
self-answer-not-applicable = 該当なし
self-answer-unknown = わからない

grade-major = 重大な不適合
grade-minor = 軽微な不適合
grade-observation = 観察事項
grade-recommendation = 推奨事項
grade-good-practice = グッドポイント

# Used only where a standard has no name of its own for a role.
role-ciso = 最高情報セキュリティ責任者
role-general-manager = 統括情報セキュリティ責任者
role-bureau-head = 部局長
role-security-manager = 情報セキュリティ管理者
role-info-manager = 情報管理者
role-system-manager = 情報システム管理者
role-user-org-head = 利用責任者
role-audit-head = 監査統括責任者
role-auditor = 監査人
role-committee = 情報セキュリティ委員会
role-staff = 職員

engagement-kind-audit = 監査
engagement-kind-self-check = 自己点検

# Fieldwork of an audit and answering of a self-inspection are the same state.
engagement-state-planned = 計画
engagement-state-notified = 通知済
engagement-state-preliminary = 予備調査
engagement-state-fieldwork = 実施中
engagement-state-wrap-up = 取りまとめ
engagement-state-fact-check = 事実確認中
engagement-state-drafting = 報告書草案
engagement-state-final = 報告書確定
engagement-state-follow-up = フォローアップ
engagement-state-closed = 完了

subject-kind-system = システム
subject-kind-contractor = 委託先
subject-kind-cloud-service = クラウドサービス
subject-kind-user-org = システム利用団体

procedure-inspection = 閲覧
procedure-observation = 観察・視察
procedure-inquiry = 質問
procedure-reperformance = 再実施

duty-must = しなければならない
duty-must-not = してはならない
duty-endeavour = 努めなければならない
duty-desirable = 望ましい
duty-may = できる
duty-defines = 定義

target-organisation = 組織全体
target-department = 課
target-system = システム
target-network = ネットワーク
target-contractor = 委託先
target-cloud-service = クラウドサービス

form-audit = 監査チェックリスト
form-self-head = 自己点検票(所属長)
form-self-system = 自己点検票(システム管理者)
form-self-staff = 自己点検票(職員)

progress-state-not-started = 未着手
progress-state-started = 着手
progress-state-delayed = 遅延
progress-state-done = 完了

verification-result-effective = 有効
verification-result-insufficient = 不十分

finding-state-draft = 案
finding-state-fact-check = 事実確認中
finding-state-confirmed = 確定
finding-state-ordered = 指示済
finding-state-planned = 計画受領
finding-state-correcting = 是正中
finding-state-reported = 完了報告
finding-state-closed = クローズ
finding-state-excepted = 例外措置で対応

finding-action-send-check = 事実確認を送る
finding-action-record-view = 課の見解を記録する
finding-action-withdraw-check = 事実確認を取り下げる
finding-action-order-urgently = 緊急に改善を指示する
finding-action-change-due = 期限を変える
finding-action-except = 例外措置で対応する
finding-action-resume = 是正に戻す
finding-action-confirm = 指摘を確定する
finding-action-order = 改善を指示する
finding-action-submit-plan = 改善計画を提出する
finding-action-approve-plan = 改善計画を承認する
finding-action-return-plan = 改善計画を差し戻す
finding-action-report-progress = 進捗を報告する
finding-action-report-completion = 完了を報告する
finding-action-verify-effective = 有効と検証する
finding-action-verify-insufficient = 不十分として差し戻す
finding-action-reopen = 再開する
finding-action-take-over = 過年度の記録から取り込む

sampling-method-random = 無作為抽出
sampling-method-systematic = 系統抽出
sampling-method-judgement = 判断による抽出
sampling-method-all = 全数

review-result-reviewed = 査閲済
review-result-returned = 差戻し

review-state-none = 判定前
review-state-waiting = 査閲待ち
review-state-returned = 差戻し
review-state-reviewed = 査閲済
review-state-changed = 査閲後に変更

item-life-not-started = 未着手
item-life-collecting = 証拠収集中
item-life-judged = 判定済
item-life-reviewed = 査閲済

difference-overstated = 自己点検の方が良い
difference-understated = 監査の方が良い
difference-applicability = 該当の有無が違う

# Why a step with a finding is refused, and what would make it possible.

# The plan of an audit.
assurance-advisory = 助言型
assurance-assurance = 保証型
occasion-regular = 定期
occasion-extraordinary = 臨時
occasion-special = 特命
occasion-follow-up = フォローアップ
conduct-internal = 内部監査
conduct-external = 外部監査
manner-on-site = 実地
manner-desk = 書面
loan-manner-borrowed = 借用
loan-manner-copied = 複写
standing-independent = 独立
standing-recused = 回避
standing-tied = 関係あり
standing-past = 過去の在籍

# What a person has to do with what is audited.
bond-heads = 責任者
bond-stands-in = 責任者の代行
bond-answers-for = 管理責任
bond-belongs = 所属

# Why an item is proposed for an audit.
scope-why-theme = 重点
scope-why-open-finding = 未完了の指摘
scope-why-last-nonconforming = 昨年×
scope-why-last-partial = 昨年△

fact-view-agreed = 合意
fact-view-partly-disputed = 一部異議
fact-view-disputed = 異議
fact-view-no-answer = 期限内無回答

horizontal-state-asked = 依頼中
horizontal-state-answered = 回答あり
horizontal-state-settled = 完了

horizontal-result-clear = 問題なし
horizontal-result-same = 同じ問題あり
horizontal-result-not-applicable = 該当なし

horizontal-action-answer = 回答を記録する
horizontal-action-ask-again = 再確認を依頼する
horizontal-action-make-finding = 指摘にする
horizontal-action-settle = 確認済みにする

horizontal-need-undecided = 未定
horizontal-need-needed = 要
horizontal-need-not-needed = 否

who-audit-team = 監査人
who-audit-head = 監査統括責任者
who-ciso = 最高責任者(CISO)
who-department = 対象課
who-applicant = 申請者
who-approver = 承認者
who-verifier = 検証する監査人
exception-state-draft = 案
exception-state-submitted = 申請中
exception-state-emergency = 緊急実施（報告待ち）
exception-state-reported = 緊急実施（審査待ち）
exception-state-permitted = 許可
exception-state-extending = 延長申請中
exception-state-refused = 不許可
exception-state-withdrawn = 取下げ
exception-state-ended = 終了

exception-standing-draft = 案
exception-standing-waiting = 審査待ち
exception-standing-unreported = 緊急実施（未報告）
exception-standing-reported = 緊急実施（審査待ち）
exception-standing-coming = 許可済（開始前）
exception-standing-running = 実施中
exception-standing-expired = 期限切れ
exception-standing-refused = 不許可
exception-standing-withdrawn = 取下げ
exception-standing-ended = 終了

exception-action-submit = 申請する
exception-action-carry-out = 緊急に実施したことを記録する
exception-action-report = 事後報告を記録する
exception-action-judge = 軽微かどうかを判定する
exception-action-permit = 許可する
exception-action-permit-with-conditions = 条件付きで許可する
exception-action-refuse = 許可しない
exception-action-review = 定期確認を記録する
exception-action-extend = 延長を申請する
exception-action-end = 終了を報告する
exception-action-withdraw = 取り下げる

exception-manner-other-method = 遵守事項とは異なる方法を採用する
exception-manner-not-done = 遵守事項を実施しない

exception-result-permitted = 許可
exception-result-conditional = 条件付き許可
exception-result-refused = 不許可

exception-look-continue = 継続
exception-look-improve = 改善を求める
exception-look-stop = 終了を求める

proposal-state-draft = 案
proposal-state-submitted = 提出
proposal-state-held = 保留
proposal-state-revised = 改正
proposal-state-dropped = 見送り

proposal-action-submit = 提出する
proposal-action-take-back = 案に戻す
proposal-action-revise = 改正とする
proposal-action-drop = 見送る
proposal-action-hold = 保留とする

proposal-source-finding = 監査の指摘
proposal-source-exception = 例外措置
proposal-source-self-check = 自己点検
proposal-source-incident = 他組織の事故
proposal-source-law = 法令等の改正
proposal-source-other = その他

# What is awaited by a day.
due-kind-view = 事実確認の回答
due-kind-improvement = 改善の完了
due-kind-progress = 進捗報告
due-kind-milestone = 中間目標
due-kind-horizontal = 横展開の回答
due-kind-loan = 預かった資料の返却
due-kind-exception-end = 例外措置の終了
due-kind-exception-review = 例外措置の定期確認
due-kind-exception-report = 例外措置の事後報告

report-kind-annual = 情報セキュリティ年度総括報告書
report-kind-audit = 情報セキュリティ監査報告書
report-kind-self-check = 情報セキュリティ自己点検報告書

report-audience-ciso = CISO
report-audience-supervisor = 統括責任者
report-audience-department = 被監査部門（自課分）
report-audience-public = 公表用

report-stage-draft = 草案
report-stage-deciding = 決裁中
report-stage-issued = 確定

report-section-summary = 要旨
report-section-introduction = 導入
report-section-overview = 概要
report-section-results = 結果
report-section-findings = 指摘事項
report-section-cross-cutting = 横断的な課題
report-section-good-practice = 良好な事例
report-section-improvement = 改善状況
report-section-follow-up = 前年度までの指摘のフォローアップ
report-section-self-check = 自己点検
report-section-contrast = 自己点検と監査の結果の差
report-section-exceptions = 例外措置の状況
report-section-proposals = 対策基準の見直しの提案
report-section-orders = 改善指示書案
report-section-remarks = 特記事項
report-section-evidence = 証拠一覧
report-section-checklist = 監査チェックリスト
report-section-glossary = 用語と記号

report-paper-a4 = A4
report-paper-b4 = B4（JIS）
report-paper-a3 = A3

# A word or mark of a report, and what it means.
report-term-conforming = ○ 適合
report-term-partial = △ 一部不適合
report-term-nonconforming = × 不適合
report-term-not-applicable = － 該当なし
report-term-unverified = 未確認
report-term-out-of-scope = 今回対象外
report-term-conformity = 適合率
report-term-self-rate = 実施率
report-term-major = 重大な不適合
report-term-minor = 軽微な不適合
report-term-observation = 観察事項
report-term-recommendation = 推奨事項
report-term-good-practice = グッドポイント
report-term-closing = 完了率
report-term-horizontal = 横展開
report-term-exception = 例外措置
report-term-compelled = やむを得ない理由による承認
report-meaning-conforming = 基準のとおりに行われている。
report-meaning-partial = 基準の一部が行われていない、又は行われているが徹底されていない。
report-meaning-nonconforming = 基準のとおりに行われていない。
report-meaning-not-applicable = その部署や対象には、基準が当てはまらない。
report-meaning-unverified = 判定するだけの証拠を確かめていない。適合とは数えない。
report-meaning-out-of-scope = 今回の監査では、初めから対象にしていない。
report-meaning-conformity = ○ ÷（○＋△＋×）。該当なし・未確認・今回対象外は分母に入れない。
report-meaning-self-rate = はい ÷（はい＋一部＋いいえ＋わからない）。該当なし・未回答は分母に入れない。
report-meaning-major = 情報資産に大きな影響があり、直ちに改善が要る指摘。
report-meaning-minor = 影響は限られるが、基準に反していて改善が要る指摘。
report-meaning-observation = 基準に反してはいないが、放っておくと不適合になるおそれのある事柄。
report-meaning-recommendation = 基準を上回る取組みとして勧める事柄。
report-meaning-good-practice = ほかの部署の参考になる取組み。
report-meaning-closing = 完了した指摘 ÷ 指摘の計。完了とは、改善を監査人が検証し、有効と認めたもの。
report-meaning-horizontal = ある部署への指摘と同じことがないか、ほかの部署にも確かめてもらうこと。
report-meaning-exception = 基準を守れない理由があるときに、期間と条件を決めて、定められた者が許可する取扱い。
report-meaning-compelled = 申請者と承認者が同じであるなど、通常の手続によらず、理由を記して行った承認。
