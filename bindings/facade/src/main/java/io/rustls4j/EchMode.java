package io.rustls4j;

/** Encrypted Client Hello (RFC 9849), for clients. Immutable. Needs TLS 1.3 alone. */
public sealed interface EchMode {
    /**
     * Encrypts the hello for one of the configurations ({@code
     * rustls_client_config_builder_enable_ech}).
     *
     * @param configList the server's ECHConfigList as its HTTPS DNS record has it
     */
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes, copied on the way in; never compared
    record Enable(byte[] configList) implements EchMode {
        /** Copies the bytes. */
        public Enable {
            configList = configList.clone();
        }
    }

    /**
     * Sends a made-up extension, so that real ones do not stand out ({@code
     * ..._enable_ech_grease}).
     */
    record Grease() implements EchMode {}
}
