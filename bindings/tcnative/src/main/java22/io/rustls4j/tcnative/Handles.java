package io.rustls4j.tcnative;

import io.rustls4j.tcnative.bio.MemBio;
import io.rustls4j.tcnative.certificate.PrivateKeyHandle;
import io.rustls4j.tcnative.certificate.X509Chain;
import io.rustls4j.tcnative.connection.Ssl;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.credential.Credential;
import io.rustls4j.tcnative.handle.HandleTable;

/** What Netty knows by number. One table for each kind, so that one is not taken for another. */
final class Handles {
    static final HandleTable<Ctx> CTX = new HandleTable<>("ctx");
    static final HandleTable<Ssl> SSL = new HandleTable<>("ssl");

    /** A network BIO is part of its connection. */
    static final HandleTable<Ssl> BIO = new HandleTable<>("bio");

    static final HandleTable<MemBio> MEMORY_BIO = new HandleTable<>("memory bio");
    static final HandleTable<X509Chain> CHAIN = new HandleTable<>("chain");
    static final HandleTable<PrivateKeyHandle> KEY = new HandleTable<>("private key");
    static final HandleTable<Credential> CREDENTIAL = new HandleTable<>("credential");

    private Handles() {}
}
