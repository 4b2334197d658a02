# The way of an audit or a self-inspection from plan to end.
steps-line = 進み方
steps-to = 「{ $state }」に進める
steps-back = 「{ $state }」に戻す
steps-unlock = 完了を取りやめる
steps-unlock-title = 調書のロックを外しますか
steps-unlock-text = 判定・所見・証拠をもう一度変えられるようになります。いつ、だれが、なぜ外したかは記録に残り、消せません。
steps-unlocked = ロックを外しました
steps-reason = 理由
steps-on = 日付
steps-done = 「{ $state }」にしました
steps-trace = これまでの歩み
