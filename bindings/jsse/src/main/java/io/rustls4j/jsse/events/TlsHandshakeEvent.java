package io.rustls4j.jsse.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Unsigned;
import org.jspecify.annotations.Nullable;

/** The twin of {@code jdk.TLSHandshake}, which only the JDK's own provider can send. */
@Name("io.rustls4j.TLSHandshake")
@Label("TLS Handshake")
@Description("A TLS handshake of the provider Rustls4j")
@Category({"Java Development Kit", "Security"})
@StackTrace(false)
final class TlsHandshakeEvent extends Event {
    @Label("Peer Host")
    @Nullable String peerHost;

    @Label("Peer Port")
    int peerPort;

    @Label("Protocol Version")
    @Nullable String protocolVersion;

    @Label("Cipher Suite")
    @Nullable String cipherSuite;

    @Label("Certificate Id")
    @Description("The peer's certificate, as in an X509 Certificate; 0 if it has shown none")
    @Unsigned
    long certificateId;

    @Label("Client")
    boolean client;

    @Label("Resumed")
    boolean resumed;
}
