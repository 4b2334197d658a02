# The grid of items and answers, one item with its answer, evidence and the viewer.
grid-rows = 点検項目
grid-clauses = 章・節
grid-filters = 絞り込み
grid-filters-more = ほかの絞り込み
# $count stand in the menu, $on of them are on.
grid-filters-rest = { $on ->
    [0] ほか { $count }
   *[other] ほか { $count }（{ $on } 件適用中）
}
grid-column-verdict = 判定
grid-column-answer = 回答
grid-column-number = No.
grid-column-question = 問い
grid-column-section = 自己点検
grid-column-evidence = 証拠
grid-column-previous = 昨年
grid-progress = { $items } 件のうち { $answered } 件に記入済み({ $percent }%)
grid-shown = { $all } 件のうち { $shown } 件を表示
grid-picked = { $count } 件を選択中
grid-search = 項目を探す
grid-show-all = すべて表示する
grid-empty = 条件に合う項目はありません
grid-empty-text = 絞り込みや検索の言葉を変えてください。
grid-none-open = 表示している項目は、すべて記入済みです
grid-recovered = 復旧
grid-recovered-text = 前回の終了時に保存されていなかった入力です。内容を確かめてください。
grid-held = 打ちかけの文
# $who typed it, $when they typed it last.
grid-held-by = { $who } { $when }
grid-held-text = 今の利用者はここに記入できないため、まだ所見に入れていません。記入できる監査人が手帳を開くと、もとの欄に入ります。
grid-held-decide = この文は、まだ欄に入れていません。入れるか捨てるかを決めるまで、その欄には記入できません。
grid-held-take = 欄に入れる
grid-held-refuse = 捨てる
grid-held-refuse-title = 打ちかけの文を捨てますか
grid-held-refuse-text = 捨てた文は元に戻せません。
grid-held-taken = 打ちかけの文を欄に入れました
grid-held-refused = 打ちかけの文を捨てました
grid-desk = 書面監査: 課の自己点検の回答 { $count } 件
grid-desk-none = 書面監査: 課の自己点検の回答は、まだありません
grid-desk-quote-picked = 選んだ { $count } 件で自己点検の回答を出発点にする
grid-excluded = 対象外
grid-locked = 完了しています。記入はできません。
grid-not-started = まだ開始していません。開始すると記入できます。
grid-to-start = 開始の手続へ
grid-list-comma = 、

grid-filter-open = 未確認
grid-filter-open-self = 未回答
grid-filter-bad = 不適合
grid-filter-bad-self = いいえ
grid-filter-part = 一部不適合
grid-filter-part-self = 一部
grid-filter-unknown = わからない
grid-filter-mine = 自分の担当
grid-filter-no-evidence = 証拠なし
grid-filter-no-evidence-self = 根拠なし
grid-filter-recovered = 復旧
grid-filter-excluded = 対象外
grid-filter-said-yes = 点検: はい
grid-filter-said-partly = 点検: 一部
grid-filter-said-no = 点検: いいえ
grid-filter-said-other = 点検: ほか

# One item.
grid-more = この項目のほかの操作
# $weight is one to three stars.
grid-weight = 重要度 { $weight }
grid-section-answer = 課の自己点検
grid-previous = 昨年度
grid-note = 所見
grid-basis = 根拠・証跡
grid-improvement = 改善策
grid-due = 改善の期限
# $source is a file, sheet and cell.
grid-source = 取込元: { $source }
grid-procedure = 手続
grid-procedure-advised = この項目に勧める手続
grid-seen-on = 実施日
grid-seen-time = 実施時刻
grid-look-at = 見るもの
grid-how = 勧める手続
grid-pack-note = 備考
grid-answered = { $who } { $when } 判定
# $answer is the name of an answer, e.g. 適合.
grid-answered-many = { $count } 件を「{ $answer }」にしました
grid-cleared = { $count } 件の記入を取り消しました
grid-finding-make = 指摘にする
grid-finding-open = 指摘 { $number } を開く

# Leaving items out of this year's scope.
grid-scope-leave-out = 今回対象外にする
grid-scope-back = 対象に戻す
grid-scope-reason = 対象外とする理由({ $count } 件、すべての課に共通)
grid-scope-left-out = { $count } 件を今回対象外にしました
grid-scope-put-back = { $count } 件を対象に戻しました

# Evidence.
grid-evidence = 証拠
grid-evidence-add = 証拠を付ける
grid-evidence-none = ファイルをここにドロップするか、貼り付けると証拠になります。
grid-evidence-how = 証拠の種類
grid-evidence-file = ファイル
grid-evidence-paper = 紙・場所を控える
grid-evidence-files = 証拠のファイル
grid-evidence-name = 名称
grid-evidence-place = 保管場所
grid-evidence-source = 入手元
grid-evidence-class = 分類
grid-evidence-class-unknown = 未定
grid-evidence-class-level = 機密性{ $level }
grid-evidence-record = 記録する
grid-evidence-at = 保管場所: { $place }
grid-evidence-detach = 「{ $name }」をこの項目から外す
grid-evidence-detached = 証拠を外しました。証拠そのものは記録に残ります。

# The viewer.
grid-viewer = 証拠の表示
grid-viewer-of = 「{ $name }」を見る
grid-viewer-close = 表示を閉じる
grid-viewer-larger = 大きくする
grid-viewer-smaller = 小さくする
# $page and $pages are numbers.
grid-viewer-page = { $page } / { $pages } ページ
grid-viewer-part = 長いので、はじめの部分だけを表示しています。
grid-viewer-paper = 紙の証拠です
grid-viewer-none = この形式は、ここでは表示できません
grid-viewer-none-text = ファイルは暗号化して保管しています。画像、PDF、テキストはここで見られます。
grid-viewer-unreadable = このファイルは表示できません。壊れていないか、入手元に確かめてください。

# Keys.
grid-keys = 点検項目の記入
grid-key-move = 項目の移動
grid-key-clear = 記入を取り消す
grid-key-next-open = 次の未記入へ
grid-key-edit = 所見を書く
grid-key-edit-basis = 根拠を書く
