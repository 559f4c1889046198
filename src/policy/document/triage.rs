//! The section on suggestions: which words say how much of the organisation stands still, and how soon it must go on.

use crate::json::Table;

document! {
    /// How impact and urgency are suggested from what a requester wrote. The built-in words of Dutch and English hold beside these.
    pub struct TriageDocument {
        /// Ids of the levels that what a text says gives: `impact` of `unit`, `several` and `one` (a unit cannot work, several persons, one),
        /// `urgency` of `now`, `day` and `later` (it cannot wait, until tomorrow, for longer). `high`, `medium` and `low` when left out, where
        /// the policy has them; without a level there is no suggestion.
        pub levels: Table<Table<String>> = Table::default(),
        /// From how many persons on they are several; 2 when left out.
        pub several_from: u32 = 2,
        /// From how many persons on they weigh as a whole unit; never when left out.
        pub unit_from: Option<u32> = None,
        /// Words by language, then by slot, like `{ "nl": { "unit": ["kliniek"] } }`. `*` at an end of a word stands for the
        /// rest of it, alone for up to two words.
        #[cfg_attr(feature = "schema", schemars(with = "Table<crate::policy::schema::BySlot>"))]
        pub languages: Table<Table<Vec<String>>> = Table::default(),
    }
}

words! {
    /// What a word of the lexicon says.
    pub enum Slot {
        /// What makes a person many: the endings that words of `person` take.
        Plural = "plural",
        /// A word of every day, which tells only the language.
        Common = "common",
        /// `not`, `no`.
        Not = "not",
        /// What turns a text around: `but`.
        But = "but",
        /// What corrects it: `now`, `actually`.
        Update = "update",
        /// `now it is`, after `it was not urgent`.
        Reversal = "reversal",
        /// What supposes: `if`.
        If = "if",
        /// What makes a whole text an exercise.
        Drill = "drill",
        /// A time that is over.
        Past = "past",
        /// Where somebody is and when, which is no deadline: `i am in`.
        Presence = "presence",
        /// What lasts since then: `since`, `still`.
        Since = "since",
        /// What says that all is well again.
        Resolved = "resolved",
        /// The same, unless it is a wish: `fixed`.
        Fixed = "fixed",
        /// What asks for something: `please`, `must`.
        Wish = "wish",
        /// What says that others can work.
        Others = "others",
        /// `only me`.
        OnlyMe = "onlyMe",
        /// `the whole`, `all`.
        All = "all",
        /// `nobody`.
        Nobody = "nobody",
        /// `everybody`.
        Everyone = "everyone",
        /// A department, a place, an organisation.
        Unit = "unit",
        /// People.
        People = "people",
        /// A person.
        Person = "person",
        /// `several`.
        Some = "some",
        /// `a`, `one`, `a new`.
        Single = "single",
        /// Numbers as words, in order, from one on.
        Numbers = "numbers",
        /// What one can do or not: `can`, `works`.
        Able = "able",
        /// What says by itself that something stands still: `down`.
        Dead = "dead",
        /// What a whole unit uses.
        Service = "service",
        /// What stands at many workplaces.
        Workplace = "workplace",
        /// What stops nobody: `to print`.
        Minor = "minor",
        /// What goes on, worse than before: `slow`.
        Hampered = "hampered",
        /// `I`.
        I = "i",
        /// `my`.
        My = "my",
        /// The requester as the one it is for: `for me`.
        Me = "me",
        /// `we`.
        We = "we",
        /// What one person has.
        Own = "own",
        /// What one asks for oneself: `how do I`.
        Ask = "ask",
        /// What names the requester by the way: `I think`.
        Aside = "aside",
        /// `and`.
        And = "and",
        /// `too`, `the same`.
        Also = "also",
        /// Who receives something: `to`.
        To = "to",
        /// `urgent`.
        Urgent = "urgent",
        /// `at once`, with a wish.
        AtOnce = "atOnce",
        /// What makes `at once` a symptom: `when`, `after`.
        After = "after",
        /// Those whom the organisation serves.
        Public = "public",
        /// What they do when nothing goes on.
        Waiting = "waiting",
        /// What is lost or in danger now.
        Harm = "harm",
        /// What a stranger has got hold of.
        Breach = "breach",
        /// `within`.
        Within = "within",
        /// Less than about an hour.
        Minutes = "minutes",
        /// What happens then: `meeting`.
        Event = "event",
        /// `today`, with a wish.
        Today = "today",
        /// `tomorrow`, with a wish.
        Tomorrow = "tomorrow",
        /// `before`, `until`.
        Deadline = "deadline",
        /// What makes a time that is named a deadline: `by then`.
        Then = "then",
        /// `end of the day`.
        Day = "day",
        /// `no hurry`.
        Later = "later",
        /// What hints that even a stop can wait: `closed`, a day of the week.
        Lull = "lull",
        /// `next week`.
        Far = "far",
        /// `is fine`.
        Fine = "fine",
        /// `no longer urgent`.
        NoLonger = "noLonger",
        /// How a mail ends.
        Closing = "closing",
        /// How a quoted mail begins.
        Quote = "quote",
        /// What looks like one of the others and is none.
        Mask = "mask",
    }
}

// A set of them is one number.
const _: () = assert!(Slot::ALL.len() <= 64);

impl Slot {
    /// The slot as a bit of a set.
    #[must_use]
    pub fn bit(self) -> u64 {
        1 << self as u32
    }
}
