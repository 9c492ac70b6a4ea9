//! Customized configs: sessions, tickets, key log and the rest.

mod common;

use std::collections::HashMap;
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use common::*;
use rustls4j::abi::rustls4j_bytes;
use rustls4j::client_config::*;
use rustls4j::connection::functions::*;
use rustls4j::server_config::*;
use rustls4j::sessions::*;
use rustls_ffi::rustls_result as r;

fn configs(version: u16) -> (Client, Server) {
    let key = Authority::new("ca").issue("server.example").certified_key();
    (Client::new(&[version]), Server::new(&[version], &[&key]))
}

/// Connects once and says whether the session was resumed.
fn resumes(client: &Client, server: &Server) -> bool {
    let (mut client, mut server) = connected(client, server);
    carry(&mut client, &mut server, b"request", 20_000);
    carry(&mut server, &mut client, b"response", 20_000);
    assert_eq!(
        (&server.received[..], &client.received[..]),
        (&b"request"[..], &b"response"[..])
    );
    assert_eq!(client.resumed(), server.resumed());
    client.resumed()
}

#[test]
fn zeroed_options_change_nothing() {
    for version in BOTH {
        let (client, server) = configs(version);
        let client2 = client.customize(|_| {});
        let server2 = server.customize(|_| {});
        assert!(client2.0 != client.0 && server2.0 != server.0);
        assert!(!resumes(&client, &server));
        // Stores, verifiers and resolvers are shared with the base.
        assert!(resumes(&client2, &server2));
        assert!(resumes(&client, &server2));
        unsafe {
            let (old, new) = (
                &*server.0.cast::<rustls::ServerConfig>(),
                &*server2.0.cast::<rustls::ServerConfig>(),
            );
            assert!(Arc::ptr_eq(&old.session_storage, &new.session_storage));
            assert!(Arc::ptr_eq(&old.ticketer, &new.ticketer));
            assert!(Arc::ptr_eq(&old.cert_resolver, &new.cert_resolver));
            assert_eq!(old.send_tls13_tickets, new.send_tls13_tickets);
            assert_eq!(old.max_tls13_tickets, new.max_tls13_tickets);
            assert_eq!(old.require_ems, new.require_ems);
            assert_eq!(old.ignore_client_order, new.ignore_client_order);
            assert_eq!(old.cert_compressors.len(), new.cert_compressors.len());
            assert_ne!(new.cert_compressors.len(), 0);
        }
    }
}

#[test]
fn servers_keep_sessions_or_do_not() {
    for version in BOTH {
        let (client, server) = configs(version);
        let none = server.customize(|o| o.sessions = RUSTLS4J_SESSIONS_NONE);
        assert!(!resumes(&client, &none));
        assert!(!resumes(&client, &none));
        let memory = server.customize(|o| {
            o.sessions = RUSTLS4J_SESSIONS_MEMORY;
            o.sessions_size = 10;
        });
        assert!(!resumes(&client, &memory));
        assert!(resumes(&client, &memory));
    }
}

#[test]
fn tickets_carry_sessions() {
    for version in BOTH {
        let (client, server) = configs(version);
        let stateless = server.customize(|o| {
            o.sessions = RUSTLS4J_SESSIONS_NONE;
            o.tickets = RUSTLS4J_TICKETS_STATELESS;
        });
        assert!(!resumes(&client, &stateless));
        assert!(resumes(&client, &stateless));

        let keyed = |names: &[u8]| {
            let keys: Vec<_> = names
                .iter()
                .map(|&name| rustls4j_ticket_key {
                    name: [name; 16],
                    secret: [name; 32],
                })
                .collect();
            server.customize(|o| {
                o.sessions = RUSTLS4J_SESSIONS_NONE;
                o.tickets = RUSTLS4J_TICKETS_KEYS;
                (o.ticket_keys, o.ticket_keys_len) = (keys.as_ptr(), keys.len());
                o.session_lifetime_seconds = 3600;
            })
        };
        // Several servers share keys, and keys change.
        let (client, one, two, three) =
            (configs(version).0, keyed(&[1]), keyed(&[2, 1]), keyed(&[3]));
        assert!(!resumes(&client, &one));
        assert!(resumes(&client, &two));
        assert!(resumes(&client, &keyed(&[2])));
        assert!(!resumes(&client, &three));

        let off = stateless.customize(|o| o.tickets = RUSTLS4J_TICKETS_NONE);
        let client = configs(version).0;
        assert!(!resumes(&client, &off));
        assert!(!resumes(&client, &off));
    }
}

#[test]
fn tickets_are_good_for_their_lifetime() {
    let key = rustls4j_ticket_key {
        name: [1; 16],
        secret: [2; 32],
    };
    let pairs: Vec<_> = BOTH
        .into_iter()
        .flat_map(|version| {
            [RUSTLS4J_TICKETS_STATELESS, RUSTLS4J_TICKETS_KEYS].map(|tickets| {
                let (client, server) = configs(version);
                let living = |seconds| {
                    server.customize(|o| {
                        o.sessions = RUSTLS4J_SESSIONS_NONE;
                        o.tickets = tickets;
                        (o.ticket_keys, o.ticket_keys_len) = (&key, 1);
                        o.session_lifetime_seconds = seconds;
                    })
                };
                let hour = living(3600);
                assert!(!resumes(&client, &hour));
                assert!(resumes(&client, &hour));
                (configs(version).0, living(1))
            })
        })
        .collect();
    for (client, second) in &pairs {
        assert!(!resumes(client, second));
    }
    // In whole seconds: one that has passed may have been two.
    std::thread::sleep(Duration::from_millis(2100));
    for (client, second) in &pairs {
        assert!(!resumes(client, second));
    }
}

#[test]
fn the_number_of_tickets_is_sent() {
    let (client, server) = configs(TLS13);
    for n in [0, 1, 5] {
        let server = server.customize(|o| {
            o.send_tls13_tickets_set = true;
            o.send_tls13_tickets = n;
        });
        let (client, _server) = connected(&client, &server);
        let received = unsafe { rustls4j_connection_tickets_received(client.conn) };
        assert_eq!(i64::from(received), n);
    }
}

#[derive(Default)]
struct Sessions {
    map: Mutex<HashMap<Vec<u8>, Vec<u8>>>,
    refuse: bool,
    lie: Option<usize>,
    removed: AtomicUsize,
}

impl Sessions {
    fn answer(&self) -> u32 {
        match self.refuse {
            true => r::General as u32,
            false => OK,
        }
    }

    unsafe extern "C" fn put(ctx: u64, request: *mut rustls4j_session_request) -> u32 {
        let (store, request) = unsafe { (&Probe::<Self>::at(ctx).state, &*request) };
        let (key, value) = unsafe { (slice(&request.key), slice(&request.value)) };
        store
            .map
            .lock()
            .unwrap()
            .insert(key.to_vec(), value.to_vec());
        store.answer()
    }

    unsafe extern "C" fn get(ctx: u64, request: *mut rustls4j_session_request) -> u32 {
        let (store, request) = unsafe { (&Probe::<Self>::at(ctx).state, &mut *request) };
        let key = unsafe { slice(&request.key) };
        let mut map = store.map.lock().unwrap();
        let found = match request.remove {
            true => {
                store.removed.fetch_add(1, Ordering::SeqCst);
                map.remove(key)
            }
            false => map.get(key).cloned(),
        };
        assert_eq!(request.len, 0);
        if let Some(found) = found {
            assert!(found.len() <= request.cap);
            unsafe {
                request
                    .buf
                    .copy_from_nonoverlapping(found.as_ptr(), found.len())
            };
            request.len = store.lie.unwrap_or(found.len());
        }
        store.answer()
    }
}

fn with_sessions(server: &Server, store: &Arc<Probe<Sessions>>) -> Server {
    server.customize(|o| {
        o.sessions = RUSTLS4J_SESSIONS_CALLBACKS;
        o.sessions_ctx = store.ctx();
        o.put_session = Some(Sessions::put);
        o.get_session = Some(Sessions::get);
        o.sessions_drop = Some(Probe::<Sessions>::on_drop);
    })
}

#[test]
fn sessions_can_be_kept_by_callbacks() {
    for version in BOTH {
        let (client, server) = configs(version);
        let store = Probe::new(Sessions::default());
        let server1 = with_sessions(&server, &store);
        let server2 = with_sessions(&server, &store);
        assert!(!resumes(&client, &server1));
        assert!(!store.state.map.lock().unwrap().is_empty());
        assert!(resumes(&client, &server2));
        assert_eq!(
            store.state.removed.load(Ordering::SeqCst) > 0,
            version == TLS13
        );
        drop(server1);
        assert_eq!(store.drops(), 1);
        drop(server2);
        assert_eq!(store.drops(), 2);
    }
}

#[test]
fn a_store_that_fails_only_costs_resumption() {
    for version in BOTH {
        for lie in [0, 65 * 1024 + 1, usize::MAX, 3] {
            let (client, server) = configs(version);
            let store = Probe::new(Sessions {
                lie: Some(lie),
                ..Sessions::default()
            });
            let server = with_sessions(&server, &store);
            assert!(!resumes(&client, &server));
            assert!(!resumes(&client, &server));
        }
        let (client, server) = configs(version);
        let store = Probe::new(Sessions {
            refuse: true,
            ..Sessions::default()
        });
        assert!(!resumes(&client, &with_sessions(&server, &store)));
    }
}

#[test]
fn clients_resume_or_do_not() {
    for version in BOTH {
        let (client, server) = configs(version);
        let none = client.customize(|o| o.resumption = RUSTLS4J_RESUMPTION_NONE);
        assert!(!resumes(&none, &server));
        assert!(!resumes(&none, &server));
        let memory = client.customize(|o| {
            o.resumption = RUSTLS4J_RESUMPTION_MEMORY;
            o.resumption_size = 10;
        });
        assert!(!resumes(&client, &server));
        assert!(!resumes(&memory, &server));
        assert!(resumes(&memory, &server));

        for (how, ids, tickets) in [
            (RUSTLS4J_TLS12_RESUMPTION_NONE, false, false),
            (RUSTLS4J_TLS12_RESUMPTION_IDS, true, false),
            (RUSTLS4J_TLS12_RESUMPTION_IDS_AND_TICKETS, true, true),
        ] {
            let with_tickets = server.customize(|o| {
                o.tickets = RUSTLS4J_TICKETS_STATELESS;
                o.sessions = RUSTLS4J_SESSIONS_NONE;
            });
            for (server, expected) in [(&server, ids), (&with_tickets, tickets)] {
                let client = client.customize(|o| {
                    o.resumption = RUSTLS4J_RESUMPTION_MEMORY;
                    o.resumption_size = 10;
                    o.tls12_resumption = how;
                });
                assert!(!resumes(&client, server));
                assert_eq!(resumes(&client, server), expected || version == TLS13);
            }
        }
    }
}

#[test]
fn one_store_serves_several_client_configs() {
    for version in BOTH {
        let (client, server) = configs(version);
        let mut store = null();
        assert_ok(unsafe { rustls4j_client_session_store_new(100, &mut store) });
        let with_store = |client: &Client, store| {
            client.customize(|o| {
                o.resumption = RUSTLS4J_RESUMPTION_STORE;
                o.session_store = store;
            })
        };
        let one = with_store(&client, store);
        assert!(!resumes(&one, &server));
        let clone = unsafe { rustls4j_client_session_store_clone(store) };
        unsafe { rustls4j_client_session_store_free(store) };
        let two = with_store(&client, clone);
        drop(one);
        assert!(resumes(&two, &server));
        // Another verifier judged that session, as rustls sees it.
        let other = with_store(&Client::new(&[version]), clone);
        unsafe { rustls4j_client_session_store_free(clone) };
        assert!(!resumes(&other, &server));
    }
    unsafe {
        let mut store = null();
        let invalid = r::InvalidParameter as u32;
        assert_eq!(rustls4j_client_session_store_new(0, &mut store), invalid);
        assert_eq!(
            rustls4j_client_session_store_new(usize::MAX, &mut store),
            invalid
        );
        assert_eq!(
            rustls4j_client_session_store_new(1, null_mut()),
            r::NullParameter as u32
        );
        assert!(store.is_null());
        assert!(rustls4j_client_session_store_clone(null()).is_null());
        rustls4j_client_session_store_free(null());
    }
}

#[derive(Default)]
struct Secrets(Mutex<Vec<[Vec<u8>; 3]>>);

unsafe extern "C" fn log(
    ctx: u64,
    label: *const rustls4j_bytes,
    client_random: *const rustls4j_bytes,
    secret: *const rustls4j_bytes,
) {
    unsafe {
        let line = [label, client_random, secret].map(|part| slice(&*part).to_vec());
        Probe::<Secrets>::at(ctx).state.0.lock().unwrap().push(line);
    }
}

#[test]
fn both_sides_log_the_same_secrets() {
    for version in BOTH {
        let (client, server) = configs(version);
        let (ours, theirs) = (
            Probe::new(Secrets::default()),
            Probe::new(Secrets::default()),
        );
        let client = client.customize(|o| {
            o.key_log = Some(log);
            o.key_log_ctx = ours.ctx();
            o.key_log_drop = Some(Probe::<Secrets>::on_drop);
        });
        let server = server.customize(|o| {
            o.key_log = Some(log);
            o.key_log_ctx = theirs.ctx();
            o.key_log_drop = Some(Probe::<Secrets>::on_drop);
        });
        connected(&client, &server);
        drop((client, server));
        assert_eq!((ours.drops(), theirs.drops()), (1, 1));
        let mut logs =
            [ours, theirs].map(|probe| std::mem::take(&mut *probe.state.0.lock().unwrap()));
        logs.iter_mut().for_each(|log| log.sort());
        assert_eq!(logs[0], logs[1]);
        let labels: Vec<_> = logs[0].iter().map(|line| &line[0][..]).collect();
        match version {
            TLS12 => assert_eq!(labels, [b"CLIENT_RANDOM"]),
            _ => assert!(labels.contains(&&b"CLIENT_TRAFFIC_SECRET_0"[..])),
        }
        assert_eq!(logs[0][0][1].len(), 32);
    }
}

#[test]
fn the_other_settings_reach_the_config() {
    let (client, server) = configs(TLS12);
    let client = client.customize(|o| {
        o.cert_compression = RUSTLS4J_OFF;
        o.require_ems = RUSTLS4J_ON;
        o.max_fragment_size = 100;
    });
    let server = server.customize(|o| {
        o.cert_compression = RUSTLS4J_OFF;
        o.require_ems = RUSTLS4J_ON;
        o.max_fragment_size = 100;
    });
    unsafe {
        let config = &*client.0.cast::<rustls::ClientConfig>();
        assert!(config.cert_compressors.is_empty() && config.cert_decompressors.is_empty());
        assert!(config.require_ems);
        assert_eq!(config.max_fragment_size, Some(100));
        let config = &*server.0.cast::<rustls::ServerConfig>();
        assert!(config.cert_compressors.is_empty() && config.cert_decompressors.is_empty());
        assert!(config.require_ems);
        assert_eq!(config.max_fragment_size, Some(100));
    }
    let own = server.customize(|o| o.ignore_client_order = RUSTLS4J_ON);
    let kept = own.customize(|_| {});
    let clients = kept.customize(|o| o.ignore_client_order = RUSTLS4J_OFF);
    let ignores =
        |server: &Server| unsafe { &*server.0.cast::<rustls::ServerConfig>() }.ignore_client_order;
    assert_eq!([&own, &kept, &clients].map(ignores), [true, true, false]);
    let off = server.customize(|o| o.require_ems = RUSTLS4J_OFF);
    assert!(!unsafe { &*off.0.cast::<rustls::ServerConfig>() }.require_ems);
    connected(&client, &off);
}

#[test]
fn bad_options_are_refused() {
    let (client, server) = configs(TLS13);
    let (null_parameter, invalid) = (r::NullParameter as u32, r::InvalidParameter as u32);
    let bad_size = r::BadMaxFragmentSize as u32;
    type Change<T> = (fn(&mut T), u32);
    let changes: [Change<rustls4j_server_config_options>; 16] = [
        (|o| o.sessions = 4, invalid),
        (|o| o.sessions = RUSTLS4J_SESSIONS_MEMORY, invalid),
        (|o| o.sessions = RUSTLS4J_SESSIONS_CALLBACKS, null_parameter),
        (
            |o| {
                o.sessions = RUSTLS4J_SESSIONS_CALLBACKS;
                o.put_session = Some(Sessions::put);
            },
            null_parameter,
        ),
        (|o| o.tickets = 4, invalid),
        (|o| o.tickets = RUSTLS4J_TICKETS_KEYS, invalid),
        (
            |o| {
                o.tickets = RUSTLS4J_TICKETS_KEYS;
                o.ticket_keys_len = 1;
            },
            null_parameter,
        ),
        (|o| o.cert_compression = RUSTLS4J_ON, invalid),
        (|o| o.cert_compression = 4, invalid),
        (|o| o.require_ems = 3, invalid),
        (|o| o.ignore_client_order = 3, invalid),
        (|o| o.max_fragment_size = 31, bad_size),
        (|o| o.max_fragment_size = 16_390, bad_size),
        (|o| o.max_fragment_size = usize::MAX, bad_size),
        (
            |o| {
                o.send_tls13_tickets_set = true;
                o.send_tls13_tickets = -1;
            },
            invalid,
        ),
        (
            |o| {
                // Nothing of this may be taken over, or dropped.
                o.sessions_ctx = 1;
                o.sessions_drop = Some(unexpected);
                o.resolver_drop = Some(unexpected);
                o.key_log_drop = Some(unexpected);
                o.key_log = Some(log);
                o.put_session = Some(Sessions::put);
                o.sessions = RUSTLS4J_SESSIONS_CALLBACKS;
            },
            null_parameter,
        ),
    ];
    for (i, (change, result)) in changes.into_iter().enumerate() {
        let (found, config) = server.try_customize(change);
        assert_eq!(found, result, "{i}");
        assert!(config.0.is_null());
    }
    let changes: [Change<rustls4j_client_config_options>; 10] = [
        (|o| o.resumption = 4, invalid),
        (|o| o.resumption = RUSTLS4J_RESUMPTION_MEMORY, invalid),
        (|o| o.resumption = RUSTLS4J_RESUMPTION_STORE, null_parameter),
        (|o| o.tls12_resumption = 4, invalid),
        (
            |o| o.tls12_resumption = RUSTLS4J_TLS12_RESUMPTION_NONE,
            invalid,
        ),
        (|o| o.cert_compression = RUSTLS4J_ON, invalid),
        (|o| o.require_ems = 3, invalid),
        (|o| o.max_fragment_size = 31, bad_size),
        (|o| o.max_fragment_size = 16_390, bad_size),
        (
            |o| {
                o.key_log_drop = Some(unexpected);
                o.key_log = Some(log);
                o.require_ems = 3;
            },
            invalid,
        ),
    ];
    for (i, (change, result)) in changes.into_iter().enumerate() {
        let (found, config) = client.try_customize(change);
        assert_eq!(found, result, "{i}");
        assert!(config.0.is_null());
    }
    unsafe {
        let mut out = null();
        let options = std::mem::zeroed();
        assert_eq!(
            rustls4j_server_config_customize(null(), &options, &mut out),
            null_parameter
        );
        assert_eq!(
            rustls4j_server_config_customize(server.0, null(), &mut out),
            null_parameter
        );
        let result = rustls4j_server_config_customize(server.0, &options, null_mut());
        assert_eq!(result, null_parameter);
        let mut out = null();
        let options = std::mem::zeroed();
        assert_eq!(
            rustls4j_client_config_customize(null(), &options, &mut out),
            null_parameter
        );
        assert_eq!(
            rustls4j_client_config_customize(client.0, null(), &mut out),
            null_parameter
        );
        let result = rustls4j_client_config_customize(client.0, &options, null_mut());
        assert_eq!(result, null_parameter);
    }
}

unsafe extern "C" fn unexpected(_: u64) {
    std::process::abort();
}
