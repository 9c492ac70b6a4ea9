//! Both sides' configurations, with the same choices as the facade on the Java side.

use std::path::Path;
use std::sync::Arc;

use rustls::client::danger::ServerCertVerifier;
use rustls::client::{Resumption, WebPkiServerVerifier};
use rustls::crypto::{aws_lc_rs, CryptoProvider};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::danger::ClientCertVerifier;
use rustls::server::{NoClientAuth, NoServerSessionStorage, WebPkiClientVerifier};
use rustls::{ClientConfig, RootCertStore, ServerConfig};

use crate::scenario::{Scenario, Verification};
use crate::verifier::AcceptAll;
use crate::Failure;

/// As many as BoringSSL sends.
const TICKETS: usize = 2;

pub struct Configs {
    pub client: Arc<ClientConfig>,
    pub server: Arc<ServerConfig>,
}

impl Configs {
    pub fn new(scenario: &Scenario, directory: &Path) -> Result<Self, Failure> {
        let provider = Arc::new(scenario.provider()?);
        let files = Files {
            scenario,
            directory,
        };
        Ok(Self {
            client: Arc::new(client(scenario, &files, provider.clone())?),
            server: Arc::new(server(scenario, &files, provider)?),
        })
    }
}

struct Files<'a> {
    scenario: &'a Scenario,
    directory: &'a Path,
}

type Identity = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

impl Files<'_> {
    fn identity(&self, role: &str) -> Result<Identity, Failure> {
        Ok((
            self.certificates(role)?,
            PrivateKeyDer::from_pem_file(self.scenario.file(self.directory, role, "key"))?,
        ))
    }

    fn roots(&self) -> Result<Arc<RootCertStore>, Failure> {
        let mut roots = RootCertStore::empty();
        for root in self.certificates("root")? {
            roots.add(root)?;
        }
        Ok(Arc::new(roots))
    }

    fn certificates(&self, role: &str) -> Result<Vec<CertificateDer<'static>>, Failure> {
        let file = self.scenario.file(self.directory, role, "pem");
        Ok(CertificateDer::pem_file_iter(file)?.collect::<Result<_, _>>()?)
    }
}

fn client(
    scenario: &Scenario,
    files: &Files<'_>,
    provider: Arc<CryptoProvider>,
) -> Result<ClientConfig, Failure> {
    let verifier: Arc<dyn ServerCertVerifier> = match scenario.verification {
        Verification::Native => {
            WebPkiServerVerifier::builder_with_provider(files.roots()?, provider.clone()).build()?
        }
        Verification::Accept => Arc::new(AcceptAll(provider.clone())),
    };
    let builder = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[scenario.version()])?
        .dangerous()
        .with_custom_certificate_verifier(verifier);
    let mut config = if scenario.mutual {
        let (chain, key) = files.identity("client")?;
        builder.with_client_auth_cert(chain, key)?
    } else {
        builder.with_no_client_auth()
    };
    config.resumption = if scenario.resumed {
        Resumption::in_memory_sessions(256)
    } else {
        Resumption::disabled()
    };
    config.cert_decompressors = Vec::new();
    config.cert_compressors = Vec::new();
    Ok(config)
}

fn server(
    scenario: &Scenario,
    files: &Files<'_>,
    provider: Arc<CryptoProvider>,
) -> Result<ServerConfig, Failure> {
    let verifier: Arc<dyn ClientCertVerifier> = match (scenario.mutual, scenario.verification) {
        (false, _) => Arc::new(NoClientAuth),
        (true, Verification::Native) => {
            WebPkiClientVerifier::builder_with_provider(files.roots()?, provider.clone()).build()?
        }
        (true, Verification::Accept) => Arc::new(AcceptAll(provider.clone())),
    };
    let (chain, key) = files.identity("server")?;
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[scenario.version()])?
        .with_client_cert_verifier(verifier)
        .with_single_cert(chain, key)?;
    if scenario.resumed {
        config.ticketer = aws_lc_rs::Ticketer::new()?;
        config.send_tls13_tickets = TICKETS;
    } else {
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.send_tls13_tickets = 0;
    }
    config.cert_decompressors = Vec::new();
    config.cert_compressors = Vec::new();
    Ok(config)
}
