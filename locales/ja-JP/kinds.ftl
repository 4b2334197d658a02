# Names of the members of the closed lists (domain/src/kinds.rs): <list>-<key>, "_" and ":" in keys written as "-".
verdict-conforming = 適合
verdict-partial = 一部不適合
verdict-nonconforming = 不適合
verdict-not-applicable = 該当なし
verdict-unverified = 未確認
