# Words that the program itself writes: into reports, names of files and checklists. What the report says everywhere
# stands in report.ftl.

# $post is a post such as 総務課長, $person a name.
app-person = { $post }　{ $person }
# Characters that the font lacks are printed as 〓.
app-missing-characters = 印刷できない文字があり、〓で示しました：{ $characters }

app-report-year-title = { $year }　{ $title }
# Who hands it in, or to whom: the name of the role, and who holds it.
app-report-holder = { $role }　{ $person }
app-report-addressee = { $name }　様
# The boxes for seals, from left to right, joined by 、.
app-report-stamps = 起案、係長、課長、次長、CISO
app-report-effective = { $date }施行
app-report-undated = { $edition }版（施行日の記載なし）
app-report-clause = 条項 { $clause }
app-report-gate-report = 監査実施計画は、{ $date }に{ $role }へ報告済み。
app-report-gate-approve = 監査実施計画は、{ $date }に{ $role }が承認済み。
app-report-gate-none = 監査実施計画の報告又は承認の前に着手（理由：{ $reason }）。
# The leader of an audit team.
app-report-lead = 主任
# Who collects the sheets of a self-inspection.
app-report-collector = 担当
app-report-of-item = { $department } { $item }
app-report-of-completion = { $number } 完了報告
# The class of a piece of evidence that nobody has classified.
app-report-class-unknown = 未定
# Evidence on paper, with where it lies.
app-report-paper = { $name }（紙、保管場所：{ $place }）
app-report-until = { $text }（期限：{ $due }）
app-report-order = { $addressee }あて　{ $body }
app-report-delay = { $text }（遅延理由：{ $reason }）

# What was not looked at.
app-report-not-audited = 今年度の監査の対象としていない課：{ $departments }
app-report-not-returned = { $engagement }の点検票がそろっていない課：{ $departments }
app-report-in-progress = { $engagement }は実施中で、結果は途中のものです。
app-report-planned = { $engagement }は計画の段階で、結果を含みません。
# $coverage is a clause such as 3.1、6.4を収録.
app-report-coverage = { $standard }の点検表は一部の章だけのもので、ほかの章は確かめていません（{ $coverage }）。
app-report-out-of-scope = 今回対象外 { $items }（理由：{ $reason }）

# Independence. Each line says what the records of persons and roles show.
app-report-independent = { $engagement }：登録された所属と役割では、監査チームに監査対象に属し、又はその責任を負う者はいません。
app-report-conflict = { $engagement }：{ $person }は、監査対象の{ $department }と関係があります（{ $why }）。
app-report-two-roles = { $person }は、{ $head }のほかに{ $roles }を兼ねています（監査する者と受ける者の兼務について：{ $clause }）。

# Checklists to be filled in.
app-form-title = { $form }　{ $department }
app-form-office = 組織
app-form-department = 課
app-form-engagement = 件名
app-form-year = 年度
app-form-standard = 基準
app-form-clause-basis = 根拠
app-form-part = 範囲
app-form-effective = { $title }（{ $date }施行）
app-form-undated = { $title }（施行日の記載なし）
app-form-deadline = 提出期限
app-form-contact = 担当者・内線
app-form-head-name = 所属長確認　氏名
app-form-head-on = 所属長確認　日付
app-form-idea = 課としての改善案
app-form-number = No.
app-form-clause = 条項
app-form-question = 設問
app-form-look-at = 確認するもの
app-form-previous = 前年度の回答・改善策
app-form-previous-verdict = 前年度の判定・所見
app-form-verdict = 判定
app-form-answer = 回答
app-form-note = 所見
app-form-basis = 根拠・証跡
app-form-improvement = 改善策
app-form-due = 改善の期限
app-form-how-deadline = { $date }までに返送してください。
app-form-how-verdict = 判定は、○ 適合、△ 一部不適合、× 不適合、－ 該当なし から選びます。
app-form-how-note = 所見には、見たものと分かった事実を書きます。△と×には必ず書いてください。
app-form-how-blank = 確かめられなかった設問は、空欄のままにします。空欄は適合として数えません。
app-form-how-answer = 回答は、はい・一部・いいえ・該当なし・わからない から選びます。分からないときは「わからない」を選んでください。
app-form-how-basis = 根拠・証跡には、回答の根拠になる書類の名前や場所を書きます。
app-form-how-improvement = 「一部」「いいえ」と答えた設問には、改善策と改善の期限を書いてください。
app-form-how-head = 所属長は、全部の回答を確かめてから、所属長確認の欄に氏名と日付（例: R8.11.21）を書いてください。
app-form-how-idea = 課全体で取り組みたいことがあれば、課としての改善案の欄に書いてください。
app-form-how-class = この票は、表示の分類に従って扱ってください。
app-form-how-class-blank = 記入した後は、書いた内容に応じた分類を付けて扱ってください。
# At the end of the name of a file: a checklist that nobody has filled in.
app-blank = 白紙
# The edition of a blank checklist that this workspace does not have.
app-import-edition-unknown = この手帳にない版の基準

# Where a workbook came from that was taken over.
app-import-source = 返送された票
app-import-source-office = 組織の一覧の取込み
app-import-source-scan = 手書きの票
app-import-source-questions = 点検表からの質問の取込み

# The class as it is shown everywhere.
app-class-label = 【機密性{ $level }】
# 基準 of a finding: the edition, the clause and its title.
app-criterion = { $edition }　{ $clause }　{ $title }
# What a check of the workspace found.
app-verify-gap = 記録の連鎖{ $device }の{ $seq }番目が欠けているか、前とつながっていません。
app-verify-altered = 記録の連鎖{ $device }の{ $seq }番目が書き換えられています。
app-verify-image = 記録の連鎖{ $device }の{ $seq }番目の内容が、記録時と違います。
app-verify-row = { $entity }の1行({ $id })が、記録にない方法で変えられています。
app-verify-table = { $entity }に、記録にない行があるか、行が欠けています。
app-verify-anchor = 入力したハッシュ値は、この手帳の記録の中にありません。
app-verify-blob = 証拠ファイル({ $id })が壊れているか、ありません。
