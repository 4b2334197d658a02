//! Civil dates as the office writes them: Japanese eras, fiscal years, and the same in English.
