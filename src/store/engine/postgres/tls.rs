//! TLS, by whoever certifies servers: those that the system trusts, or those of a file.

use std::path::Path;
use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::error::{Fault, ServerFault, StoreError};

/// How a line is made that nobody else can read.
///
/// # Errors
/// The file of certificates cannot be read.
pub(super) fn tls(place: &Path, roots: Option<&Path>) -> Result<MakeRustlsConnect, StoreError> {
    let mut trusted = RootCertStore::empty();
    match roots {
        Some(file) => {
            let failed = |error: rustls::pki_types::pem::Error| StoreError::Unreadable {
                path: file.to_owned(),
                fault: Fault::new(error),
            };
            let all = CertificateDer::pem_file_iter(file).map_err(failed)?;
            trusted.add_parsable_certificates(all.collect::<Result<Vec<_>, _>>().map_err(failed)?);
        }
        None => {
            trusted.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    let versions = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions();
    let config = versions
        .map_err(|error| StoreError::of_server(place, ServerFault::Untrusted(error.to_string())))?;
    let config = config.with_root_certificates(trusted).with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}
