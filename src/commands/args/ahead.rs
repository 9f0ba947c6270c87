//! A point in time that must lie ahead.

use crate::context::Context;
use crate::core::time::{Direction, Instant, PointExpr, moment};
use crate::failure::Failure;

/// The instant meant, which lies after `since`: when it was said.
///
/// # Errors
/// It fits two moments or none, or is past already.
pub(crate) fn ahead(
    point: &PointExpr,
    context: &Context,
    since: Option<Instant>,
) -> Result<Instant, Failure> {
    let here = context.here()?;
    let at = point.resolve(&here, Direction::Future)?;
    if at >= since.unwrap_or(here.now) {
        return Ok(at);
    }
    let failure = Failure::usage(format!("`{point}` is past: {}", moment(at, here)));
    let tomorrow = format!("tomorrow {point}");
    let fits = tomorrow.parse::<PointExpr>();
    Err(
        match fits.is_ok_and(|point| point.resolve(&here, Direction::Future).is_ok()) {
            true => failure.hint(format!("did you mean `{tomorrow}`?")),
            false => {
                failure.hint("it lies ahead; `--at` says when it was said, if that was earlier")
            }
        },
    )
}
