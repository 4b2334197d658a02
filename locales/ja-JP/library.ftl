# Standards and their checklists: reading what an edition asks.
library-title = 基準・点検表
library-tabs = 基準・点検表の表示
library-tab-items = 点検項目
library-tab-about = この基準について
library-tab-editions = 版の一覧
library-edition = 基準と版
library-none = 点検表がありません
library-none-text = 点検表はこのソフトウェアに付属しています。表示されないときは、導入をやり直してください。

# States of an edition.
library-used = 使用中
library-unused = 未使用
library-revised = 修正版
library-revised-text = 使用中の版と内容が違います。今の監査には使用中の版が使われます。
library-partial = 一部収録

# The tree and the list.
library-clauses = 条項
library-all = すべての条項
library-items = 点検項目
library-search = 問い・条項・確認するものから探す
library-filter-duty = 義務
library-filter-role = 役割
library-filter-form = 様式
library-filter-topic = 主題
# $what is the name of a filter such as 義務.
library-any = { $what }: すべて
library-clear = 絞り込みを外す
library-count = { $found } / { $total }
library-no-item = 点検項目なし: { $reason }
library-not-found = 当てはまる項目はありません
library-not-found-text = 言葉を短くするか、絞り込みを外してください。
library-empty-clause = この条項には点検項目がありません
library-choose = 一覧から選ぶと、問いの詳細を表示します

# Columns and the detail of an item.
library-number = No.
library-clause = 条項
library-question = 問い
library-question-self = 自己点検での問い
library-duty = 義務
library-weight = 重み
library-weight-high = 3 大
library-weight-middle = 2 中
library-weight-low = 1 小
library-forms = 様式
library-answers = 回答する役割
library-targets = 対象
library-topic = 主題
library-look-at = 確認するもの
library-how = 手続
library-note = 注記
library-original = 原文
library-id = 項目ID
library-focus-search = 点検項目を探す

# What an edition says of itself.
library-issuer = 制定
library-edition-name = 版
library-effective = 施行
library-undated = 記載なし
library-revised-on = 改正
library-kind = 種別
library-coverage = 収録範囲
library-coverage-all = 全体
library-size = 規模
library-size-counts = 条項 { $clauses }、点検項目 { $items }
library-hash = ハッシュ値 (SHA-256)
library-roles = 役割
library-role = この基準での名称
library-role-general = 共通の名称
library-role-post = 充てる職
library-role-deputy = 代行
library-classification = 情報の分類
library-scale = 区分
library-levels = 段階
library-default = 指摘・調書の初期値
library-rules = 手続の定め
library-rule = 事項
library-rule-content = 内容
library-rule-clause = 根拠
library-cadence-audit = 監査の頻度
library-gate = 監査実施計画
library-report-to = 監査結果の報告先
library-independence = 監査人の独立性
library-order-from = 改善を指示する者
library-cross-order = 横断的な指示の相手
library-progress = 改善計画・進捗報告
library-contractor = 委託先の監査
library-self-check = 自己点検の頻度
library-self-check-flow = 自己点検の集計と報告
library-flow = { $collector } → { $receiver }
library-exception = 例外措置の申請
library-exception-permit = 例外措置の許可
library-exception-minor = { $role }（軽微なもの）
library-exception-review = 例外措置の定期確認
library-yes = あり
library-no = 定めなし

# Blank checklists to hand out.
library-blank = 白紙の点検表を出力
library-blank-form = { $form }（{ $items }項目）
library-blank-part = 範囲
library-blank-all = すべて（{ $items }項目）
library-blank-clause = { $clause }　{ $title }（{ $items }項目）
library-blank-recipient-hint = 例: 各課、監査チーム
library-blank-basis-hint = 例: 自己点検実施要領、監査実施計画
library-blank-text = ファイルに{ $label }の表示を付けて保存します。組織名のほかに、この手帳の内容は入りません。相手先と根拠は、持ち出し・提供の記録に残ります。

# Searching all standards at once.
library-filter-target = 対象
library-everywhere = すべての基準
library-standard = 基準
library-open-there = この基準で開く

# How strongly an item binds, in one word.
library-duty-must = 義務
library-duty-must-not = 禁止
library-duty-endeavour = 努力
library-duty-desirable = 望ましい
library-duty-may = できる
library-duty-defines = 定義
library-duty-count = { $duty } { $count }

# The crosswalk: topics × standards.
library-tab-crosswalk = 対照表
library-crosswalk-open = ほかの基準と比べる
library-search-topics = 主題・条項番号から探す
library-focus-topics = 主題を探す
library-choose-editions = 並べる版
library-differences = 違い
library-duties-differ = 義務が異なる
library-roles-differ = 役割が異なる
library-some-missing = ない基準がある
library-own = 見る立場
library-own-any = すべての基準を見比べる
# $standard is who issued it.
library-own-of = { $standard }から見る
library-own-weaker = ほかより弱い
library-own-roles = 役割がほかと異なる
library-own-missing = この基準にない
library-weaker = 他の基準より弱い
library-partly-weaker = 一部が他の基準より弱い
library-other-roles = 役割が他と異なる
library-others = ほか{ $count }
library-no-items = なし
library-no-items-here = この主題の項目はありません
library-no-topics = 当てはまる主題はありません
library-choose-topic = 主題を選ぶと、各基準の項目を並べて表示します

# What changed between two editions of one standard.
library-compare = 比べる
library-compare-editions = 版を比べる
library-compare-two = 同じ基準の版を二つ選ぶと、変更点を比べられます
library-compare-none = 比べられる版がまだありません
library-compare-none-text = 版が二つ以上ある基準の変更点を表示します。違う基準どうしは、対照表で主題ごとに比べられます。
library-before = 前の版
library-after = 後の版
library-swap = 前後を入れ替える
library-back-to-editions = 版の一覧に戻る
library-same = 二つの版に違いはありません
library-changes = 変更点
library-change = 変更の種類
library-change-added = 追加
library-change-gone = 廃止
library-change-changed = 変更
library-part = 部分
library-part-about = 名称・日付
library-part-role = 役割
library-part-scale = 情報の分類
library-part-rules = 手続の定め
library-part-basis = 手続の根拠条項
library-part-clause = 条項
library-part-item = 点検項目
library-content = 内容
library-changed-fields = 変わったところ
library-choose-change = 一覧から選ぶと、変更前と変更後を並べて表示します
library-nothing = (なし)
# $what is the name of a field.
library-in-english = { $what }(英語)
library-field-title = 名称・見出し
library-field-language = 言語
library-field-deputy-clause = 代行の根拠
library-field-auditor-auditee-escape = 監査人の兼務の例外
library-field-applicant-approver-escape = 申請者と承認者の兼務の例外
library-field-self-check-collector = 自己点検の集計
library-field-self-check-report-to = 自己点検の報告先
library-field-exception-approvers-minor = 例外措置の許可（軽微なもの）
library-field-parent = 上の条項
library-field-place = 並び順
library-field-no-item = 点検項目を置かない理由
library-place-first = 先頭
# $what is the number of the item or clause before it.
library-place-after = { $what } の次
library-scale-confidentiality = 機密性
library-scale-integrity = 完全性
library-scale-availability = 可用性
