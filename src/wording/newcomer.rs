//! What people of other tools type, and what it is called here.

/// The way of whoever types the verb of another tool.
pub(crate) fn verb(word: &str) -> Option<&'static str> {
    Some(match word {
        "view" | "get" | "info" => "`sladesk 42` shows a ticket",
        "take" | "start" | "steal" | "grab" => "`sladesk assign 42` gives it to you",
        "give" => "`sladesk assign 42 minh` gives it to somebody",
        "untake" | "stop" | "unassign" => "`sladesk assign 42 nobody` frees it",
        "comment" | "correspond" | "annotate" | "answer" => {
            "`sladesk reply 42 -m TEXT` says what the customer was answered, `sladesk note 42 -m TEXT` stays on the desk"
        }
        "done" | "finish" | "complete" | "solve" => {
            "`sladesk resolve 42` says that it is solved, `sladesk close 42` that nothing is left"
        }
        "status" | "count" | "summary" | "stats" => {
            "`sladesk` alone has the counts and the work list, `sladesk report sla` the figures"
        }
        "search" | "find" | "query" | "filter" => {
            "`sladesk list printer state:open` finds words and what stands behind a colon"
        }
        "create" | "add" | "submit" => "`sladesk open WHO SUBJECT` opens a ticket",
        "delete" | "rm" | "remove" | "cancel" | "reject" => {
            "`sladesk close 42 --as withdrawn` ends it, `sladesk undo` takes a write back"
        }
        "modify" | "update" | "set" | "change" => {
            "`sladesk edit 42` changes what it is about, `sladesk priority 42 high` how urgent it is"
        }
        "label" | "tag" => "`sladesk edit 42 --tag vip` tags it",
        "hold" | "pause" | "pend" | "pending" | "snooze" => {
            "`sladesk wait 42 customer --until \"fri 9am\"` says for whom it waits, and until when"
        }
        "worklog" | "log-work" | "time" | "track" => "`sladesk work 42 30m` books time",
        "history" | "activity" | "timeline" => {
            "`sladesk 42` shows what happened on a ticket, `sladesk log` what happened on the desk"
        }
        "tickets" => "`sladesk list` lists tickets",
        "issue" | "task" | "case" | "incident" => {
            "tickets need no noun: `sladesk open`, `sladesk list`, `sladesk reply 42`"
        }
        "user" | "person" | "requestor" => {
            "`sladesk contact` has people of customers, `sladesk staff` your own"
        }
        "queue" | "mine" | "inbox" | "todo" | "my" => "`sladesk next @mine` is your work list",
        "version" => "`sladesk --version` says which it is",
        "redo" => {
            "an undo is undone like any entry: `sladesk log actor:me --fields entry,what` shows it"
        }
        "init" => "`sladesk db init` makes a desk",
        "check" | "verify" => "`sladesk db check` looks through the desk's file",
        "backup" | "restore" | "upgrade" | "seal" => {
            "it stands behind `sladesk db`: `sladesk help db`"
        }
        _ => return None,
    })
}

/// The verb that is meant by the verb of another tool, where it stands behind a ticket.
pub(crate) fn behind(word: &str) -> Option<&'static str> {
    Some(match word {
        "view" | "info" => "show",
        "take" | "start" => "assign",
        "comment" | "annotate" => "note",
        "correspond" | "answer" => "reply",
        "done" | "finish" | "complete" => "resolve",
        "modify" | "update" => "edit",
        "delete" | "cancel" => "close",
        "hold" | "pending" => "wait",
        _ => return None,
    })
}

/// The verb stands behind the ticket.
pub(crate) fn verb_first(verb: &str, ticket: &str) -> String {
    format!("the verb stands first: `sladesk {verb} {ticket}`")
}

/// The way of whoever types a flag of another tool, behind a command.
pub(crate) fn flag(flag: &str, command: &str) -> Option<&'static str> {
    Some(match flag {
        "--json" if command == "export" => {
            "it is jsonl by itself: `sladesk export -o desk.jsonl`; with `--about WHO`, `-f json` is a form"
        }
        "--json" if command == "report metrics" => {
            "it is OpenMetrics, as text, and has no other form"
        }
        "--json" => "`-f json` has all of it, `--fields ticket,subject` a part",
        "-S" | "--search" | "--query" => "words alone search: `sladesk list printer state:open`",
        "--jq" | "--template" => "`-f json` goes through a pipe: `sladesk list -f json | jq .`",
        "-b" | "--body" | "--comment" | "--text" => "`-m TEXT` is the text, `-F FILE` its file",
        "--title" | "--summary" => "the subject is a word: `sladesk open WHO SUBJECT`",
        "--web" => "there are no pages of the web: `-f markdown` makes one to send",
        "-c" => "`-m TEXT` is the text; a channel is said where it is asked for, as in `open`",
        "-s" | "--status" => {
            "a state is asked for by `state:open`, as in `sladesk list state:open`"
        }
        "-l" | "--label" | "--labels" | "--tags" => {
            "a tag is asked for by `tag:vip`, given by `edit 42 --tag vip`"
        }
        "--mine" | "--me" => "`@mine` asks for what is yours: `sladesk next @mine`",
        "--all" | "-a" => "`-L 0` lists all",
        "--dry" | "--simulate" => "`-n` says what would be done",
        _ => return None,
    })
}

/// What is asked for stands behind a colon.
pub(crate) fn asks(key: &str) -> String {
    format!("`{key}:VALUE` asks for it; `sladesk help filters` lists what can be asked")
}

/// A flag of all commands that a command from elsewhere cannot be handed.
pub(crate) fn not_handed_on(flag: &str, command: &str) -> (String, String) {
    (
        format!("`{flag}` is not handed on to `sladesk-{command}`"),
        format!("if it knows it, write it behind: `sladesk {command} {flag}`"),
    )
}
