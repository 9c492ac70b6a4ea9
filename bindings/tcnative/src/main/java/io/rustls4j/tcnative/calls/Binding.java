package io.rustls4j.tcnative.calls;

/** The library. Whoever implements this has a public constructor without parameters. */
public interface Binding {
    /** Connections. */
    SslCalls ssl();

    /** Contexts. */
    SslContextCalls sslContext();

    /** Sessions. */
    SslSessionCalls sslSession();

    /** Credentials. */
    SslCredentialCalls sslCredential();

    /** Memory. */
    BufferCalls buffer();

    /** Its name, by which netty tells what it can do. */
    String versionString();

    /** Its version as OpenSSL counts them, by which netty tells what it can do. */
    int version();
}
