package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** The kinds of native objects that somebody owns, each with the one function that frees it. */
enum HandleKind {
    CONNECTION("TlsConnection", rustls4j_h::rustls4j_connection_free),
    CLIENT_CONFIG("ClientConfig", rustls_h::rustls_client_config_free),
    SERVER_CONFIG("ServerConfig", rustls_h::rustls_server_config_free),
    ROOT_CERT_STORE("RootCertStore", rustls_h::rustls_root_cert_store_free),
    ROOT_CERT_STORE_BUILDER("RootCertStore.Builder", rustls_h::rustls_root_cert_store_builder_free),
    SERVER_CERT_VERIFIER("ServerCertVerifier", rustls_h::rustls_server_cert_verifier_free),
    SERVER_CERT_VERIFIER_BUILDER(
            "WebPkiServerVerifierBuilder",
            rustls_h::rustls_web_pki_server_cert_verifier_builder_free),
    CLIENT_CERT_VERIFIER("ClientCertVerifier", rustls_h::rustls_client_cert_verifier_free),
    CERTIFIED_KEY("CertifiedKey", rustls_h::rustls_certified_key_free),
    CRYPTO_PROVIDER("CryptoProvider", rustls_h::rustls_crypto_provider_free),
    CRYPTO_PROVIDER_BUILDER("CryptoProviderBuilder", rustls_h::rustls_crypto_provider_builder_free),
    CLIENT_CONFIG_BUILDER("ClientConfig.Builder", rustls_h::rustls_client_config_builder_free),
    SERVER_CONFIG_BUILDER("ServerConfig.Builder", rustls_h::rustls_server_config_builder_free),
    ACCEPTOR("Acceptor", rustls4j_h::rustls4j_acceptor_free);

    private final String label;
    private final Consumer<MemorySegment> free;

    HandleKind(String label, Consumer<MemorySegment> free) {
        this.label = label;
        this.free = free;
    }

    void free(MemorySegment pointer) {
        free.accept(pointer);
        rustls4j_h.rustls4j_run_deferred_drops();
    }

    /** What a user of the API calls such an object. */
    @Override
    public String toString() {
        return label;
    }
}
