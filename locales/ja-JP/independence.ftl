# 独立性確認表: who may audit what.
independence-section = 独立性
independence-table = 独立性確認表
independence-person = 監査人
independence-expertise = 専門知識
independence-expertise-none = 未登録
independence-lead = 主任
independence-none = 監査チームがまだ決まっていません
independence-none-text = 計画に監査人を登録すると、対象との関係をここで確かめられます。
independence-edit-team = 監査チームを決める
independence-rule-strict = この基準では、監査を受ける者が監査を行うことは、例外なく認められません。
independence-rule-reason = この基準では、やむを得ない場合に限り、理由を記して監査を受ける者が監査を行えます。
independence-clauses = 根拠: { $clauses }
independence-recuse = { $person }は{ $target }の監査を回避する
independence-return = { $person }の{ $target }の回避を取りやめる
independence-stand-back = 回避する
independence-back = 回避をやめる
independence-nobody = 独立した監査人がいません
independence-unaudited = 監査未実施（独立者なし）
independence-mark = 監査未実施にする
independence-unmark = 監査未実施を取りやめる
# $target is the department or system.
independence-mark-reason = { $target }を監査できない理由
independence-mark-hint = 外部や他団体の監査人を監査チームに加えられるときは、先にそうしてください。この対象には判定を書けなくなり、報告書に明記されます。
independence-reason = やむを得ない理由
independence-reason-hint = 独立していない監査人が監査する理由です。報告書に条項とともに載ります。
independence-both = { $persons }は、報告書を作成し、{ $recipient }としても（代行を含む）受け取ります。報告書に明記されます。
independence-targets = 対象ごとの監査人
independence-target = 対象
independence-ready = 独立した監査人がいます
independence-past-note = 過去の在籍は、対象期間又は実地の前12か月以内に在籍し、又は責任を負う立場にあったことを示します。判断のうえ、必要なら回避してください。計画書と報告書に明記されます。
independence-join-recused = 関係のある対象を回避するものとして保存する

# Remarks of papers and reports. Each says what the records show.
independence-remark-recused = { $engagement }：{ $person }は、{ $targets }の監査を回避しました。
independence-remark-past = { $engagement }：{ $person }は、対象期間又は実地の前12か月以内に、{ $targets }に在籍し、又はその責任を負う立場にありました（過去の在籍）。
independence-remark-unaudited = { $engagement }：{ $target }は、監査未実施（独立者なし）です（理由：{ $reason }）。
independence-remark-reason = { $engagement }：監査を受ける者が監査を行うことを、やむを得ない場合としました（{ $clauses }、理由：{ $reason }）。
independence-remark-both = { $engagement }：{ $persons }は、報告書を作成する者であり、報告を受ける{ $recipient }（代行を含む。）でもあります。
