//! Folding of text for matching and search. Stored text is never changed by it.
