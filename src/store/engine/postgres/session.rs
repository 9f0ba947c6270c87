//! A line to a server: statements are asked one after the other, and their rows come as they are
//! wanted.

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::future::{Future, poll_fn};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::TryStreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_postgres::error::Severity;
use tokio_postgres::{AsyncMessage, Client, Connection, Row, RowStream, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::address::ServerAddress;
use super::cell::type_of;
use super::fault::{READING, explain, is_away, lets_in_soon, not_connected};
use super::tls::tls;
use crate::store::engine::cell::Arg;
use crate::store::engine::interface::{Access, BUSY_TIMEOUT};
use crate::store::error::{ServerFault, StoreError, WRITING};
use crate::store::interrupt;

/// Said on every line. The names of the tables are those of the desk's own schema; a table of the
/// desk is never hidden by a temporary one. Joins are done in the order in which they are written,
/// as each statement was thought out; a statement of a moment is not compiled. A client that went
/// to sleep in the middle of a write does not hold up all others for ever.
fn settings(access: Access) -> String {
    format!(
        "SET search_path = sladesk, pg_temp;\
         SET lock_timeout = '{}s';\
         SET idle_in_transaction_session_timeout = '5min';\
         SET join_collapse_limit = 1;\
         SET jit = off;\
         {};",
        BUSY_TIMEOUT.as_secs(),
        set_access(access)
    )
}

/// What lets a line write, or not, from now on.
pub(super) fn set_access(access: Access) -> &'static str {
    match access {
        Access::Read => "SET default_transaction_read_only = on",
        Access::Write => "SET default_transaction_read_only = off",
    }
}

/// Whether this process reached a server: one that is away now was there a moment ago, and may be
/// about to start again, or another one in its place.
static WAS_REACHED: AtomicBool = AtomicBool::new(false);

/// Between two looks whether somebody wants an end.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// Between two tries to reach a server.
const NAP: Duration = Duration::from_millis(100);

/// A line to a server.
pub(super) struct ServerSession {
    /// None when it is about to be dropped.
    client: Option<Client>,
    pump: JoinHandle<()>,
    /// The server warned of something since that was asked last.
    warned: Arc<AtomicBool>,
    tls: Option<MakeRustlsConnect>,
    runtime: Runtime,
    place: PathBuf,
    /// Statements that were asked: once, or often, and then kept prepared.
    known: RefCell<HashMap<String, Option<Statement>>>,
    /// Answers that still come in.
    coming: RefCell<Vec<Weak<RefCell<ServerAnswer>>>>,
}

/// The rows of an answer.
pub(super) struct ServerAnswer {
    here: VecDeque<Row>,
    /// Those that still come.
    stream: Option<Pin<Box<RowStream>>>,
    fault: Option<StoreError>,
}

impl ServerSession {
    /// Reaches a server. One that starts, or has too many guests, is asked again for a while.
    ///
    /// # Errors
    /// It cannot be reached, or does not let in.
    pub(super) fn open(
        place: &Path,
        address: &ServerAddress,
        access: Access,
    ) -> Result<ServerSession, StoreError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| StoreError::of_io(place, READING, error))?;
        let secret = address.config.get_ssl_mode() != tokio_postgres::config::SslMode::Disable;
        let tls = match secret {
            true => Some(tls(place, address.root_certificates.as_deref())?),
            false => None,
        };
        // one of several servers takes the place of another that fell
        let may_come = WAS_REACHED.load(Ordering::Relaxed) || address.config.get_hosts().len() > 1;
        let comes_soon = |error: &_| lets_in_soon(error) || may_come && is_away(error);
        let since = Instant::now();
        let warned = Arc::default();
        let (client, pump) = loop {
            let line = connect(&address.config, tls.clone(), &warned);
            let connected = runtime.block_on(line);
            match connected {
                Err(error) if comes_soon(&error) && since.elapsed() < address.patience => {
                    unless_interrupted()?;
                    std::thread::sleep(NAP);
                }
                Err(error) => return Err(not_connected(place, &error)),
                Ok(connected) => break connected,
            }
        };
        let session = ServerSession {
            client: Some(client),
            pump,
            warned,
            tls,
            runtime,
            place: place.to_owned(),
            known: RefCell::default(),
            coming: RefCell::default(),
        };
        session.script(&settings(access))?;
        WAS_REACHED.store(true, Ordering::Relaxed);
        Ok(session)
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("it is there until the end")
    }

    /// Runs statements without arguments.
    pub(super) fn script(&self, text: &str) -> Result<(), StoreError> {
        self.take_in();
        let done = self.wait(self.client().batch_execute(text))?;
        done.map_err(|error| explain(&self.place, WRITING, error))
    }

    /// The same; whether the server warned of something.
    pub(super) fn script_warned(&self, text: &str) -> Result<bool, StoreError> {
        self.warned.store(false, Ordering::Relaxed);
        self.script(text)?;
        Ok(self.warned.load(Ordering::Relaxed))
    }

    /// Runs a statement that returns nothing; answers how many rows it touched.
    pub(super) fn run(&self, text: &str, args: &[Arg<'_>]) -> Result<usize, StoreError> {
        let fail = |error| explain(&self.place, WRITING, error);
        self.ready(args)?;
        let done = match self.prepared(text, args).map_err(fail)? {
            Some(statement) => {
                self.wait(self.client().execute_raw(&statement, args.iter().copied()))?
            }
            None => {
                let typed: Vec<_> = args.iter().map(|arg| (arg as _, type_of(*arg))).collect();
                self.wait(self.client().execute_typed(text, &typed))?
            }
        };
        let touched = done.map_err(fail)?;
        Ok(usize::try_from(touched).unwrap_or(usize::MAX))
    }

    /// Asks a statement; its rows are still to come.
    pub(super) fn ask(
        &self,
        text: &str,
        args: &[Arg<'_>],
    ) -> Result<Rc<RefCell<ServerAnswer>>, StoreError> {
        let fail = |error| explain(&self.place, READING, error);
        self.ready(args)?;
        let asked = match self.prepared(text, args).map_err(fail)? {
            Some(statement) => {
                self.wait(self.client().query_raw(&statement, args.iter().copied()))?
            }
            None => {
                let typed = args.iter().map(|arg| (*arg, type_of(*arg)));
                self.wait(self.client().query_typed_raw(text, typed))?
            }
        };
        let answer = Rc::new(RefCell::new(ServerAnswer {
            here: VecDeque::new(),
            stream: Some(Box::pin(asked.map_err(fail)?)),
            fault: None,
        }));
        self.coming.borrow_mut().push(Rc::downgrade(&answer));
        Ok(answer)
    }

    /// The next row of an answer.
    pub(super) fn next(&self, answer: &RefCell<ServerAnswer>) -> Result<Option<Row>, StoreError> {
        let mut answer = answer.borrow_mut();
        if let Some(row) = answer.here.pop_front() {
            return Ok(Some(row));
        }
        if let Some(fault) = answer.fault.take() {
            return Err(fault);
        }
        let Some(stream) = answer.stream.as_mut() else {
            return Ok(None);
        };
        let next = self.wait(stream.try_next())?;
        if !matches!(next, Ok(Some(_))) {
            answer.stream = None;
        }
        next.map_err(|error| explain(&self.place, READING, error))
    }

    /// Before the next statement: one line, one answer after the other.
    fn ready(&self, args: &[Arg<'_>]) -> Result<(), StoreError> {
        unless_interrupted()?;
        let null = |arg: &Arg<'_>| matches!(arg, Arg::Text(text) if text.contains('\0'));
        if args.iter().any(null) {
            return Err(StoreError::of_server(
                &self.place,
                ServerFault::NullCharacter,
            ));
        }
        self.take_in();
        Ok(())
    }

    /// Takes in the rows that still come: behind them stands what is asked next.
    fn take_in(&self) {
        for coming in self.coming.take() {
            let Some(answer) = coming.upgrade() else {
                continue;
            };
            let Ok(mut answer) = answer.try_borrow_mut() else {
                continue;
            };
            let Some(stream) = answer.stream.take() else {
                continue;
            };
            let taken = self.wait(stream.try_collect::<Vec<Row>>());
            match taken {
                Ok(Ok(rows)) => answer.here.extend(rows),
                Ok(Err(error)) => answer.fault = Some(explain(&self.place, READING, error)),
                Err(interrupted) => answer.fault = Some(interrupted),
            }
        }
    }

    /// A statement that is asked for the second time is kept prepared; one that is asked once is
    /// asked in one go.
    fn prepared(
        &self,
        text: &str,
        args: &[Arg<'_>],
    ) -> Result<Option<Statement>, tokio_postgres::Error> {
        let known = self.known.borrow().get(text).cloned();
        let statement = match known {
            Some(Some(statement)) => Some(statement),
            Some(None) => {
                let types: Vec<_> = args.iter().map(|arg| type_of(*arg)).collect();
                let prepared = self.client().prepare_typed(text, &types);
                Some(self.runtime.block_on(prepared)?)
            }
            None => None,
        };
        let mut all = self.known.borrow_mut();
        all.insert(text.to_owned(), statement.clone());
        Ok(statement)
    }

    /// Waits for the server, until somebody wants an end: then the server is told so.
    fn wait<T>(&self, what: impl Future<Output = T>) -> Result<T, StoreError> {
        let mut what = std::pin::pin!(what);
        loop {
            let waited = self
                .runtime
                .block_on(async { timeout(BETWEEN_LOOKS, &mut what).await });
            if let Ok(done) = waited {
                return Ok(done);
            }
            if interrupt::is_asked() {
                self.cancel();
                return Ok(self.runtime.block_on(what));
            }
        }
    }

    fn cancel(&self) {
        let token = self.client().cancel_token();
        // if it cannot be told, it comes to its end by itself
        let _ = self.runtime.block_on(async {
            match self.tls.clone() {
                Some(tls) => token.cancel_query(tls).await,
                None => token.cancel_query(tokio_postgres::NoTls).await,
            }
        });
    }
}

/// Goes on, unless somebody asked for an end.
fn unless_interrupted() -> Result<(), StoreError> {
    match interrupt::is_asked() {
        true => Err(StoreError::Interrupted),
        false => Ok(()),
    }
}

async fn connect(
    config: &tokio_postgres::Config,
    tls: Option<MakeRustlsConnect>,
    warned: &Arc<AtomicBool>,
) -> Result<(Client, JoinHandle<()>), tokio_postgres::Error> {
    let warned = Arc::clone(warned);
    match tls {
        Some(tls) => {
            let (client, line) = config.connect(tls).await?;
            Ok((client, tokio::spawn(kept_going(line, warned))))
        }
        None => {
            let (client, line) = config.connect(tokio_postgres::NoTls).await?;
            Ok((client, tokio::spawn(kept_going(line, warned))))
        }
    }
}

/// Takes in what comes over a line. What goes wrong on it is told to whoever asks over it next.
async fn kept_going<S, T>(mut line: Connection<S, T>, warned: Arc<AtomicBool>)
where
    S: AsyncRead + AsyncWrite + Unpin,
    T: AsyncRead + AsyncWrite + Unpin,
{
    while let Some(Ok(message)) = poll_fn(|context| line.poll_message(context)).await {
        if let AsyncMessage::Notice(notice) = message
            && notice.parsed_severity() == Some(Severity::Warning)
        {
            warned.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for ServerSession {
    /// The server is told that nobody asks any more: it would take a line that only ends for one that
    /// broke.
    fn drop(&mut self) {
        const WAIT: Duration = Duration::from_secs(1);
        self.client = None;
        let pump = &mut self.pump;
        let _ = self.runtime.block_on(async { timeout(WAIT, pump).await });
    }
}
