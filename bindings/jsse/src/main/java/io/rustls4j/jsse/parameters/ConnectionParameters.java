package io.rustls4j.jsse.parameters;

import java.security.AlgorithmConstraints;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is set to do, with SunJSSE's behaviour. Not thread-safe; its owner guards it.
 */
public final class ConnectionParameters {
    private static final int MAX_PROTOCOL_NAME = 255;

    private final EnabledNames names;

    /** Read by a handshake that goes on while others may set it. */
    private volatile @Nullable AlgorithmConstraints constraints;

    private ClientAuth clientAuth = ClientAuth.NONE;
    private boolean sessionCreation = true;

    /** Read by a handshake that goes on while others may set it. */
    private volatile @Nullable String identification;

    private ServerNames serverNames = ServerNames.UNSET;
    private List<String> applicationProtocols = List.of();
    private boolean suitesOrder = true;
    private boolean retransmissions;
    private PacketSize packetSize = PacketSize.DEFAULT;
    private @Nullable BiFunction<SSLEngine, List<String>, String> engineSelector;
    private @Nullable BiFunction<SSLSocket, List<String>, String> socketSelector;
    private @Nullable Offer offer;

    private ConnectionParameters(EnabledNames names) {
        this.names = names;
    }

    /**
     * What a new connection is set to do.
     *
     * @throws IllegalArgumentException if a property that says so cannot be used
     */
    public static ConnectionParameters defaults(ContextKind kind, boolean client) {
        return new ConnectionParameters(new EnabledNames(Defaults.current(), kind, client));
    }

    /** A snapshot, which later changes leave alone. */
    public ConnectionParameters copy() {
        ConnectionParameters copy = new ConnectionParameters(names.copy());
        copy.constraints = constraints;
        copy.clientAuth = clientAuth;
        copy.sessionCreation = sessionCreation;
        copy.identification = identification;
        copy.serverNames = serverNames;
        copy.applicationProtocols = applicationProtocols;
        copy.suitesOrder = suitesOrder;
        copy.retransmissions = retransmissions;
        copy.packetSize = packetSize;
        copy.engineSelector = engineSelector;
        copy.socketSelector = socketSelector;
        copy.offer = offer;
        return copy;
    }

    /** Sets the role; what nobody has set takes the defaults of the new one. */
    public void setClient(boolean client) {
        names.setClient(client);
        offer = null;
    }

    public String[] enabledProtocols() {
        return names.protocols().toArray(new String[0]);
    }

    /**
     * Enables protocols, also such as are never negotiated.
     *
     * @throws IllegalArgumentException if the JDK does not know one of them
     */
    public void setEnabledProtocols(@Nullable String @Nullable [] protocols) {
        names.setProtocols(protocols);
        offer = null;
    }

    public String[] enabledCipherSuites() {
        return names.suites().toArray(new String[0]);
    }

    /**
     * Enables suites, also such as are never negotiated.
     *
     * @throws IllegalArgumentException if the JDK does not know one of them
     */
    public void setEnabledCipherSuites(@Nullable String @Nullable [] suites) {
        names.setSuites(suites);
        offer = null;
    }

    public ClientAuth clientAuth() {
        return clientAuth;
    }

    public void setClientAuth(ClientAuth mode) {
        clientAuth = mode;
    }

    public boolean enableSessionCreation() {
        return sessionCreation;
    }

    public void setEnableSessionCreation(boolean enable) {
        sessionCreation = enable;
    }

    /** Everything as the JDK's class has it; changes to it change nothing here. */
    public SSLParameters toSslParameters() {
        SSLParameters made = new SSLParameters(enabledCipherSuites(), enabledProtocols());
        switch (clientAuth) {
            case NEED -> made.setNeedClientAuth(true);
            case WANT -> made.setWantClientAuth(true);
            case NONE -> made.setWantClientAuth(false);
        }
        made.setAlgorithmConstraints(constraints);
        made.setEndpointIdentificationAlgorithm(identification);
        serverNames.copyTo(made);
        made.setApplicationProtocols(applicationProtocols());
        made.setUseCipherSuitesOrder(suitesOrder);
        made.setEnableRetransmissions(retransmissions);
        made.setMaximumPacketSize(packetSize.bytes());
        made.setSignatureSchemes(
                names.schemes().isPresent() ? names.schemes().get().toArray(new String[0]) : null);
        made.setNamedGroups(names.groups().toArray(new String[0]));
        return made;
    }

    /**
     * Takes over what is set in the JDK's class. Null leaves most things as they are; but no groups
     * means the default ones, and client authentication is always taken over.
     *
     * @throws IllegalArgumentException if the JDK does not know a protocol or suite
     */
    public void apply(SSLParameters given) {
        offer = null;
        if (given.getAlgorithmConstraints() != null) {
            constraints = given.getAlgorithmConstraints();
        }
        if (given.getCipherSuites() != null) {
            names.setSuites(given.getCipherSuites());
        }
        if (given.getProtocols() != null) {
            names.setProtocols(given.getProtocols());
        }
        clientAuth =
                given.getNeedClientAuth()
                        ? ClientAuth.NEED
                        : given.getWantClientAuth() ? ClientAuth.WANT : ClientAuth.NONE;
        if (given.getEndpointIdentificationAlgorithm() != null) {
            identification = given.getEndpointIdentificationAlgorithm();
        }
        serverNames = serverNames.updatedBy(given);
        applicationProtocols = List.of(given.getApplicationProtocols());
        if (given.getSignatureSchemes() != null) {
            names.setSchemes(given.getSignatureSchemes());
        }
        names.setGroups(given.getNamedGroups());
        suitesOrder = given.getUseCipherSuitesOrder();
        retransmissions = given.getEnableRetransmissions();
        packetSize = PacketSize.of(given.getMaximumPacketSize());
    }

    /** What the peer's certificates are to be judged by now. */
    public TrustTerms trustTerms() {
        String algorithm = identification;
        return new TrustTerms(algorithm == null ? "" : algorithm, constraints);
    }

    /** The names to ask a server for; none, too, where a property says that none are sent. */
    public List<SNIServerName> requestedServerNames() {
        return Defaults.current().sendsServerNames()
                ? serverNames.names().orElse(List.of())
                : List.of();
    }

    /** Sets the names that are asked for unless the application sets others. */
    public void setDefaultServerNames(List<SNIServerName> usual) {
        serverNames = serverNames.withDefault(usual);
    }

    public Collection<SNIMatcher> sniMatchers() {
        return serverNames.matchers().orElse(List.of());
    }

    public String[] applicationProtocols() {
        return applicationProtocols.toArray(new String[0]);
    }

    public boolean useCipherSuitesOrder() {
        return suitesOrder;
    }

    /** The largest record to send, with header and all; 0 if TLS's own limit is the only one. */
    public int maximumPacketSize() {
        return packetSize.isLimit() ? packetSize.bytes() : 0;
    }

    /** What rustls is told for {@link #maximumPacketSize()}; empty if nothing. */
    public OptionalInt maxFragmentSize() {
        return packetSize.maxFragmentSize();
    }

    public @Nullable BiFunction<SSLEngine, List<String>, String> engineSelector() {
        return engineSelector;
    }

    public void setEngineSelector(@Nullable BiFunction<SSLEngine, List<String>, String> selector) {
        engineSelector = selector;
    }

    public @Nullable BiFunction<SSLSocket, List<String>, String> socketSelector() {
        return socketSelector;
    }

    public void setSocketSelector(@Nullable BiFunction<SSLSocket, List<String>, String> selector) {
        socketSelector = selector;
    }

    /**
     * What this comes to on rustls. The same object for the same settings, unless the application
     * has set constraints, which are then asked once for this object.
     *
     * @throws SSLHandshakeException if nothing is left of what is enabled
     */
    public Offer offer() throws SSLHandshakeException {
        Offer known = offer;
        if (known != null) {
            return known;
        }
        checkApplicationProtocols();
        AlgorithmConstraints chosen = constraints;
        Offer made = chosen == null ? shared() : restricted(chosen);
        offer = made;
        return made;
    }

    private Offer shared() throws SSLHandshakeException {
        OfferRequest asked = names.request();
        Offers.Shared shared = Offers.shared(asked);
        names.share(asked, shared.request());
        return shared.offer();
    }

    private Offer restricted(AlgorithmConstraints chosen) throws SSLHandshakeException {
        return Offers.make(names.request(), new Permissions(Defaults.current().policy(), chosen));
    }

    /** As in the JDK, a server may have names that are too long: no client can ask for them. */
    private void checkApplicationProtocols() throws SSLHandshakeException {
        for (String protocol : applicationProtocols) {
            if (names.isClient() && protocol.length() > MAX_PROTOCOL_NAME) {
                throw new SSLHandshakeException(
                        "Application protocol name ("
                                + protocol
                                + ") exceeds the size limit ("
                                + MAX_PROTOCOL_NAME
                                + " bytes)");
            }
        }
    }
}
