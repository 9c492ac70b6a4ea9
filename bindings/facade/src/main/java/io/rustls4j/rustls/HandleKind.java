package io.rustls4j.rustls;

import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_h;
import java.lang.foreign.MemorySegment;

/**
 * The kinds of native objects that somebody owns, each with the one function that frees it. A
 * switch, since fourteen method references would cost each process's start some milliseconds.
 */
enum HandleKind {
    CONNECTION("TlsConnection"),
    CLIENT_CONFIG("ClientConfig"),
    SERVER_CONFIG("ServerConfig"),
    ROOT_CERT_STORE("RootCertStore"),
    ROOT_CERT_STORE_BUILDER("RootCertStore.Builder"),
    SERVER_CERT_VERIFIER("ServerCertVerifier"),
    SERVER_CERT_VERIFIER_BUILDER("WebPkiServerVerifierBuilder"),
    CLIENT_CERT_VERIFIER("ClientCertVerifier"),
    CERTIFIED_KEY("CertifiedKey"),
    CRYPTO_PROVIDER("CryptoProvider"),
    CLIENT_CONFIG_BUILDER("ClientConfig.Builder"),
    SERVER_CONFIG_BUILDER("ServerConfig.Builder"),
    ACCEPTOR("Acceptor");

    private final String label;

    HandleKind(String label) {
        this.label = label;
    }

    void free(MemorySegment pointer) {
        switch (this) {
            case CONNECTION -> rustls4j_h.rustls4j_connection_free(pointer);
            case CLIENT_CONFIG -> rustls_h.rustls_client_config_free(pointer);
            case SERVER_CONFIG -> rustls_h.rustls_server_config_free(pointer);
            case ROOT_CERT_STORE -> rustls_h.rustls_root_cert_store_free(pointer);
            case ROOT_CERT_STORE_BUILDER -> rustls_h.rustls_root_cert_store_builder_free(pointer);
            case SERVER_CERT_VERIFIER -> rustls_h.rustls_server_cert_verifier_free(pointer);
            case SERVER_CERT_VERIFIER_BUILDER ->
                    rustls_h.rustls_web_pki_server_cert_verifier_builder_free(pointer);
            case CLIENT_CERT_VERIFIER -> rustls_h.rustls_client_cert_verifier_free(pointer);
            case CERTIFIED_KEY -> rustls_h.rustls_certified_key_free(pointer);
            case CRYPTO_PROVIDER -> rustls_h.rustls_crypto_provider_free(pointer);
            case CLIENT_CONFIG_BUILDER -> rustls_h.rustls_client_config_builder_free(pointer);
            case SERVER_CONFIG_BUILDER -> rustls_h.rustls_server_config_builder_free(pointer);
            case ACCEPTOR -> rustls4j_h.rustls4j_acceptor_free(pointer);
        }
        rustls4j_h.rustls4j_run_deferred_drops();
    }

    /** What a user of the API calls such an object. */
    @Override
    public String toString() {
        return label;
    }
}
