# What an audit verifies of what was found before.
followup-section = 検証するもの
followup-why = 一覧にある理由
followup-why-to-verify = 検証待ち
followup-why-overdue = 期限超過
followup-why-verified = この監査で検証済み
followup-reported = 完了報告日
followup-result = この監査での検証
followup-own = この監査の指摘
followup-none = 検証するものはありません
followup-none-text = 対象の課の指摘のうち、完了が報告されて検証を待つものと、期限を過ぎて完了していないものが、ここに並びます。
followup-audit = 検証した監査
followup-audit-none = 監査によらない検証
followup-task = { $title }（検証待ち { $count }件）
